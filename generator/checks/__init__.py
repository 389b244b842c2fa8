"""Checks: one file a rule, found by its being here. Problems in, findings out.

A rule's file holds `RULE` and at most one function: `check_learner(school, learner, day)` or
`check_school(school, day)`. Codes that the loading room notices have a file without a function, so
that they can be explained all the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from generator.checks._rule import Rule
from generator.findings import Finding, Problem
from generator.model.whole import School
from generator.parts import find_parts

if TYPE_CHECKING:
    from generator.checks._located import Sources

__all__ = ["Rule", "drop_waived", "find_rule", "get_rule", "list_rules", "make_findings", "run_learner_rules", "run_rules", "run_school_rules"]


@cache
def list_rules() -> tuple[Rule, ...]:
    """List every rule, by code."""
    return tuple(sorted((part.RULE for part in find_parts(__name__)), key=lambda rule: rule.code))


@cache
def _by_code() -> dict[str, Rule]:
    return {rule.code: rule for rule in list_rules()}


def find_rule(code: str) -> Rule | None:
    """Find a rule by its code in any case, or by its name; None where there is none."""
    wanted = code.strip()
    named = (rule for rule in list_rules() if rule.name == wanted.lower())
    return _by_code().get(wanted.upper()) or next(named, None)


def get_rule(code: str) -> Rule:
    """Get the rule of a code; raises `KeyError` for a code that no rule has."""
    return _by_code()[code]


def run_rules(school: School, day: date, learners: Iterable[str] | None = None) -> list[Problem]:
    """Run every rule over a school: learner by learner, then the rules about the school as a whole.

    With `learners` only theirs are run, and of the rules about the whole only what concerns them is
    given. Worker processes can share the work by the two functions below.
    """
    chosen = sorted(school.learners) if learners is None else [each for each in sorted(set(learners)) if each in school.learners]
    problems = run_learner_rules(school, day, chosen)
    whole = run_school_rules(school, day)
    return problems + (whole if learners is None else [each for each in whole if each.learner_id in chosen])


def run_learner_rules(school: School, day: date, learners: Iterable[str]) -> list[Problem]:
    """Run the rules about one learner's records over some learners, in the order given."""
    checks = [part.check_learner for part in find_parts(__name__) if hasattr(part, "check_learner")]
    problems: list[Problem] = []
    for learner_id in learners:
        learner = school.learners[learner_id]
        for check in checks:
            problems.extend(check(school, learner, day))
    return problems


def run_school_rules(school: School, day: date) -> list[Problem]:
    """Run the rules about the school as a whole."""
    checks = [part.check_school for part in find_parts(__name__) if hasattr(part, "check_school")]
    return [problem for check in checks for problem in check(school, day)]


def drop_waived(problems: Iterable[Problem], school: School, day: date) -> list[Problem]:
    """Leave out what a waiver in force covers: such problems are not reported and hold nothing back."""
    from generator.checks import _waivers  # it names rules of this room, so it is imported after them

    return _waivers.drop_waived(problems, school, day)


def make_findings(
    problems: Iterable[Problem], sources: Sources, school: School | None, day: date, every: bool = True
) -> tuple[Finding, ...]:
    """Turn problems into findings: waivers applied, each located, once, and sorted.

    `problems` are those before waivers. `sources` locates a place in its file. `school` is None
    where it could not be loaded at all. `every` is False where only some learners were checked, so
    that a waiver without a finding is no news.
    """
    from generator.checks import _located, _waivers

    given = list(problems)
    if school is not None:
        given = [*_waivers.drop_waived(given, school, day), *_waivers.check_waivers(given, school, day, every)]
    return tuple(sorted({_located.locate_finding(each, get_rule(each.code), sources) for each in given}))
