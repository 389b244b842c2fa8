"""A coordinator of an exhibition who is not in the staff list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import EXHIBITION, change, keep
from generator.checks._people import hint_adult, is_unknown_adult
from generator.checks._places import exhibition_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EXH014",
    name="unknown-coordinator",
    severity=Severity.WARNING,
    reason="Somebody is asked when a room floods an hour before the doors open. An id that nobody has cannot answer.",
    remedy="Write the staff_id, or add the adult to staff.csv.",
    bad=change(EXHIBITION, "coordinator: k-ortiz", "coordinator: k-ortis"),
    good=keep(EXHIBITION),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find unknown coordinator in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        if show.coordinator and is_unknown_adult(school, show.coordinator):
            yield say(
                RULE, (exhibition_path(exhibition_id), ("coordinator",)),
                f'"{show.coordinator}" coordinates this exhibition, and the staff list has nobody with that id.',
                hint_adult(school, show.coordinator),
            )
