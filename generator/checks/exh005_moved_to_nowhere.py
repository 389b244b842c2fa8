"""A room that was moved to a room which does not exist, or in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import EXHIBITION, change
from generator.checks._places import exhibition_path
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EXH005",
    name="moved-to-nowhere",
    severity=Severity.ERROR,
    reason="One line moves all pieces of a room. If it leads nowhere, nobody finds them.",
    remedy="Write the id of a room of this exhibition that is not moved itself.",
    bad=change(EXHIBITION, "    title: Gym\n", "    title: Gym\n    moved_to: libary\n"),
    good=change(EXHIBITION, "    title: Gym\n", "    title: Gym\n    moved_to: library\n"),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find moved to nowhere in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        rooms = {room.id: room for room in show.rooms}
        for index, room in enumerate(show.rooms):
            if room.moved_to is None:
                continue
            target = rooms.get(room.moved_to)
            if target is None or target.moved_to is not None or target is room:
                found = "there is no room with that id" if target is None else "that room is moved itself"
                stable = [each.id for each in show.rooms if each.moved_to is None]
                yield say(
                    RULE, (exhibition_path(exhibition_id), ("rooms", index, "moved_to")),
                    f'"{room.id}" is moved to "{room.moved_to}", and {found}.',
                    suggest(room.moved_to, stable, "Take the line moved_to away."),
                )
