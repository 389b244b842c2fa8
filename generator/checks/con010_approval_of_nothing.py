"""An approval of something that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import APPROVALS, append
from generator.checks._people import hint_adult, is_unknown_adult
from generator.checks._places import approval_spot
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="CON010",
    name="approval-of-nothing",
    severity=Severity.WARNING,
    reason="An approval names a record. If there is none, something else was meant, and that has no approval.",
    remedy="Approve again with `exhibit approve`, which writes the row.",
    bad=append(APPROVALS, "ana-r/river-senser,public,0011223344556677,k-ortiz,2026-10-10\n"),
    good=append(APPROVALS, "ana-r/river-sensor,public,0011223344556677,k-ortiz,2026-10-10\n"),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find approval of nothing in the school's files."""
    if not school.has_office:
        return
    known = {*school.learners, *school.exhibitions}
    known |= {f"{who}/{name}" for who, learner in school.learners.items() for name in (*learner.artifacts, *learner.pointers)}
    for row in school.approvals:
        plain = row.item.removesuffix("/profile")
        if plain not in known:
            yield say(
                RULE, approval_spot(school, row.item, "item"), f'"{row.item}" is approved, and there is nothing with that name.',
                suggest(row.item, known, "Take the row away."), row.item.partition("/")[0],
            )
        if is_unknown_adult(school, row.approved_by):
            yield say(
                RULE, approval_spot(school, row.item, "approved_by"),
                f'"{row.item}" is approved by "{row.approved_by}", and the staff list has nobody with that id.',
                hint_adult(school, row.approved_by), row.item.partition("/")[0],
            )
