"""A table or a room that the conference day does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import CONFERENCE_DAY, change, keep
from generator.checks._places import conference_day_path
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="CNF014",
    name="unknown-table",
    severity=Severity.ERROR,
    reason="Families are sent to a table in a room. One that does not exist cannot be found.",
    remedy="Write the id of a table, and for a table one of the rooms.",
    bad=change(CONFERENCE_DAY, "table: t3}", "table: t4}"),
    good=keep(CONFERENCE_DAY),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find unknown table in the school's files."""
    for day_id, plan in school.conference_days.items():
        tables = [table.id for table in plan.tables]
        named = [(("fixed", index, "table"), slot.table, tables) for index, slot in enumerate(plan.fixed)]
        named += [(("tables", index, "room"), table.room, list(plan.rooms)) for index, table in enumerate(plan.tables) if plan.rooms]
        for field, wanted, known in named:
            if wanted and wanted not in known:
                yield say(
                    RULE, (conference_day_path(day_id), field), f'This conference day has no {field[-1]} "{wanted}".',
                    suggest(wanted, known, f"Add the {field[-1]} first."),
                )
