"""A grade of the roster that no grade band holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import ROSTER, change, keep
from generator.checks._places import roster_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="LRN006",
    name="grade-in-no-band",
    severity=Severity.WARNING,
    reason="Prompts and expectations belong to a grade band. A learner in no band gets neither.",
    remedy="Put the grade right in the roster, or add it to a band in school.yml.",
    bad=change(ROSTER, "Ben,7,", "Ben,17,"),
    good=keep(ROSTER),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find grade in no band in the school's files."""
    if not school.settings.grade_bands:
        return
    known = [grade for band in school.settings.grade_bands for grade in band.grades]
    for learner_id, row in school.roster.items():
        if row.status == "active" and school.settings.find_band(row.grade) is None:
            found = f'is in grade "{row.grade}", which no grade band holds' if row.grade else "has no grade"
            yield say(
                RULE, roster_spot(school, learner_id, "grade"),
                f'"{learner_id}" {found}.',
                f"Write one of {', '.join(known)}, or add the grade to a band in content/school.yml.", learner_id,
            )
