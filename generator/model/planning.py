"""Prompts, rubrics and the plan on a page: what the school lends to its learners and advisers."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model._base import Day, EmptyAsList, Id, Key, Line, Markdown, Prose, Record


class Prompt(Record):
    """A question or a way to begin, for a use, a grade band and a language."""

    id: Id
    use: Literal["reflection", "critique", "card", "starter"]
    block: Key | None = None
    band: Id | None = None
    language: Line = ""
    lead_level: Literal["shared", "prompted", "alone"] | None = None
    text: Prose
    review: Literal["human", "machine"] = "human"


class Criterion(Record):
    """One line of a rubric."""

    id: Id
    title: Prose
    levels: dict[Id, Prose] = {}


class Rubric(Record):
    """`content/rubrics/<id>.yml`: a project rubric, beside the graduate profile and never mixed in."""

    id: Id
    title: Prose
    criteria: Annotated[tuple[Criterion, ...], EmptyAsList] = ()


class Phase(Record):
    """A stretch of the plan and what it aims for."""

    id: Id | None = None
    title: Prose
    starts: Day | None = None
    ends: Day | None = None
    target: Prose | None = None


class Measure(Record):
    """How the school will know."""

    what: Prose
    now: Prose | None = None
    target: Prose | None = None
    by: Day | None = None


class PlanPerson(Record):
    """Who does what."""

    who: Prose
    does: Prose


class Plan(Record):
    """`content/plan.yml`: two or three ideas on one page."""

    title: Prose | None = None
    aims: Annotated[tuple[Markdown, ...], EmptyAsList] = ()
    measures: Annotated[tuple[Measure, ...], EmptyAsList] = ()
    phases: Annotated[tuple[Phase, ...], EmptyAsList] = ()
    people: Annotated[tuple[PlanPerson, ...], EmptyAsList] = ()
