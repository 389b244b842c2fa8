"""An ink that is no colour we can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks._example import PROFILE, change, keep
from generator.checks._places import profile_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.ids import hint_nearest
from generator.model.inks import PAIRS
from generator.model.whole import Learner, School

RULE = Rule(
    code="LRN013",
    name="unreadable-ink",
    severity=Severity.WARNING,
    reason=(
        "The two inks colour the pages of a portfolio. What cannot be read is left out and the school's own inks "
        "are used."
    ),
    remedy="Write both inks as six figures or letters a to f after a #, in quotes.",
    bad=change(PROFILE, '"#0f5b45"', '"dark green"'),
    good=keep(PROFILE),
)

_INK = re.compile(r"#[0-9a-fA-F]{6}\Z")


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unreadable ink in one learner's folder."""
    inks = learner.profile.inks if learner.profile else None
    if inks is None:
        return
    pair = inks.pair.strip().lower()
    if pair and pair not in PAIRS and not (inks.a and inks.b):
        near = hint_nearest(pair, PAIRS)
        yield say(
            RULE, (profile_path(learner.learner_id), ("inks", "pair")),
            f'There is no pair of inks called "{inks.pair}".',
            near or f"The ready pairs are: {', '.join(PAIRS)}.", learner.learner_id,
        )
    for key, value, other in (("a", inks.a, inks.b), ("b", inks.b, inks.a)):
        missing = not value and other and not inks.pair
        if missing or (value and not _INK.match(value)):
            found = f'The ink {key} is "{value}"' if value else f"The ink {key} is missing"
            yield say(
                RULE, (profile_path(learner.learner_id), ("inks", key)),
                f"{found}; a colour such as #0f5b45 was expected.",
                f'Write: {key}: "#0f5b45"', learner.learner_id,
            )
