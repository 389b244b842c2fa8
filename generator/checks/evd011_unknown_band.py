"""Expectations or "I can" lines for a grade band that the school does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import layout
from generator.checks._example import GRADUATE_PROFILE, change, keep
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Field, Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EVD011",
    name="unknown-band",
    severity=Severity.WARNING,
    reason="A grade band is named in school.yml. What is written for another one is never used.",
    remedy="Write the id of a grade band of school.yml.",
    bad=change(GRADUATE_PROFILE, "  middle: {", "  midle: {"),
    good=keep(GRADUATE_PROFILE),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find unknown band in the school's files."""
    known = [band.id for band in school.settings.grade_bands]
    profile = school.graduate_profile
    named: list[tuple[Field, str]] = [(("expectations", band), band) for band in profile.expectations]
    for index, competency in enumerate(profile.competencies):
        for number, indicator in enumerate(competency.indicators):
            way = ("competencies", index, "indicators", number, "i_can_by_band")
            named += [((*way, band), band) for band in indicator.i_can_by_band]
    spots = [((layout.GRADUATE_PROFILE, field), band) for field, band in named]
    spots += [((layout.PROMPTS, (index, "band")), prompt.band) for index, prompt in enumerate(school.prompts) if prompt.band]
    for spot, band in spots:
        if band not in known:
            yield say(
                RULE, spot, f'This is written for the grade band "{band}", and school.yml has no band with that id.',
                suggest(band, known, "Add the band to grade_bands in content/school.yml."),
            )
