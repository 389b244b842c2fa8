"""An e-mail address in a text that may go public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._private import EMAIL, find_private, may_hold_email, name_place
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="PRV002",
    name="email-address",
    severity=Severity.ERROR,
    reason="An address reaches a child directly and is collected by machines (practice I12).",
    remedy="Take the address away. The school's contact address stands on its own page.",
    bad=change(
        SENSOR,
        "summary: A sensor for 9 dollars, and six weeks of readings.",
        "summary: Ask ana@home.example for the plans.",
    ),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find email address in one learner's folder."""
    for entry, found in find_private(school, learner, EMAIL, may_hold_email):
        yield say(
            RULE, (entry.path, entry.field), f'{name_place(entry)} holds an e-mail address: "{found}".',
            "Take the address away, or set the audience to family.", learner.learner_id,
        )
