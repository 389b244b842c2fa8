"""A check-in whose day has not come yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import GOAL, change, keep
from generator.checks._places import goal_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="GOL008",
    name="check-in-in-the-future",
    severity=Severity.WARNING,
    reason="A check-in says how things stood on a day. A day to come is usually a slip in the year or the month.",
    remedy="Write the day on which you looked at the goal.",
    bad=change(GOAL, "on: 2026-10-02", "on: 2027-10-02"),
    good=keep(GOAL),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find check in in the future in one learner's folder."""
    for goal_id, goal in learner.goals.items():
        for index, check_in in enumerate(goal.check_ins):
            if check_in.on > day:
                yield say(
                    RULE, (goal_path(learner.learner_id, goal_id), ("check_ins", index, "on")),
                    f"This check-in is of {check_in.on.isoformat()}, and today is {day.isoformat()}.",
                    "Write the day on which you looked at the goal.", learner.learner_id,
                )
