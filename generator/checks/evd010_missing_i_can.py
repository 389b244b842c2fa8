"""A rated indicator that lacks the "I can" line of a level."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import layout
from generator.checks._example import GRADUATE_PROFILE, change, keep
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EVD010",
    name="missing-i-can",
    severity=Severity.WARNING,
    reason="A learner can only aim for what they can read. A level without its line is a word (practice D2).",
    remedy="Add the line of the level below i_can.",
    bad=change(GRADUATE_PROFILE, "          extending: I can test a message with its audience and revise it.\n", ""),
    good=keep(GRADUATE_PROFILE),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find missing i can in the school's files."""
    profile = school.graduate_profile
    for index, competency in enumerate(profile.competencies):
        for number, indicator in enumerate(competency.indicators):
            if not competency.rated or not (indicator.i_can or indicator.i_can_by_band):
                continue
            by_band = [set(lines) for lines in indicator.i_can_by_band.values()]
            everywhere = set.intersection(*by_band) if by_band else set()
            for level in profile.get_levels(competency):
                if level.id not in indicator.i_can and level.id not in everywhere:
                    yield say(
                        RULE, (layout.GRADUATE_PROFILE, ("competencies", index, "indicators", number, "i_can")),
                        f'"{competency.id}/{indicator.id}" has no "I can" line for the level {level.id}.',
                        f"Add below i_can: {level.id}: I can …",
                    )
