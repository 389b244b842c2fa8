"""A session that ends before it begins, or lies outside the days of the exhibition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import EXHIBITION, change, keep
from generator.checks._places import exhibition_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EXH009",
    name="session-out-of-time",
    severity=Severity.ERROR,
    reason="The programme prints these times. Families would come to a closed door.",
    remedy="Put day and time of the session right.",
    bad=change(EXHIBITION, "ends: 2026-12-03T19:00", "ends: 2026-12-03T07:00"),
    good=keep(EXHIBITION),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find session out of time in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        for index, session in enumerate(show.sessions):
            if session.ends <= session.starts:
                key, found = "ends", "ends before it begins"
            elif show.opens and session.starts.date() < show.opens:
                key, found = "starts", f"is before the exhibition opens on {show.opens.isoformat()}"
            elif show.closes and session.ends.date() > show.closes >= (show.opens or show.closes):
                key, found = "ends", f"is after the exhibition closes on {show.closes.isoformat()}"
            else:
                continue
            yield say(
                RULE, (exhibition_path(exhibition_id), ("sessions", index, key)),
                f'The session "{session.id}" {found}.', "Write day and time as 2026-12-03T17:00.",
            )
