"""A goal that was let go or revised without a word about why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._places import goal_path
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="GOL007",
    name="goal-closed-without-words",
    severity=Severity.ADVICE,
    reason=(
        "Letting go of a goal for a good reason is learning. The reason is what you will want to remember "
        "(practice B3)."
    ),
    remedy="Add a check-in or an outcome_story that says what you found out.",
    bad={"portfolios/ben-k/goals/juggle.yml": "title: Juggle\nkind: personal\nstatus: let-go\n"},
    good={
        "portfolios/ben-k/goals/juggle.yml": "title: Juggle\nkind: personal\nstatus: let-go\noutcome_story: My wrist hurt, so I drum now.\n",
    },
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find goal closed without words in one learner's folder."""
    for goal_id, goal in learner.goals.items():
        if goal.status in ("let-go", "revised") and is_blank(goal.outcome_story) and not goal.check_ins:
            yield say(
                RULE, (goal_path(learner.learner_id, goal_id), ("status",)),
                f'This goal is marked "{goal.status}", and nothing says yet what you found out.',
                "Add a line: outcome_story: what you found out", learner.learner_id,
            )
