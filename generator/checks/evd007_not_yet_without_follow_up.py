"""A "not yet" without a named adult, changes and a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import RATINGS, change
from generator.checks._places import rating_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="EVD007",
    name="not-yet-without-follow-up",
    severity=Severity.ERROR,
    reason=(
        '"Not yet" is an invitation. It is one only if somebody is named who helps, with what, and by when '
        "(practice E4)."
    ),
    remedy="Add follow_up with adult, changes and by.",
    bad=change(RATINGS, "  noted:", "  decision: not-yet\n  noted:"),
    good=change(
        RATINGS,
        "  noted:",
        (
            "  decision: not-yet\n"
            "  follow_up: {adult: k-ortiz, changes: [Ask one fisher], by: 2026-11-10}\n"
            "  noted:"
        ),
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find not yet without follow up in one learner's folder."""
    for index, rating in enumerate(school.ratings.get(learner.learner_id, ())):
        if rating.decision == "not-yet" and (rating.follow_up is None or not rating.follow_up.changes):
            yield say(
                RULE, rating_spot(school, learner.learner_id, index, "decision"),
                f'The rating "{rating.id}" says not-yet; who helps, with what changes, and by when was expected.',
                "Add: follow_up: {adult: …, changes: [ … ], by: YEAR-MONTH-DAY}", learner.learner_id,
            )
