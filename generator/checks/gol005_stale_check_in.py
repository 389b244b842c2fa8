"""A goal that has not been looked at for longer than the school asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import GOAL, change, keep
from generator.checks._people import find_learner_band
from generator.checks._places import goal_path
from generator.checks._rule import Rule
from generator.checks._say import count, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="GOL005",
    name="stale-check-in",
    severity=Severity.ADVICE,
    reason="Goals help when somebody comes back to them on a set rhythm (practice B1, B3).",
    remedy="Add a check-in: where am I, what changed, what next. Three lines are enough.",
    bad=change(GOAL, "on: 2026-10-02", "on: 2026-09-02"),
    good=keep(GOAL),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find stale check in in one learner's folder."""
    band = find_learner_band(school, learner.learner_id)
    wanted = school.graduate_profile.expectations.get(band.id) if band else None
    if wanted is None or not wanted.check_in_weeks:
        return
    for goal_id, goal in learner.goals.items():
        overdue = goal.due is not None and goal.due < day
        if goal.status != "active" or overdue:
            continue
        last = max((check_in.on for check_in in goal.check_ins), default=None)
        if last is None or (day - last).days > 7 * wanted.check_in_weeks:
            found = f"The last check-in is of {last.isoformat()}" if last else "This goal has no check-in yet"
            yield say(
                RULE, (goal_path(learner.learner_id, goal_id), ("check_ins",)),
                f"{found}; your school asks for one every {count(wanted.check_in_weeks, 'week')}.",
                "Add a check-in with a day: where_am_i, what_changed, next_step.", learner.learner_id,
            )
