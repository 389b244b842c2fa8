"""A pointer by somebody whom the owner of the piece does not list as a maker."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART015",
    name="pointer-not-agreed",
    severity=Severity.ERROR,
    reason=(
        "A pointer can bring the whole piece to the web. That is only right for somebody who made it, and the "
        "list of makers says who did."
    ),
    remedy="Ask the owner to add you to makers, or delete this folder if you were not part of the team.",
    bad=change(SENSOR, "  - learner_id: ben-k\n    role: readings\n", ""),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find pointer not agreed in one learner's folder."""
    for artifact_id, pointer in learner.pointers.items():
        owner_id, _, owned = pointer.shared_from.partition("/")
        owner = school.learners.get(owner_id)
        piece = owner.artifacts.get(owned) if owner and owner_id != learner.learner_id else None
        if piece is not None and all(maker.learner_id != learner.learner_id for maker in piece.makers):
            yield say(
                RULE, (piece_path(learner.learner_id, artifact_id), ("shared_from",)),
                f'"{pointer.shared_from}" does not list "{learner.learner_id}" among its makers.',
                f"Ask {owner_id} to add below makers: - learner_id: {learner.learner_id}", learner.learner_id,
            )
