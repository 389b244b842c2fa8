"""An evidence rule or an expectation with a level that the graduate profile does not have."""

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
    code="EVD014",
    name="unknown-target-level",
    severity=Severity.ERROR,
    reason="The target decides which pieces count. A level that does not exist is never reached, by anybody.",
    remedy="Write the id of one of the levels.",
    bad=change(GRADUATE_PROFILE, "  at_level: developing", "  at_level: develloping"),
    good=keep(GRADUATE_PROFILE),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find unknown target level in the school's files."""
    profile = school.graduate_profile
    every = {level.id for level in profile.levels}
    every |= {level.id for competency in profile.competencies for level in competency.levels}
    yield from _check(("evidence_rule", "at_level"), profile.evidence_rule.at_level, every)
    for band, wanted in profile.expectations.items():
        yield from _check(("expectations", band, "level"), wanted.level, every)
    for index, competency in enumerate(profile.competencies):
        own = {level.id for level in profile.get_levels(competency)}
        rules = [((), competency.evidence_rule)]
        rules += [(("indicators", number), each.evidence_rule) for number, each in enumerate(competency.indicators)]
        for way, rule in rules:
            if rule is not None:
                yield from _check(("competencies", index, *way, "evidence_rule", "at_level"), rule.at_level, own)


def _check(field: Field, level: str | None, known: set[str]) -> Iterator[Problem]:
    if level is not None and level not in known:
        yield say(
            RULE, (layout.GRADUATE_PROFILE, field), f'The graduate profile has no level "{level}" here.',
            suggest(level, known, "Leave the line out: there are no levels."),
        )
