"""A street with a house number in a text that may go public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change
from generator.checks._private import STREET, find_private, may_hold_street, name_place
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="PRV003",
    name="street-address",
    severity=Severity.ERROR,
    reason="It says where a child can be met. A landmark does as well: by the old bridge (practice I12).",
    remedy="Name the place without street and number.",
    bad=change(
        SENSOR,
        "summary: A sensor for 9 dollars, and six weeks of readings.",
        "summary: We built it in the garage at 27 Willow Bank Road.",
    ),
    good=change(
        SENSOR,
        "summary: A sensor for 9 dollars, and six weeks of readings.",
        "summary: We built it in a garage by the river.",
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find street address in one learner's folder."""
    for entry, found in find_private(school, learner, STREET, may_hold_street):
        yield say(
            RULE, (entry.path, entry.field), f'{name_place(entry)} holds a street with a number: "{found}".',
            "Name the place without street and number, for instance: by the old bridge.", learner.learner_id,
        )
