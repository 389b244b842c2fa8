"""Waivers of `school.yml`: findings that the school has decided to live with until a day.

Consent and the shape of files cannot be waived, privacy only by the office (FORMATS section 3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator import layout
from generator.checks import (
    src101_waiver_expired,
    src102_waiver_without_finding,
    src103_waiver_not_allowed,
)
from generator.checks._say import say
from generator.findings import Field, Problem
from generator.model.school import Waiver
from generator.model.whole import School

NEVER = ("SRC", "CON")
BY_OFFICE = ("PRV",)


def is_in_force(waiver: Waiver, school: School, day: date) -> bool:
    """Tell whether a waiver counts on a day: allowed, by somebody who may, and not past its last day."""
    return waiver.until >= day and _find_refusal(waiver, school) is None


def drop_waived(problems: Iterable[Problem], school: School, day: date) -> list[Problem]:
    """Leave out the problems that a waiver in force covers: they are not reported and hold nothing back."""
    covered = {(waiver.code, waiver.path) for waiver in school.settings.waivers if is_in_force(waiver, school, day)}
    return [problem for problem in problems if (problem.code, problem.place.path) not in covered]


def check_waivers(problems: Iterable[Problem], school: School, day: date, every: bool) -> Iterator[Problem]:
    """Find waivers that do not count, or that cover nothing.

    `problems` are those before waivers; `every` says that the whole school was checked, so that a
    waiver without a finding can be told.
    """
    found = {(problem.code, problem.place.path) for problem in problems}
    for index, waiver in enumerate(school.settings.waivers):
        field: Field = ("waivers", index)
        refusal = _find_refusal(waiver, school)
        if refusal:
            yield say(src103_waiver_not_allowed.RULE, (layout.SCHOOL, (*field, refusal[0])), refusal[1], refusal[2])
        elif waiver.until < day:
            yield say(
                src101_waiver_expired.RULE, (layout.SCHOOL, (*field, "until")),
                f"This waiver of {waiver.code} ended on {waiver.until.isoformat()}, so it no longer counts.",
                "Put right what it covered, or decide again and write a new day.",
            )
        elif every and (waiver.code, waiver.path) not in found:
            yield say(
                src102_waiver_without_finding.RULE, (layout.SCHOOL, field),
                f"This waiver covers {waiver.code} in {waiver.path}, and there is no such finding.",
                "Take the waiver away, or put code and path right.",
            )


def _find_refusal(waiver: Waiver, school: School) -> tuple[str, str, str] | None:
    """Find why a waiver may not be given: the field, what was found, and how to put it right."""
    family = waiver.code[:3]
    if family in NEVER:
        return "code", f"{waiver.code} cannot be waived.", "Take the waiver away, and put right what the finding says."
    adult = school.staff.get(waiver.by)
    if not school.has_office:
        return ("by", "", "") if family in BY_OFFICE else None
    if family in BY_OFFICE and (adult is None or adult.role != "office" or not adult.active):
        return (
            "by", f'{waiver.code} can be waived by the office only; "{waiver.by}" was found.',
            "Write the staff_id of somebody whose role is office.",
        )
    return None
