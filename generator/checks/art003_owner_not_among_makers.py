"""A piece whose list of makers leaves out the learner in whose folder it lies."""

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
    code="ART003",
    name="owner-not-among-makers",
    severity=Severity.WARNING,
    reason=(
        "The folder's owner made the piece too, or it belongs into another folder. Without the entry their part "
        "is not told."
    ),
    remedy="Add an entry for yourself to makers, or move the piece to the folder of the learner who made it.",
    bad=change(
        SENSOR,
        (
            "  - learner_id: ana-r\n"
            "    role: sensor and calibration\n"
            "    contribution: I built the case and the three test jars.\n"
        ),
        "",
    ),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find owner not among makers in one learner's folder."""
    who = learner.learner_id
    for artifact_id, piece in learner.artifacts.items():
        if piece.makers and all(maker.learner_id != who for maker in piece.makers):
            yield say(
                RULE, (piece_path(who, artifact_id), ("makers",)),
                f'The makers of this piece do not include "{who}", in whose folder it lies.',
                f"Add below makers: - learner_id: {who}", who,
            )
