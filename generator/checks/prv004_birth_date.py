"""A birth date in a text that may go public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import PROFILE, change
from generator.checks._private import BIRTH_DATE, find_private, may_hold_birth_date, name_place
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="PRV004",
    name="birth-date",
    severity=Severity.ERROR,
    reason="A birth date together with a name opens accounts and finds people (practice I12).",
    remedy="Write how old you were instead.",
    bad=change(
        PROFILE,
        "I ask questions until somebody draws it for me.",
        "I was born on 12 May 2013 and ask questions.",
    ),
    good=change(
        PROFILE,
        "I ask questions until somebody draws it for me.",
        "I was six when I began to ask questions.",
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find birth date in one learner's folder."""
    for entry, found in find_private(school, learner, BIRTH_DATE, may_hold_birth_date):
        yield say(
            RULE, (entry.path, entry.field), f'{name_place(entry)} holds a birth date: "{found}".',
            "Take the day away. Your age at the time can stay.", learner.learner_id,
        )
