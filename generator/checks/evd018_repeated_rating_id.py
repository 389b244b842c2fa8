"""Two ratings of one learner with the same id."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import RATINGS, append
from generator.checks._places import rating_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="EVD018",
    name="repeated-rating-id",
    severity=Severity.ERROR,
    reason="A learner's answer names the rating by its id. With two of them it could stand beside the wrong one.",
    remedy="Give one of the two an id of its own.",
    bad=append(
        RATINGS,
        (
            "- id: r1\n"
            "  indicator: communicator/adapts-to-audience\n"
            "  level: proficient\n"
            "  rater: m-lindqvist\n"
            "  rater_kind: panel\n"
            "  purpose: interim\n"
            "  rated_on: 2026-10-13\n"
            "  noted: Answered without the cards.\n"
        ),
    ),
    good=append(
        RATINGS,
        (
            "- id: r2\n"
            "  indicator: communicator/adapts-to-audience\n"
            "  level: proficient\n"
            "  rater: m-lindqvist\n"
            "  rater_kind: panel\n"
            "  purpose: interim\n"
            "  rated_on: 2026-10-13\n"
            "  noted: Answered without the cards.\n"
        ),
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find repeated rating id in one learner's folder."""
    seen: set[str] = set()
    for index, rating in enumerate(school.ratings.get(learner.learner_id, ())):
        if rating.id in seen:
            yield say(
                RULE, rating_spot(school, learner.learner_id, index, "id"),
                f'The rating id "{rating.id}" already stands further up.',
                "Give this one an id of its own.", learner.learner_id,
            )
        seen.add(rating.id)
