"""A rating by an adult that does not say what was seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import RATINGS, change, keep
from generator.checks._places import rating_spot
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="EVD006",
    name="rating-without-noted",
    severity=Severity.WARNING,
    reason=(
        "A rating stands on what somebody saw. Without it nobody can talk about it or rate the same way (practice "
        "E5)."
    ),
    remedy="Add noted with one thing that was seen or heard.",
    bad=change(RATINGS, "  noted: A poster for the fishers, a table for the council.\n", ""),
    good=keep(RATINGS),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find rating without noted in one learner's folder."""
    for index, rating in enumerate(school.ratings.get(learner.learner_id, ())):
        if rating.rater_kind != "peer" and rating.level != "not-attempted" and is_blank(rating.noted):
            yield say(
                RULE, rating_spot(school, learner.learner_id, index, "noted"),
                f'The rating "{rating.id}" does not say what was seen.',
                "Add a line: noted: what you saw or heard", learner.learner_id,
            )
