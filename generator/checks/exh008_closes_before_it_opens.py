"""An exhibition whose days are in the wrong order."""

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
    code="EXH008",
    name="closes-before-it-opens",
    severity=Severity.ERROR,
    reason=(
        "Pages appear when it opens and go when it is taken down. In the wrong order it would never be shown, or "
        "never end."
    ),
    remedy="Put the days in order: opens, closes, teardown.",
    bad=change(EXHIBITION, "closes: 2026-12-17", "closes: 2026-11-17"),
    good=keep(EXHIBITION),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find closes before it opens in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        for early, late in (("opens", "closes"), ("closes", "teardown"), ("opens", "teardown")):
            first, last = getattr(show, early), getattr(show, late)
            if first and last and last < first and not (late == "teardown" and early == "opens" and show.closes):
                yield say(
                    RULE, (exhibition_path(exhibition_id), (late,)),
                    f"{late} is {last.isoformat()}, before {early}, which is {first.isoformat()}.",
                    "Put the days in order: opens, closes, teardown.",
                )
