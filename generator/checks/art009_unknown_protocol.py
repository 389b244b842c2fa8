"""A protocol that neither we nor the school's prompts know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path
from generator.checks._protocols import CRITIQUES, PROTOCOLS
from generator.checks._reach import reflections_of
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Field, Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART009",
    name="unknown-protocol",
    severity=Severity.WARNING,
    reason=(
        "The protocol tells which parts there are and prints their questions. With an unknown one the answers "
        "stand without them."
    ),
    remedy=(
        "Write one of the known protocols, or add prompts for it to content/prompts.yml with the protocol as "
        "their block."
    ),
    bad=change(SENSOR, "protocol: describe-examine-learn", "protocol: describe-examine-learned"),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown protocol in one learner's folder."""
    reflecting = {*PROTOCOLS, *(prompt.block or prompt.id for prompt in school.prompts if prompt.use == "reflection")}
    for path, reflection in reflections_of(learner):
        if reflection.protocol not in reflecting:
            yield _say((path, ("reflection", "protocol")), reflection.protocol, reflecting, learner.learner_id)
    critique = {*CRITIQUES, *(prompt.block or prompt.id for prompt in school.prompts if prompt.use == "critique")}
    for artifact_id, piece in learner.artifacts.items():
        for index, feedback in enumerate(piece.feedback):
            if feedback.protocol and feedback.protocol not in critique:
                spot = piece_path(learner.learner_id, artifact_id), ("feedback", index, "protocol")
                yield _say(spot, feedback.protocol, critique, learner.learner_id)


def _say(spot: tuple[str, Field], protocol: str, known: set[str], who: str) -> Problem:
    return say(
        RULE, spot, f'"{protocol}" is no protocol that we or the prompts of your school know.',
        suggest(protocol, known, "Leave the line out."), who,
    )
