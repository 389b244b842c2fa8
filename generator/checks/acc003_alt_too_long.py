"""An alt text that is longer than somebody can keep in mind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._reach import usable_files
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ACC003",
    name="alt-too-long",
    severity=Severity.ADVICE,
    reason=(
        "An alt text is read out in one go and cannot be paused. About 125 characters work well; more belongs "
        "into long_description (practice J5)."
    ),
    remedy="Keep the main thing in alt, and move the rest to long_description.",
    bad=change(
        SENSOR,
        "alt: A hand holding a sensor above brown water",
        "alt: " + "A hand holding a sensor above brown water, " * 7 + "at noon",
    ),
    good=keep(SENSOR),
)

MOST = 250
"""Twice the length that is advised: a nudge, not a rule of style."""


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find alt too long in one learner's folder."""
    for _, path, field, medium, _ in usable_files(learner):
        longest = max((len(words) for _, words in medium.alt.by_language), default=0) if medium.alt else 0
        if longest > MOST:
            yield say(
                RULE, (path, (*field, "alt")),
                f"This alt text has {longest} characters; about 125 can be kept in mind.",
                "Keep the main thing in alt, and move the rest to long_description.", learner.learner_id,
            )
