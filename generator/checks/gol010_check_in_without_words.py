"""A check-in that has a day and nothing else."""

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
    code="GOL010",
    name="check-in-without-words",
    severity=Severity.ADVICE,
    reason="A check-in says where you are and what comes next. One line is enough to see later how you moved.",
    remedy="Add where_am_i or next_step in a few words.",
    bad=change(
        GOAL,
        "    where_am_i: Two minutes.\n    evidence: [river-sensor]\n    next_step: Try with grade 3\n",
        "",
    ),
    good=keep(GOAL),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find check in without words in one learner's folder."""
    for goal_id, goal in learner.goals.items():
        for index, check_in in enumerate(goal.check_ins):
            if all(map(is_blank, (check_in.where_am_i, check_in.what_changed, check_in.next_step, check_in.mood))):
                yield say(
                    RULE, (goal_path(learner.learner_id, goal_id), ("check_ins", index)),
                    "This check-in has a day and no words yet.",
                    "Add a line: where_am_i: how far you have come", learner.learner_id,
                )
