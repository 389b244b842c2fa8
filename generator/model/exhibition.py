"""An exhibition: rooms and stations, what stands where, sessions and programme."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model._base import Count, Day, EmptyAsList, Id, Line, Markdown, Moment, Prose, Record, Reference, Yes


class Station(Record):
    """A spot in a room and what it needs: wall, table, power, sound, quiet, seated."""

    id: Id
    needs: Annotated[tuple[Line, ...], EmptyAsList] = ()
    photo_dot: Yes = False


class Room(Record):
    """A room of the show. `moved_to` sends all its stations and placements to another room."""

    id: Id
    title: Prose
    floor: Line = ""
    step_free: Yes = False
    capacity: Count | None = None
    moved_to: Id | None = None
    stations: Annotated[tuple[Station, ...], EmptyAsList] = ()


class Session(Record):
    """A time at which the show is open with people in it."""

    id: Id
    title: Prose | None = None
    starts: Moment
    ends: Moment


class Placement(Record):
    """A piece at a station: order, session and who presents it."""

    artifact: Reference
    station: Reference | None = None
    order: Count | None = None
    session: Id | None = None
    presenters: Annotated[tuple[Id, ...], EmptyAsList] = ()


class ProgrammeItem(Record):
    """One line of the programme."""

    at: Moment
    title: Prose
    by: Prose | None = None
    minutes: Count | None = None


class Milestone(Record):
    """A day on the way to the show."""

    id: Id
    title: Prose | None = None
    on: Day


class Exhibition(Record):
    """`content/exhibitions/<id>.yml`, whole."""

    title: Prose
    big_question: Prose | None = None
    statement: Markdown | None = None
    mode: Literal["permanent", "pop-up", "night", "virtual", "mixed"] = "permanent"
    opens: Day | None = None
    closes: Day | None = None
    teardown: Day | None = None
    coordinator: Id | None = None
    milestones: Annotated[tuple[Milestone, ...], EmptyAsList] = ()
    sessions: Annotated[tuple[Session, ...], EmptyAsList] = ()
    rooms: Annotated[tuple[Room, ...], EmptyAsList] = ()
    placements: Annotated[tuple[Placement, ...], EmptyAsList] = ()
    programme: Annotated[tuple[ProgrammeItem, ...], EmptyAsList] = ()

    def list_stations(self) -> tuple[str, ...]:
        """List every `room/station` and every room by itself: what a placement may name."""
        return tuple(
            name for room in self.rooms for name in [*(f"{room.id}/{station.id}" for station in room.stations), room.id]
        )
