"""Help that somebody promised for a goal, without a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import GOAL, change, keep
from generator.checks._places import goal_path
from generator.checks._rule import Rule
from generator.checks._say import say, shorten
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="GOL009",
    name="support-without-date",
    severity=Severity.ADVICE,
    reason="Help without a day is easily forgotten by the adult who promised it (practice B8).",
    remedy="Ask by when, and add the day.",
    bad=change(GOAL, "listens to a rehearsal, by: 2026-11-05", "listens to a rehearsal"),
    good=keep(GOAL),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find support without date in one learner's folder."""
    for goal_id, goal in learner.goals.items():
        for index, support in enumerate(goal.supports):
            if goal.status == "active" and support.by is None and support.given_on is None:
                yield say(
                    RULE, (goal_path(learner.learner_id, goal_id), ("supports", index)),
                    f"{shorten(support.who)} promised something, and no day is written down.",
                    "Ask by when, and add: by: YEAR-MONTH-DAY", learner.learner_id,
                )
