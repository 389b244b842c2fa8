"""A maker of a piece who is not in the roster."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._people import hint_learner, is_unknown_learner
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART002",
    name="unknown-maker",
    severity=Severity.ERROR,
    reason=(
        "Everybody's name, face and words follow their own consent. For an id that nobody has there is none, so "
        "the credit would not be true."
    ),
    remedy="Write the learner_id of the maker as it stands in the roster.",
    bad=change(
        SENSOR,
        "work_mode: pair",
        "work_mode: team",
        "    role: readings\n",
        "    role: readings\n  - learner_id: ben-q\n",
    ),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown maker in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        for index, maker in enumerate(piece.makers):
            if is_unknown_learner(school, maker.learner_id):
                yield say(
                    RULE, (piece_path(learner.learner_id, artifact_id), ("makers", index, "learner_id")),
                    f'"{maker.learner_id}" is named as a maker, and the roster has nobody with that id.',
                    hint_learner(school, maker.learner_id), learner.learner_id,
                )
