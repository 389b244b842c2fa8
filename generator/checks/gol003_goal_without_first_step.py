"""A goal without a first step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import GOAL, change, keep
from generator.checks._places import goal_path
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="GOL003",
    name="goal-without-first-step",
    severity=Severity.WARNING,
    reason="A first step that fits into one afternoon is what gets a goal moving.",
    remedy="Write something that you can do this week.",
    bad=change(GOAL, "first_step: Record myself once.\n", ""),
    good=keep(GOAL),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find goal without first step in one learner's folder."""
    for goal_id, goal in learner.goals.items():
        if goal.status == "active" and is_blank(goal.first_step):
            yield say(
                RULE, (goal_path(learner.learner_id, goal_id), ("first_step",)),
                "This goal has no first step yet.",
                "Add a line: first_step: something you can do this week", learner.learner_id,
            )
