"""An adviser of the roster who is not in the staff list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import ROSTER, change, keep
from generator.checks._people import hint_adult, is_unknown_adult
from generator.checks._places import roster_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="LRN007",
    name="unknown-adviser",
    severity=Severity.WARNING,
    reason=(
        "Every learner has an adult who knows them. An id that names nobody leaves the learner without one on "
        "every list."
    ),
    remedy="Write the staff_id of the adviser, or add the adviser to staff.csv.",
    bad=change(ROSTER, "Ben,7,7-blue,k-ortiz", "Ben,7,7-blue,k-ortez"),
    good=keep(ROSTER),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find unknown adviser in the school's files."""
    for learner_id, row in school.roster.items():
        if row.adviser and is_unknown_adult(school, row.adviser):
            yield say(
                RULE, roster_spot(school, learner_id, "adviser"),
                f'"{learner_id}" has the adviser "{row.adviser}", and staff.csv has nobody with that id.',
                hint_adult(school, row.adviser), learner_id,
            )
