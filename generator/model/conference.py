"""A conference that a learner leads, and the days and tables that the school plans for it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model._base import Count, Day, EmptyAsList, Id, Key, Line, Markdown, Moment, Prose, Record, Reference, Yes


class Interpreter(Record):
    """Whether an interpreter is needed and booked."""

    needed: Yes = False
    booked: Yes = False


class Attendee(Record):
    """Somebody who comes to listen, named as the learner names them."""

    name: Line
    relation: Prose | None = None
    invited: Yes = False
    confirmed: Yes = False
    came: Yes = False


class Selected(Record):
    """A piece chosen for the conference, and as what."""

    as_: Literal["pride", "growth", "struggle", "skill"] = Field(alias="as")
    artifact: Reference
    because: Prose | None = None
    drafts: Annotated[tuple[Line, ...], EmptyAsList] = ()
    indicator: Reference | None = None


class AgendaBlock(Record):
    """One block of the plan: how many minutes, and the script cards."""

    block: Key
    minutes: Count
    cards: Annotated[tuple[Prose, ...], EmptyAsList] = ()


class PreviousCommitment(Record):
    """What became of something promised last time."""

    ref: Reference
    kept: Literal["yes", "partly", "no"]
    note: Prose | None = None


class Commitment(Record):
    """Who will do what by when."""

    id: Id
    who: Literal["learner", "family", "adviser"]
    what: Prose
    by: Day | None = None
    goal: Id | None = None


class Readiness(Record):
    """How ready the learner feels, and the rehearsal."""

    learner: Prose | None = None
    rehearsed_with: Line | None = None
    rehearsed_on: Day | None = None


class Conference(Record):
    """`portfolios/<learner_id>/conferences/<id>.yml`; family at the most."""

    type: Literal["student-led", "presentation", "passage", "defence", "goal-setting", "gallery"]
    starts: Moment | None = None
    length_min: Count = 25
    place: Line = ""
    mode: Literal["room", "phone", "video"] = "room"
    language: Line = ""
    interpreter: Interpreter = Interpreter()
    lead_level: Literal["shared", "prompted", "alone"] = "prompted"
    questions_when: Literal["during", "end"] = "end"
    attendees: Annotated[tuple[Attendee, ...], EmptyAsList] = ()
    listener_of_last_resort: Line | None = None
    selected: Annotated[tuple[Selected, ...], EmptyAsList] = ()
    agenda: Annotated[tuple[AgendaBlock, ...], EmptyAsList] = ()
    previous_commitments: Annotated[tuple[PreviousCommitment, ...], EmptyAsList] = ()
    commitments: Annotated[tuple[Commitment, ...], EmptyAsList] = ()
    readiness: Readiness | None = None
    student_reflection_after: Markdown | None = None


class Window(Record):
    """A stretch of time."""

    starts: Moment
    ends: Moment


class AdviserTimes(Record):
    """When an adviser is there."""

    adviser: Id
    windows: Annotated[tuple[Window, ...], EmptyAsList] = ()


class FamilyWindows(Record):
    """When a family can come, in which language, and whether an interpreter is needed."""

    learners: tuple[Id, ...]
    windows: Annotated[tuple[Window, ...], EmptyAsList] = ()
    language: Line = ""
    interpreter: Yes = False


class ConferenceTable(Record):
    """A table in a room."""

    id: Id
    room: Line = ""


class FixedSlot(Record):
    """A slot that is not to be moved."""

    learner: Id
    starts: Moment
    table: Id | None = None


class ConferenceDay(Record):
    """`content/conference_days/<id>.yml`: days, rooms, tables, advisers' and families' times."""

    title: Prose | None = None
    days: tuple[Day, ...]
    adviser_times: Annotated[tuple[AdviserTimes, ...], EmptyAsList] = ()
    rooms: Annotated[tuple[Line, ...], EmptyAsList] = ()
    tables: Annotated[tuple[ConferenceTable, ...], EmptyAsList] = ()
    families: Annotated[tuple[FamilyWindows, ...], EmptyAsList] = ()
    fixed: Annotated[tuple[FixedSlot, ...], EmptyAsList] = ()
