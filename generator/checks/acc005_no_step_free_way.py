"""Pieces that stand in a room which cannot be reached without steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import EXHIBITION, change, keep
from generator.checks._places import exhibition_path
from generator.checks._rule import Rule
from generator.checks._say import count, say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="ACC005",
    name="no-step-free-way",
    severity=Severity.ADVICE,
    reason="A visitor in a wheelchair, or with a pram, is to miss nothing.",
    remedy="Move the placements to a room that is step-free, or set step_free: yes if the room is.",
    bad=change(EXHIBITION, "    title: Gym\n    step_free: yes\n", "    title: Gym\n"),
    good=keep(EXHIBITION),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find no step free way in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        rooms = {room.id: room for room in show.rooms}
        free = [room.id for room in show.rooms if room.step_free]
        for index, room in enumerate(show.rooms):
            here = rooms.get(room.moved_to, room) if room.moved_to else room
            placed = sum((placement.station or "").partition("/")[0] == room.id for placement in show.placements)
            if placed and not here.step_free:
                yield say(
                    RULE, (exhibition_path(exhibition_id), ("rooms", index)),
                    f'{count(placed, "piece stands", "pieces stand")} in "{room.id}", which is not marked as step-free.',
                    f"Write step_free: yes if it is, or use {' or '.join(free) or 'another room'}.",
                )
