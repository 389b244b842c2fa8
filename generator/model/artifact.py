"""An artifact: a piece of learner work with its media, drafts, evidence, reflection and credits."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model._base import (
    Count,
    Day,
    EmptyAsList,
    Id,
    Key,
    Line,
    Markdown,
    Prose,
    PublicId,
    Record,
    Reference,
    Yes,
    shown,
)
from generator.model.learner import Audience


class Maker(Record):
    """Somebody who made the piece: their role and, in a line, their part."""

    learner_id: Id
    role: Prose | None = shown("public")
    contribution: Prose | None = shown("public")


class Medium(Record):
    """A file beside the record, or a link; with what a reader needs who cannot see or hear it.

    `shows` and `voices` name learners whose face can be seen or voice heard; None: not said.
    """

    file: Line | None = None
    link: Line | None = None
    title: Prose | None = shown("public")
    alt: Prose | None = shown("public")
    decorative: Yes = False
    long_description: Markdown | None = shown("family")
    captions: Line | None = None
    transcript: Line | None = None
    rights: Prose | None = shown("family")
    shows: Annotated[tuple[Id, ...], EmptyAsList] | None = None
    voices: Annotated[tuple[Id, ...], EmptyAsList] | None = None


class Draft(Record):
    """An earlier try: the file, its day, what changed after it and why."""

    file: Line
    alt: Prose | None = shown("public")
    made_on: Day | None = None
    changed: Prose | None = shown("public")
    because: Prose | None = shown("public")
    shows: Annotated[tuple[Id, ...], EmptyAsList] | None = None
    voices: Annotated[tuple[Id, ...], EmptyAsList] | None = None


class Evidence(Record):
    """The claim that a piece shows an indicator, with its because."""

    indicator: Reference
    level: Id | None = None
    because: Prose | None = shown("public")
    version: Line | None = None
    nominate: Yes = False


class Reflection(Record):
    """Answers to a protocol's prompts, what they cite, and margin notes."""

    protocol: Id
    answers: dict[Key, Markdown | None] = shown("public", {})
    cites: Annotated[tuple[Line, ...], EmptyAsList] = ()
    notes: dict[Key, Prose] = shown("public", {})
    told_to: Line | None = None


class Feedback(Record):
    """What somebody said about the piece, in three slots: goal, now, next; family at the most."""

    source: Literal["peer", "adviser", "family", "mentor", "visitor"] = Field(alias="from")
    by: Line | None = None
    on: Day | None = None
    protocol: Id | None = None
    criterion: Prose | None = shown("family")
    goal: Prose | None = shown("family")
    now: Prose | None = shown("family")
    next: Prose | None = shown("family")


class GoalLink(Record):
    """Why this piece serves a goal."""

    id: Id
    because: Prose | None = shown("family")


class Help(Record):
    """Help that was used, people and tools alike, with what was kept and what was changed."""

    what: Prose = shown("public", ...)
    kept: Prose | None = shown("public")
    changed: Prose | None = shown("public")


class Label(Record):
    """The words for the wall: a title of 1 to 7 words, a statement of 40 to 75."""

    title: Prose | None = shown("public")
    question: Prose | None = shown("family")
    statement: Prose | None = shown("public")


class MentorNote(Record):
    """A dated note by the adult outside school who saw the work."""

    name_role: Prose
    organisation: Prose | None = None
    on: Day
    text: Markdown


class Artifact(Record):
    """`portfolios/<learner_id>/artifacts/<id>/artifact.yml`: a piece that this learner owns."""

    public_id: PublicId | None = None
    title: Prose = shown("public", ...)
    kind: Literal["product", "performance", "process", "observation", "did-not-work", "outside"]
    made_on: Day
    summary: Prose | None = shown("public")
    question: Prose | None = shown("public")
    made_of: Prose | None = shown("public")
    intended_audience: Prose | None = shown("family")
    form_chosen_because: Prose | None = shown("family")
    subjects: Annotated[tuple[Line, ...], EmptyAsList] = shown("public", list)
    setting: Literal["school", "home", "community", "work", "online"] = "school"
    work_mode: Literal["alone", "pair", "team"] = "alone"
    project: Id | None = None
    rubric: Id | None = None
    hours: Count | None = None
    mentor_note: MentorNote | None = shown("family")
    audience: Audience = "family"
    makers: Annotated[tuple[Maker, ...], EmptyAsList] = ()
    media: Annotated[tuple[Medium, ...], EmptyAsList] = ()
    drafts: Annotated[tuple[Draft, ...], EmptyAsList] = ()
    evidence: Annotated[tuple[Evidence, ...], EmptyAsList] = ()
    reflection: Reflection | None = None
    feedback: Annotated[tuple[Feedback, ...], EmptyAsList] = shown("family", list)
    goals: Annotated[tuple[GoalLink, ...], EmptyAsList] = shown("family", list)
    help_used: Annotated[tuple[Help, ...], EmptyAsList] = ()
    impact: Prose | None = shown("family")
    label: Label | None = None


class Pointer(Record):
    """An `artifact.yml` that points at a piece in a classmate's folder: my part of our work."""

    shared_from: Reference
    role: Prose | None = shown("public")
    contribution: Prose | None = shown("public")
    audience: Audience = "family"
    evidence: Annotated[tuple[Evidence, ...], EmptyAsList] = ()
    reflection: Reflection | None = None
    goals: Annotated[tuple[GoalLink, ...], EmptyAsList] = shown("family", list)
    help_used: Annotated[tuple[Help, ...], EmptyAsList] = ()
