"""A goal that does not say how you will know."""

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
    code="GOL001",
    name="goal-without-measure",
    severity=Severity.WARNING,
    reason="A goal helps when it can be checked. A measure can be a count, a day, or somebody who tells you.",
    remedy="Add one line that says what you will count or who will tell you.",
    bad=change(GOAL, "measure: Minutes without looking down, counted by Ben.\n", ""),
    good=keep(GOAL),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find goal without measure in one learner's folder."""
    for goal_id, goal in learner.goals.items():
        if goal.status == "active" and is_blank(goal.measure):
            yield say(
                RULE, (goal_path(learner.learner_id, goal_id), ("measure",)),
                "This goal does not yet say how you will know that you are there.",
                "Add a line: measure: what you will count, or who will tell you", learner.learner_id,
            )
