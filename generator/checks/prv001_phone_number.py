"""A telephone number in a text that may go public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._private import PHONE, find_private, may_hold_phone, name_place
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="PRV001",
    name="phone-number",
    severity=Severity.ERROR,
    reason=(
        "A number reaches a child or a family directly, and what was once on the web stays in copies (practice "
        "I12)."
    ),
    remedy="Take the number away. The school's office can be asked instead.",
    bad=change(
        SENSOR,
        "summary: A sensor for 9 dollars, and six weeks of readings.",
        "summary: A sensor for 9 dollars. Call me at 555-201-4477.",
    ),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find phone number in one learner's folder."""
    for entry, found in find_private(school, learner, PHONE, may_hold_phone):
        yield say(
            RULE, (entry.path, entry.field), f'{name_place(entry)} holds a telephone number: "{found}".',
            "Take the number away, or set the audience to family.", learner.learner_id,
        )
