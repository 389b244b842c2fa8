"""The indicators and levels that claims and ratings may name, for each version of the graduate profile."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from generator.checks._memo import remember_last
from generator.model.graduate_profile import GraduateProfile
from generator.model.whole import School


class Skills(NamedTuple):
    """One version of the graduate profile: its indicators, each with its levels from low to high."""

    version: str
    adopted_on: date | None
    levels: Mapping[str, tuple[str, ...]]


@remember_last
def list_skills(school: School) -> tuple[Skills, ...]:
    """List the versions of the graduate profile, the one in force first."""
    return tuple(_index(profile) for profile in (school.graduate_profile, *school.earlier_profiles.values()))


def _index(profile: GraduateProfile) -> Skills:
    levels = {}
    for competency in profile.competencies:
        ids = tuple(level.id for level in profile.get_levels(competency))
        for name in [f"{competency.id}/{each.id}" for each in competency.indicators] or [competency.id]:
            levels[name] = ids
    return Skills(profile.version, profile.adopted_on, levels)


def find_skills(school: School, version: str | None, on: date) -> Skills | None:
    """Find the version a claim belongs to: the one it names, else the one in force on its day.

    None means that it names a version the school does not have.
    """
    every = list_skills(school)
    if version is not None:
        return next((each for each in every if each.version == version), None)
    now = every[0]
    if now.adopted_on is None or now.adopted_on <= on:
        return now
    before = [each for each in every if each.adopted_on is not None and each.adopted_on <= on]
    return max(before, key=lambda each: each.adopted_on, default=now)


def find_levels(school: School, indicator: str, version: str | None, on: date) -> tuple[str, ...] | None:
    """Find the levels of an indicator; None where no version in question has it.

    A claim without a version may also name an indicator of the version in force today: older work
    is often claimed late. A version that the school does not keep has a finding of its own.
    """
    skills = find_skills(school, version, on)
    if skills is not None and indicator in skills.levels:
        return skills.levels[indicator]
    return list_skills(school)[0].levels.get(indicator) if version is None or skills is None else None
