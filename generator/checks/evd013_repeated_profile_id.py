"""One id that stands twice in the graduate profile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import layout
from generator.checks._example import BRIDGE, GRADUATE_PROFILE, POINTER, change, keep
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Field, Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EVD013",
    name="repeated-profile-id",
    severity=Severity.ERROR,
    reason=(
        "Evidence finds its indicator by the id. With two of them it is left to chance which one a child's work "
        "counts for."
    ),
    remedy="Give one of the two an id of its own.",
    bad=(
        change(GRADUATE_PROFILE, "  - id: maker\n", "  - id: communicator\n")
        | change(POINTER, "indicator: maker", "indicator: communicator/adapts-to-audience")
        | change(BRIDGE, "indicator: maker", "indicator: communicator/adapts-to-audience")
    ),
    good=keep(GRADUATE_PROFILE),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find repeated profile id in the school's files."""
    profile = school.graduate_profile
    yield from _check(("levels",), [level.id for level in profile.levels])
    yield from _check(("competencies",), [competency.id for competency in profile.competencies])
    for index, competency in enumerate(profile.competencies):
        for key, entries in (("levels", competency.levels), ("indicators", competency.indicators)):
            yield from _check(("competencies", index, key), [entry.id for entry in entries])


def _check(way: Field, ids: list[str]) -> Iterator[Problem]:
    for index, each in enumerate(ids):
        if each in ids[:index]:
            yield say(
                RULE, (layout.GRADUATE_PROFILE, (*way, index, "id")),
                f'The id "{each}" already stands further up; every id may stand once.',
                "Give this one an id of its own.",
            )
