"""A piece that stands twice in one session of an exhibition."""

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
    code="EXH015",
    name="placed-twice",
    severity=Severity.WARNING,
    reason="A piece and its maker can be in one place at a time.",
    remedy="Take one of the placements away, or give it another session.",
    bad=change(
        EXHIBITION,
        "placements:\n",
        "placements:\n  - {artifact: ben-k/river-sensor, station: library, session: opening}\n",
    ),
    good=keep(EXHIBITION),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find placed twice in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        seen: set[tuple[str, str | None]] = set()
        for index, placement in enumerate(show.placements):
            key = school.find_owner(placement.artifact) or placement.artifact, placement.session
            if key in seen:
                yield say(
                    RULE, (exhibition_path(exhibition_id), ("placements", index)),
                    f'"{placement.artifact}" is the same piece as one placed further up in this session.',
                    "Take one of the two away, or give it another session.",
                )
            seen.add(key)
