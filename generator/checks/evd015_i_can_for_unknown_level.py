"""An "I can" line for a level that the graduate profile does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import layout
from generator.checks._example import GRADUATE_PROFILE, change, keep
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EVD015",
    name="i-can-for-unknown-level",
    severity=Severity.WARNING,
    reason="The line is never shown, and the level it was meant for may have none.",
    remedy="Write the id of one of the levels.",
    bad=change(GRADUATE_PROFILE, "          beginning: I can say", "          begining: I can say"),
    good=keep(GRADUATE_PROFILE),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find i can for unknown level in the school's files."""
    profile = school.graduate_profile
    for index, competency in enumerate(profile.competencies):
        known = [level.id for level in profile.get_levels(competency)]
        for number, indicator in enumerate(competency.indicators):
            lines = [(("i_can", level), level) for level in indicator.i_can]
            lines += [(("i_can_by_band", band, level), level) for band, own in indicator.i_can_by_band.items() for level in own]
            for way, level in lines:
                if level not in known:
                    yield say(
                        RULE, (layout.GRADUATE_PROFILE, ("competencies", index, "indicators", number, *way)),
                        f'This line is for the level "{level}", and there is no such level.',
                        suggest(level, known, "Add levels to the graduate profile first."),
                    )
