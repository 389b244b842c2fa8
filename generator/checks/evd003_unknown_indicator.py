"""A claim, a goal, a rating or a conference that names an indicator which the graduate profile does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import conference_path, goal_path, rating_spot
from generator.checks._reach import claims_of, day_of_claim
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.checks._skills import find_levels
from generator.findings import Field, Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="EVD003",
    name="unknown-indicator",
    severity=Severity.ERROR,
    reason=(
        "Evidence belongs to an indicator of the graduate profile. One that does not exist collects evidence for "
        "nothing."
    ),
    remedy="Write the competency, a slash and the indicator, as graduate_profile.yml has them.",
    bad=change(
        SENSOR,
        "- indicator: communicator/adapts-to-audience",
        "- indicator: communicator/adapt-to-audience",
    ),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown indicator in one learner's folder."""
    who = learner.learner_id
    for path, index, claim, record in claims_of(learner):
        on = day_of_claim(school, record, day)
        if find_levels(school, claim.indicator, claim.version, on) is None:
            yield _say(school, (path, ("evidence", index, "indicator")), "This artifact claims", claim.indicator, who)
    for goal_id, goal in learner.goals.items():
        for index, indicator in enumerate(goal.indicators):
            if find_levels(school, indicator, None, day) is None:
                yield _say(school, (goal_path(who, goal_id), ("indicators", index)), "This goal names", indicator, who)
    for conference_id, conference in learner.conferences.items():
        for index, chosen in enumerate(conference.selected):
            if chosen.indicator and find_levels(school, chosen.indicator, None, day) is None:
                spot = conference_path(who, conference_id), ("selected", index, "indicator")
                yield _say(school, spot, "This choice names", chosen.indicator, who)
    for index, rating in enumerate(school.ratings.get(who, ())):
        if find_levels(school, rating.indicator, rating.version, rating.rated_on) is None:
            spot = rating_spot(school, who, index, "indicator")
            yield _say(school, spot, "This rating is for", rating.indicator, who)


def _say(school: School, spot: tuple[str, Field], opening: str, indicator: str, who: str) -> Problem:
    known = school.graduate_profile.list_skills()
    within = [each for each in known if each.startswith(f"{indicator}/")]
    if within:
        message = f'{opening} "{indicator}", which is a competency; one of its indicators was expected.'
        hint = f"Write {' or '.join(within)}."
    else:
        message = f'{opening} "{indicator}", but our graduate profile has no indicator with that id.'
        hint = suggest(indicator, known, "Add it to the graduate profile first.")
    return say(RULE, spot, message, hint, who)
