"""A learner's own records: the profile, the goals with their check-ins, and replies to ratings."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from generator.model._base import (
    PLAIN_TEXT_ENTRY,
    Day,
    EmptyAsList,
    Id,
    Line,
    Markdown,
    Prose,
    PublicId,
    Record,
    Reference,
    Yes,
    shown,
)
from generator.model.school import Inks

Audience = Literal["self", "family", "onsite", "public"]
AUDIENCES: tuple[str, ...] = get_args(Audience)
"""From the fewest readers to the most (FORMATS section 2)."""


class DatedText(Record):
    """A line about oneself, with the day since when it holds and, if wished, its own audience."""

    text: Prose
    since: Day | None = None
    audience: Audience | None = None


Entries = Annotated[tuple[Annotated[DatedText, PLAIN_TEXT_ENTRY], ...], EmptyAsList]


class Language(Record):
    """A language of the learner; only the name goes further than the family, and only by choice."""

    name: Line
    use: Line = shown("family", "")
    can_present: Yes = False
    audience: Audience | None = None


class Supports(Record):
    """What helps, in three parts: taking in, staying engaged, showing what I know (practice A3)."""

    access: Annotated[tuple[Prose, ...], EmptyAsList] = ()
    engage: Annotated[tuple[Prose, ...], EmptyAsList] = ()
    express: Annotated[tuple[Prose, ...], EmptyAsList] = ()


class WorldOfWork(Record):
    """One engagement with a career: exposure, simulation, meeting somebody, practice."""

    career: Prose
    level: Literal["exposure", "simulation", "meet", "practice"]
    on: Day
    noticed: Prose | None = None


class Riasec(Record):
    """Self-chosen interest codes of a day; never shown as a test result (practice A7)."""

    codes: Line
    on: Day


class FamilyNote(Record):
    """What somebody in the family says about the learner."""

    who: Prose
    text: Markdown
    on: Day | None = None
    language: Line = ""


class Photo(Record):
    """A picture of or by the learner for the cover; family unless told."""

    file: Line
    alt: Prose | None = None
    audience: Audience = "family"
    shows: Annotated[tuple[Id, ...], EmptyAsList] | None = None


class Pride(Record):
    """The piece a learner is proud of, and why."""

    artifact: Reference
    because: Prose | None = None


class Profile(Record):
    """`portfolios/<learner_id>/profile.yml`: who I am, in my own words."""

    public_id: PublicId | None = None
    about_me: Markdown | None = shown("public")
    told_to: Line | None = shown("family")
    pronunciation: Line = shown("public", "")
    strengths: Entries = shown("public", list)
    interests: Entries = shown("public", list)
    values: Entries = shown("public", list)
    aspirations: Entries = shown("public", list)
    languages: Annotated[tuple[Language, ...], EmptyAsList] = shown("public", list)
    supports: Supports | None = shown("family")
    gets_in_the_way: Entries = shown("family", list)
    preferences: Entries = shown("family", list)
    community_and_culture: Markdown | None = shown("family")
    world_of_work: Annotated[tuple[WorldOfWork, ...], EmptyAsList] = shown("family", list)
    riasec: Annotated[tuple[Riasec, ...], EmptyAsList] = shown("family", list)
    family_says: Annotated[tuple[FamilyNote, ...], EmptyAsList] = shown("family", list)
    photo: Photo | None = None
    cover: Reference | None = None
    proud_of: Pride | None = shown("family")
    inks: Inks | None = shown("family")
    audience: Audience = "family"


class CheckIn(Record):
    """A dated look at a goal: where am I, by what evidence, what changed, what next."""

    on: Day
    where_am_i: Prose | None = None
    evidence: Annotated[tuple[Reference, ...], EmptyAsList] = ()
    what_changed: Prose | None = None
    next_step: Prose | None = None
    mood: Prose | None = None
    adult_reply: Prose | None = None


class PlanItem(Record):
    """One thing of a plan: want, should or could, and when the chance is there (practice B7)."""

    text: Prose
    tag: Literal["want", "should", "could"] | None = None
    opportunity_window: Line = ""
    done: Yes = False


class GoalSupport(Record):
    """Help that somebody promised, and by when."""

    who: Prose
    what: Prose
    by: Day | None = None
    given_on: Day | None = None


class Agreement(Record):
    """Who agreed to a goal, and when."""

    role: Line
    on: Day | None = None


class Goal(Record):
    """`portfolios/<learner_id>/goals/<id>.yml`: a goal that can be checked; family at the most."""

    title: Prose
    kind: Literal["academic", "habit", "personal", "project", "contract"]
    indicators: Annotated[tuple[Reference, ...], EmptyAsList] = ()
    why_it_matters: Prose | None = None
    baseline: Prose | None = None
    target: Prose | None = None
    measure: Prose | None = None
    due: Day | None = None
    first_step: Prose | None = None
    obstacle: Prose | None = None
    if_then: Prose | None = None
    plan_items: Annotated[tuple[PlanItem, ...], EmptyAsList] = ()
    supports: Annotated[tuple[GoalSupport, ...], EmptyAsList] = ()
    proposed_by: Line = ""
    agreed_by: Annotated[tuple[Agreement, ...], EmptyAsList] = ()
    status: Literal["active", "met", "partly", "revised", "let-go"] = "active"
    outcome_story: Markdown | None = None
    audience: Audience = "family"
    check_ins: Annotated[tuple[CheckIn, ...], EmptyAsList] = ()


class Reply(Record):
    """A learner's answer to a rating, with "please look again" if wished."""

    rating: Reference
    text: Markdown
    on: Day
    look_again: Yes = False
    by: Day | None = None


class Replies(Record):
    """`portfolios/<learner_id>/replies.yml` is a list; this wraps it."""

    entries: Annotated[tuple[Reply, ...], EmptyAsList] = ()
