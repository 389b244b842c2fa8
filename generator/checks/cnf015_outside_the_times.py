"""A time of a conference day that lies on another day, or ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import CONFERENCE_DAY, change, keep
from generator.checks._places import conference_day_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="CNF015",
    name="outside-the-times",
    severity=Severity.WARNING,
    reason="Slots are laid into these times. Outside of them nobody is there.",
    remedy="Put day and time right.",
    bad=change(CONFERENCE_DAY, "ends: 2026-11-12T19:00", "ends: 2026-11-12T15:00"),
    good=keep(CONFERENCE_DAY),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find outside the times in the school's files."""
    for day_id, plan in school.conference_days.items():
        path = conference_day_path(day_id)
        for key, entries in (("adviser_times", plan.adviser_times), ("families", plan.families)):
            for index, entry in enumerate(entries):
                for number, window in enumerate(entry.windows):
                    field = (key, index, "windows", number)
                    if window.ends <= window.starts:
                        yield say(RULE, (path, (*field, "ends")), "This time ends before it begins.", "Write it as 2026-11-12T19:00.")
                    elif window.starts.date() not in plan.days:
                        yield say(
                            RULE, (path, (*field, "starts")), f"{window.starts.date().isoformat()} is none of the days above.",
                            "Put the day right, or add it to days.",
                        )
        for index, slot in enumerate(plan.fixed):
            if slot.starts.date() not in plan.days:
                yield say(
                    RULE, (path, ("fixed", index, "starts")), f"{slot.starts.date().isoformat()} is none of the days above.",
                    "Put the day right, or add it to days.",
                )
