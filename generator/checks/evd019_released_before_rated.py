"""A rating that was released before it was made, or rated on a day to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import RATINGS, change, keep
from generator.checks._places import rating_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="EVD019",
    name="released-before-rated",
    severity=Severity.WARNING,
    reason=(
        "Days decide what counts and what the family may see. Such a pair is usually a slip in the month or the "
        "year."
    ),
    remedy="Put the days right.",
    bad=change(RATINGS, "released_on: 2026-10-14", "released_on: 2026-09-14"),
    good=keep(RATINGS),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find released before rated in one learner's folder."""
    for index, rating in enumerate(school.ratings.get(learner.learner_id, ())):
        if rating.rated_on > day:
            key, found = "rated_on", f"The rating is of {rating.rated_on.isoformat()}, and today is {day.isoformat()}."
        elif rating.released_on and rating.released_on < rating.rated_on:
            key, found = "released_on", f"The rating was released on {rating.released_on.isoformat()}, before it was made."
        else:
            continue
        yield say(RULE, rating_spot(school, learner.learner_id, index, key), found, "Put the day right.", learner.learner_id)
