"""A piece or a draft made on a day that has not come yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import BRIDGE, change, keep
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART021",
    name="made-in-the-future",
    severity=Severity.WARNING,
    reason=(
        "The day orders the pieces and decides whether evidence is recent. A day to come is usually a slip in the "
        "year."
    ),
    remedy="Write the day on which it was finished.",
    bad=change(BRIDGE, "made_on: 2026-09-18", "made_on: 2027-09-18"),
    good=keep(BRIDGE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find made in the future in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        days = [(("made_on",), piece.made_on)]
        days += [(("drafts", index, "made_on"), draft.made_on) for index, draft in enumerate(piece.drafts)]
        for field, made_on in days:
            if made_on is not None and made_on > day:
                yield say(
                    RULE, (piece_path(learner.learner_id, artifact_id), field),
                    f"made_on is {made_on.isoformat()}, and today is {day.isoformat()}.",
                    "Write the day on which it was made.", learner.learner_id,
                )
