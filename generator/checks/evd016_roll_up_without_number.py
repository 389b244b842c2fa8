"""A way of summing up ratings that lacks its number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import layout
from generator.checks._example import GRADUATE_PROFILE, change
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EVD016",
    name="roll-up-without-number",
    severity=Severity.WARNING,
    reason='The rule stands in words beside every result. "Reached … times" needs the number.',
    remedy="Add n for n-times-at-level, k for most-common-of-last, weight for decaying-average.",
    bad=change(
        GRADUATE_PROFILE,
        "  at_level: developing",
        "  at_level: developing\n  roll_up: {method: n-times-at-level}",
    ),
    good=change(
        GRADUATE_PROFILE,
        "  at_level: developing",
        "  at_level: developing\n  roll_up: {method: n-times-at-level, n: 2}",
    ),
)

_NUMBERS = {"n-times-at-level": "n", "most-common-of-last": "k", "decaying-average": "weight"}


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find roll up without number in the school's files."""
    profile = school.graduate_profile
    rules = [(("evidence_rule",), profile.evidence_rule)]
    for index, competency in enumerate(profile.competencies):
        rules.append((("competencies", index, "evidence_rule"), competency.evidence_rule))
        for number, indicator in enumerate(competency.indicators):
            rules.append((("competencies", index, "indicators", number, "evidence_rule"), indicator.evidence_rule))
    for way, rule in rules:
        for method in (rule.roll_up.method, rule.roll_up.shown_with) if rule else ():
            key = _NUMBERS.get(method or "")
            if rule and key and not getattr(rule.roll_up, key):
                yield say(
                    RULE, (layout.GRADUATE_PROFILE, (*way, "roll_up")),
                    f'"{method}" needs {key}, and {key} is missing.',
                    f"Write for instance {key}: {0.7 if key == 'weight' else 2}",
                )
