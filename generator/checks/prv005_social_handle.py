"""A name on a social network in a text that may go public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import PROFILE, change, keep
from generator.checks._private import HANDLE, find_private, may_hold_handle, name_place
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="PRV005",
    name="social-handle",
    severity=Severity.ERROR,
    reason="It leads strangers to a private conversation with a child (practice I12).",
    remedy="Take the name of the account away.",
    bad=change(PROFILE, "I ask questions until somebody draws it for me.", "Find me on Instagram: @ana.river"),
    good=keep(PROFILE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find social handle in one learner's folder."""
    for entry, found in find_private(school, learner, HANDLE, may_hold_handle):
        yield say(
            RULE, (entry.path, entry.field), f'{name_place(entry)} holds the name of an account: "{found}".',
            "Take the name of the account away, or set the audience to family.", learner.learner_id,
        )
