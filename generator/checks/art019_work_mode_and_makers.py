"""A number of makers that does not fit how the piece says it was made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import count, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART019",
    name="work-mode-and-makers",
    severity=Severity.WARNING,
    reason=(
        'Pair and team work is credited "with classmates", whoever may be named. A piece marked alone that had '
        "two makers would name one of them too loudly."
    ),
    remedy="Set work_mode to alone for 1 maker, pair for 2, team for 3 and more, or complete the makers.",
    bad=change(SENSOR, "work_mode: pair", "work_mode: alone"),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find work mode and makers in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        makers = len({maker.learner_id for maker in piece.makers})
        fits = {"alone": makers <= 1, "pair": makers in (0, 2), "team": makers != 1}[piece.work_mode]
        if not fits:
            mode = "alone" if makers == 1 else "pair" if makers == 2 else "team"
            yield say(
                RULE, (piece_path(learner.learner_id, artifact_id), ("work_mode",)),
                f"This piece says work_mode: {piece.work_mode}, and {count(makers, 'maker is', 'makers are')} listed.",
                f"Write work_mode: {mode}, or complete the makers.", learner.learner_id,
            )
