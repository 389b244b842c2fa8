"""Office records: roster, staff, consent, approvals, ratings, and what adults write on one learner."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from generator.model._base import Count, Day, EmptyAsList, Id, Line, Markdown, Prose, Record, Reference, Yes

Use = Literal["families", "onsite", "print", "web", "web-indexed", "press"]
Item = Literal["work", "name", "face", "voice", "words"]
USES: tuple[str, ...] = get_args(Use)
ITEMS: tuple[str, ...] = get_args(Item)


class RosterRow(Record):
    """One learner of `office/roster.csv`; family and given name serve matching only."""

    learner_id: Id
    given_name: Line = ""
    family_name: Line = ""
    display_name: Line = ""
    grade: Line = ""
    group: Line = ""
    adviser: Line = ""
    cohort_year: Line = ""
    status: Literal["active", "left"] = "active"
    never_publish: Yes = False
    eligible: Yes = False
    pseudonym: Line = ""
    family_edition_name: Line = ""


class StaffRow(Record):
    """One adult of `office/staff.csv`."""

    staff_id: Id
    name: Line
    role: Literal["adviser", "panel", "coordinator", "office", "mentor", "interpreter"]
    email: Line = ""
    active: Yes = True


class ConsentRow(Record):
    """One answer of `office/consent.csv`."""

    learner_id: Id
    use: Use
    items: tuple[Item, ...]
    answer: Literal["yes", "no"]
    given_by_role: Literal["guardian", "learner", "eligible-student"]
    given_on: Day
    until: Day | None = None
    notice_version: Line = ""
    withdrawn_on: Day | None = None
    giver: Line = ""


class ApprovalRow(Record):
    """One approval of `office/approvals.csv`: an item, an edition, and the revision that was seen."""

    item: Reference
    edition: Literal["public", "onsite"]
    revision: Line
    approved_by: Id
    approved_on: Day


class Consents(Record):
    """All rows that could be read, and whom the others close.

    `closed` holds learner ids whose consents are all read as no, because of a row that could not be
    read or that may have meant them; `broken` says that the file as a whole cannot be trusted, so
    that no edition but `staff` may be built.
    """

    rows: tuple[ConsentRow, ...] = ()
    closed: frozenset[str] = frozenset()
    broken: bool = False


class RatingFeedback(Record):
    """Feedback in three slots: goal, now, next."""

    goal: Prose | None = None
    now: Prose | None = None
    next: Prose | None = None


class FollowUp(Record):
    """After "not yet": a named adult, dated changes and a date."""

    adult: Id
    changes: Annotated[tuple[Prose, ...], EmptyAsList] = ()
    by: Day


class Override(Record):
    """A level set by a person against the computation: the reason, the name and the day."""

    reason: Prose
    by: Id
    on: Day


class Rating(Record):
    """A rating of evidence; staff only until it is released, family at the most."""

    id: Id
    indicator: Reference
    artifact: Reference | None = None
    conference: Reference | None = None
    level: Id
    rater: Id
    rater_kind: Literal["adviser", "panel", "mentor", "peer"]
    purpose: Literal["formative", "interim", "summative"]
    rated_on: Day
    released_on: Day | None = None
    noted: Prose | None = None
    feedback: RatingFeedback | None = None
    attempt: Count = 1
    version: Line | None = None
    decision: Literal["met", "distinction", "not-yet"] | None = None
    follow_up: FollowUp | None = None
    override: Override | None = None

    def is_released(self, day: date) -> bool:
        """Tell whether the learner and the family may read it on a day."""
        return self.released_on is not None and self.released_on <= day


class Guardian(Record):
    """An adult who answers for the learner."""

    relation: Prose
    may_receive: Yes = False
    may_consent: Yes = False
    language: Line = ""
    interpreter: Yes = False
    contact_mode: Line = ""


class Verified(Record):
    """Out-of-school work that somebody at school has verified: only so does it count."""

    artifact: Reference
    by: Id
    on: Day
    how: Prose | None = None


class ConferenceNotes(Record):
    """What the adviser prepares for one conference."""

    adviser_readiness: Prose | None = None
    adviser_questions: Annotated[tuple[Prose, ...], EmptyAsList] = ()
    private_time: Yes = False
    notes: Markdown | None = None


class AdviserNote(Record):
    """A dated note by an adult."""

    by: Id
    on: Day
    text: Markdown


class OfficeLearner(Record):
    """`office/learners/<learner_id>.yml`: staff only, all of it."""

    guardians: Annotated[tuple[Guardian, ...], EmptyAsList] = ()
    verified: Annotated[tuple[Verified, ...], EmptyAsList] = ()
    conferences: dict[str, ConferenceNotes] = Field(default_factory=dict)
    adviser_notes: Annotated[tuple[AdviserNote, ...], EmptyAsList] = ()
