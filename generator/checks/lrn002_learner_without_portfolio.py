"""Somebody in the roster who has no folder below portfolios/."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import ROSTER, append, keep
from generator.checks._places import roster_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="LRN002",
    name="learner-without-portfolio",
    severity=Severity.WARNING,
    reason=(
        "Every learner is to be known. Without a folder nothing of theirs can be shown to anybody, and nobody "
        "notices what is missing."
    ),
    remedy="Make the folder with `exhibit new learner`, or set the status in the roster to left.",
    bad=append(ROSTER, "cleo-m,Cleo,Marchetti,Cleo,6,6-red,k-ortiz,2033,active,no\n"),
    good=keep(ROSTER),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find learner without portfolio in the school's files."""
    if not school.has_office:
        return
    for learner_id, row in school.roster.items():
        if row.status == "active" and learner_id not in school.learners:
            yield say(
                RULE, roster_spot(school, learner_id, "learner_id"),
                f'"{learner_id}" is in the roster, but there is no folder portfolios/{learner_id}.',
                f"Make it with: exhibit new learner {learner_id}", learner_id,
            )
