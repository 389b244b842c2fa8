"""A rating of a competency that the school only reflects on."""

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
    code="EVD017",
    name="rating-of-unrated",
    severity=Severity.WARNING,
    reason="The school has decided that this competency is not rated. A rating there is never shown or counted.",
    remedy="Take the rating away and write feedback instead, or set rated: yes in the graduate profile.",
    bad=change(RATINGS, "indicator: communicator/adapts-to-audience", "indicator: maker"),
    good=keep(RATINGS),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find rating of unrated in one learner's folder."""
    for index, rating in enumerate(school.ratings.get(learner.learner_id, ())):
        found = school.graduate_profile.find_skill(rating.indicator)
        if found and not found[0].rated:
            yield say(
                RULE, rating_spot(school, learner.learner_id, index, "indicator"),
                f'"{rating.indicator}" is reflected on only, so this rating is never shown.',
                "Write it as feedback to the piece instead.", learner.learner_id,
            )
