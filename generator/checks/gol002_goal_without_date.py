"""A goal without a day by which it is due."""

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
    code="GOL002",
    name="goal-without-date",
    severity=Severity.WARNING,
    reason="A day makes a goal something to plan for, and it can be moved when things change.",
    remedy="Add the day by which you want to be there.",
    bad=change(GOAL, "due: 2026-12-03\n", ""),
    good=keep(GOAL),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find goal without date in one learner's folder."""
    for goal_id, goal in learner.goals.items():
        if goal.status == "active" and goal.due is None:
            yield say(
                RULE, (goal_path(learner.learner_id, goal_id), ("due",)),
                "This goal has no day yet by which you want to be there.",
                "Add a line: due: YEAR-MONTH-DAY", learner.learner_id,
            )
