"""An office record that names an adult who is not in the staff list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import OFFICE_LEARNER, append
from generator.checks._people import hint_adult, is_unknown_adult
from generator.checks._places import office_learner_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="LRN016",
    name="unknown-office-staff",
    severity=Severity.WARNING,
    reason="What an adult verified or noted counts because a named adult stands behind it.",
    remedy="Write the staff_id of the adult, or add them to staff.csv.",
    bad=append(OFFICE_LEARNER, "verified:\n  - {artifact: river-sensor, by: k-ortitz, on: 2026-10-05}\n"),
    good=append(OFFICE_LEARNER, "verified:\n  - {artifact: river-sensor, by: k-ortiz, on: 2026-10-05}\n"),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find unknown office staff in the school's files."""
    for learner_id, record in school.office.items():
        named = [("verified", index, entry.by) for index, entry in enumerate(record.verified)]
        named += [("adviser_notes", index, entry.by) for index, entry in enumerate(record.adviser_notes)]
        for key, index, adult in named:
            if is_unknown_adult(school, adult):
                yield say(
                    RULE, (office_learner_path(school, learner_id), (key, index, "by")),
                    f'"by" names "{adult}", and staff.csv has nobody with that id.',
                    hint_adult(school, adult), learner_id,
                )
