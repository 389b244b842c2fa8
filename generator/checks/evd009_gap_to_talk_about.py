"""A rating two levels or more away from what the learner claimed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import RATINGS, change, keep
from generator.checks._places import rating_spot
from generator.checks._reach import claims_of
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.checks._skills import find_levels
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="EVD009",
    name="gap-to-talk-about",
    severity=Severity.ADVICE,
    reason=(
        "Such a gap is worth a conversation. It is never averaged: one of the two has seen something the other "
        "has not (practice E3)."
    ),
    remedy="Sit down together with the piece and ask what each has seen.",
    bad=change(RATINGS, "level: proficient", "level: extending"),
    good=keep(RATINGS),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find gap to talk about in one learner's folder."""
    ratings = school.ratings.get(learner.learner_id, ())
    if not ratings:
        return
    claimed = {(path.split("/")[-2], claim.indicator): claim.level for path, _, claim, _ in claims_of(learner)}
    for index, rating in enumerate(ratings):
        level = claimed.get(((rating.artifact or "").rpartition("/")[2], rating.indicator))
        levels = find_levels(school, rating.indicator, rating.version, rating.rated_on) or ()
        if level not in levels or rating.level not in levels or rating.rater_kind == "peer":
            continue
        gap = abs(levels.index(level) - levels.index(rating.level))
        if gap >= 2:
            yield say(
                RULE, rating_spot(school, learner.learner_id, index, "level"),
                f"The learner claimed {level}, and this rating says {rating.level}: {gap} levels apart.",
                "Talk about it with the piece on the table: what has each of you seen?", learner.learner_id,
            )
