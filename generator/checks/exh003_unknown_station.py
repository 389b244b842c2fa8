"""A placement at a station or in a room that the exhibition does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import EXHIBITION, change, keep
from generator.checks._places import exhibition_path
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EXH003",
    name="unknown-station",
    severity=Severity.ERROR,
    reason="Labels, map and programme say where a piece stands. A place that does not exist sends visitors nowhere.",
    remedy="Write room/station as they stand below rooms.",
    bad=change(EXHIBITION, "station: gym/g1", "station: gym/g2"),
    good=keep(EXHIBITION),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find unknown station in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        known = show.list_stations()
        for index, placement in enumerate(show.placements):
            if placement.station and placement.station not in known:
                yield say(
                    RULE, (exhibition_path(exhibition_id), ("placements", index, "station")),
                    f'"{placement.station}" is no station of this exhibition.',
                    suggest(placement.station, known, "Add rooms with stations first."),
                )
