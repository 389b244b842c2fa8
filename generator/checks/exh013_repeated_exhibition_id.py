"""Two rooms, stations or sessions of one exhibition with the same id."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import EXHIBITION, change, keep
from generator.checks._places import exhibition_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Field, Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EXH013",
    name="repeated-exhibition-id",
    severity=Severity.ERROR,
    reason="Placements find their spot by the id. With two of them visitors are sent to the wrong one.",
    remedy="Give one of the two an id of its own.",
    bad=change(
        EXHIBITION,
        "{id: library, title: Library, step_free: yes}",
        "{id: gym, title: Library, step_free: yes}",
    ),
    good=keep(EXHIBITION),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find repeated exhibition id in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        lists: list[tuple[Field, list[str]]] = [
            (("rooms",), [room.id for room in show.rooms]),
            (("sessions",), [session.id for session in show.sessions]),
        ]
        lists += [(("rooms", index, "stations"), [each.id for each in room.stations]) for index, room in enumerate(show.rooms)]
        for way, ids in lists:
            for index, each in enumerate(ids):
                if each in ids[:index]:
                    yield say(
                        RULE, (exhibition_path(exhibition_id), (*way, index, "id")),
                        f'The id "{each}" already stands further up in this list.', "Give this one an id of its own.",
                    )
