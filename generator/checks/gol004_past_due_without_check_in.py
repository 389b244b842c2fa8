"""A goal whose day has passed and that nobody has looked at since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import GOAL, change
from generator.checks._places import goal_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="GOL004",
    name="past-due-without-check-in",
    severity=Severity.WARNING,
    reason="When the day has come, a goal is met, partly met, changed or let go. Each is fine; silence helps nobody.",
    remedy="Add a check-in, and set status to met, partly, revised or let-go, or choose a new day.",
    bad=change(GOAL, "due: 2026-12-03", "due: 2026-10-15"),
    good=change(GOAL, "due: 2026-12-03", "due: 2026-10-01"),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find past due without check in in one learner's folder."""
    for goal_id, goal in learner.goals.items():
        if goal.status != "active" or goal.due is None or goal.due >= day:
            continue
        if not any(check_in.on >= goal.due for check_in in goal.check_ins):
            yield say(
                RULE, (goal_path(learner.learner_id, goal_id), ("due",)),
                f"This goal was due on {goal.due.isoformat()}, and no check-in has been written since.",
                "Add a check-in, then set status to met, partly, revised or let-go, or write a new day.",
                learner.learner_id,
            )
