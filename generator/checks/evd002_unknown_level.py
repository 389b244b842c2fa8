"""A claim or a rating with a level that the graduate profile does not have there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import rating_spot
from generator.checks._reach import claims_of, day_of_claim
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.checks._skills import find_levels
from generator.findings import Field, Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="EVD002",
    name="unknown-level",
    severity=Severity.ERROR,
    reason='A level means its "I can" line. A level that nobody wrote down means nothing.',
    remedy="Write one of the levels of this competency.",
    bad=change(SENSOR, "level: developing", "level: developping"),
    good=keep(SENSOR),
)

_NO_LEVEL = ("not-attempted", "not-enough-evidence")


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown level in one learner's folder."""
    for path, index, claim, record in claims_of(learner):
        levels = find_levels(school, claim.indicator, claim.version, day_of_claim(school, record, day))
        if claim.level and levels is not None and claim.level not in levels:
            yield _say((path, ("evidence", index, "level")), claim.level, claim.indicator, levels, learner.learner_id)
    for index, rating in enumerate(school.ratings.get(learner.learner_id, ())):
        levels = find_levels(school, rating.indicator, rating.version, rating.rated_on)
        if levels is not None and rating.level not in levels and rating.level not in _NO_LEVEL:
            spot = rating_spot(school, learner.learner_id, index, "level")
            yield _say(spot, rating.level, rating.indicator, (*levels, *_NO_LEVEL), learner.learner_id)


def _say(spot: tuple[str, Field], level: str, indicator: str, known: tuple[str, ...], who: str) -> Problem:
    return say(
        RULE, spot, f'"{indicator}" has no level "{level}".',
        suggest(level, known, "Leave the line out: this competency has no levels."), who,
    )
