"""A learner whose display_name is empty."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import ROSTER, change, keep
from generator.checks._places import roster_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="LRN005",
    name="empty-display-name",
    severity=Severity.WARNING,
    reason=(
        "The display name is what a page prints, whole. Given and family name only serve to find them in texts, "
        "so nothing stands in for it."
    ),
    remedy="Write into display_name what the learner wants to be called.",
    bad=change(ROSTER, "Kowalczyk,Ben,", "Kowalczyk,,"),
    good=keep(ROSTER),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find empty display name in the school's files."""
    for learner_id, row in school.roster.items():
        if not row.display_name:
            yield say(
                RULE, roster_spot(school, learner_id, "display_name"),
                f'"{learner_id}" has no display_name, so pages print no name.',
                "Write what the learner wants to be called, for instance the first name.", learner_id,
            )
