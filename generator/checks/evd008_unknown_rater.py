"""A rating or a follow-up by somebody whom the school does not know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import RATINGS, change, keep
from generator.checks._people import hint_adult, hint_learner, is_unknown_adult, is_unknown_learner
from generator.checks._places import rating_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="EVD008",
    name="unknown-rater",
    severity=Severity.ERROR,
    reason="A rating counts because a person stands behind it whom the learner can ask.",
    remedy="Write the staff_id of the adult, or for a peer the learner_id.",
    bad=change(RATINGS, "rater: k-ortiz", "rater: k-ortis"),
    good=keep(RATINGS),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown rater in one learner's folder."""
    for index, rating in enumerate(school.ratings.get(learner.learner_id, ())):
        peer = rating.rater_kind == "peer"
        unknown = (is_unknown_learner if peer else is_unknown_adult)(school, rating.rater)
        if unknown:
            where = "the roster" if peer else "the staff list"
            yield say(
                RULE, rating_spot(school, learner.learner_id, index, "rater"),
                f'This rating is by "{rating.rater}", and {where} has nobody with that id.',
                (hint_learner if peer else hint_adult)(school, rating.rater), learner.learner_id,
            )
        adult = rating.follow_up.adult if rating.follow_up else None
        if adult and is_unknown_adult(school, adult):
            yield say(
                RULE, rating_spot(school, learner.learner_id, index, "follow_up", "adult"),
                f'The follow-up names "{adult}", and the staff list has nobody with that id.',
                hint_adult(school, adult), learner.learner_id,
            )
