"""The parts of a view that make up a piece: media, drafts, claims, reflections, credits.

Pages import all of them from `view`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.findings import Finding
from generator.model.medium import MediumFacts

Grant = tuple[str, str]
NOBODY: frozenset[Grant] = frozenset()


@dataclass(frozen=True, slots=True)
class Said:
    """Words with their language tag; `lang` is "" where it is the page's own."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class ItemStatus:
    """For staff and for the learner's own preview: who was meant to see an item, and who will.

    `asked` is the audience the learner chose, `in_force` the widest edition that shows it
    ("self", "family", "onsite", "public"), `reason` the sentence that says why it stops there.
    """

    asked: str
    in_force: str
    reason: str


@dataclass(frozen=True, slots=True)
class ShownMedium:
    """A medium of a piece, a draft, or a photo.

    `number` counts the shown media of a page from 1 and names the output files. `publishable` says
    that we can clean this kind; where False only kind, title and size may be printed. `words` is
    the plain text of a text-like medium, "" elsewhere. `link` is set for links, then `facts` is None.
    """

    number: int
    kind: str
    source: str = ""
    facts: MediumFacts | None = None
    title: Said | None = None
    alt: Said | None = None
    decorative: bool = False
    long_description: Said | None = None
    transcript: Said | None = None
    rights: Said | None = None
    link: str = ""
    publishable: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """An earlier try, with what happened to it."""

    medium: ShownMedium
    made_on: date | None
    changed: Said | None = None
    because: Said | None = None


@dataclass(frozen=True, slots=True)
class ShownRating:
    """What an adult said of a claim; only in editions that may show it."""

    level_id: str
    level: str
    rater: str
    rater_kind: str
    rated_on: date
    released: bool
    noted: Said | None = None
    goal: Said | None = None
    now: Said | None = None
    next: Said | None = None


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim that a piece shows an indicator, in the wording of its version.

    `level_step` counts from 1 in `level_count`; 0 where no level was claimed. `by` is the printed
    name of the maker who claims it, `portfolio` the public id of their portfolio here, or "".
    """

    competency_id: str
    indicator_id: str
    competency: str
    indicator: str
    kind: str
    i_can: Said | None
    level: str
    level_step: int
    level_count: int
    by: str
    because: Said | None = None
    version: str = ""
    portfolio: str = ""
    ratings: tuple[ShownRating, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """One prompt of a reflection with its answer and margin note."""

    prompt: str
    answer: Said
    note: Said | None = None


@dataclass(frozen=True, slots=True)
class ShownReflection:
    """One maker's reflection. `told_to` is "" or who wrote it down: a name, or "a teacher"."""

    by: str
    answers: tuple[ShownAnswer, ...]
    told_to: str = ""
    portfolio: str = ""


@dataclass(frozen=True, slots=True)
class ShownFeedback:
    """Feedback in three slots; `who` is a name or "a classmate"."""

    who: str
    source: str
    on: date | None
    goal: Said | None = None
    now: Said | None = None
    next: Said | None = None


@dataclass(frozen=True, slots=True)
class ShownHelp:
    """Help that was used, what was kept and what was changed."""

    what: Said
    kept: Said | None = None
    changed: Said | None = None


@dataclass(frozen=True, slots=True)
class ShownMaker:
    """A maker whose part may be shown. `name` is "" where the name may not.

    `portfolio` is the public id of the maker's portfolio if this edition has it, else "".
    """

    name: str
    portfolio: str = ""
    role: Said | None = None
    contribution: Said | None = None
    grade: str = ""


@dataclass(frozen=True, slots=True)
class ShownMentorNote:
    """The note of an adult outside school."""

    name_role: Said
    organisation: Said | None
    on: date
    text: Said


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """Where a piece stands in an exhibition, and who presents it; onsite and staff only."""

    exhibition: str
    room: str
    room_id: str
    station: str
    session: str = ""
    presenters: tuple[str, ...] = ()
    order: int | None = None


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """One piece with every shown maker's part: the page `a/<public_id>/`.

    `with_classmates` is True for every piece made in a pair or team, whoever refused or did not.
    `exhibitions` holds ids of the exhibitions that show it.
    """

    public_id: str
    title: Said
    kind: str
    made_on: date
    summary: Said | None = None
    question: Said | None = None
    made_of: Said | None = None
    intended_audience: Said | None = None
    form_chosen_because: Said | None = None
    impact: Said | None = None
    subjects: tuple[str, ...] = ()
    setting: str = "school"
    with_classmates: bool = False
    hours: int | None = None
    makers: tuple[ShownMaker, ...] = ()
    media: tuple[ShownMedium, ...] = ()
    drafts: tuple[ShownDraft, ...] = ()
    claims: tuple[ShownClaim, ...] = ()
    reflections: tuple[ShownReflection, ...] = ()
    feedback: tuple[ShownFeedback, ...] = ()
    help_used: tuple[ShownHelp, ...] = ()
    goals: tuple[tuple[str, Said | None], ...] = ()
    mentor_note: ShownMentorNote | None = None
    label_title: Said | None = None
    label_statement: Said | None = None
    exhibitions: tuple[str, ...] = ()
    places: tuple[ShownPlace, ...] = ()
    portfolios: tuple[str, ...] = ()
    status: ItemStatus | None = None
    findings: tuple[Finding, ...] = ()
    grants: frozenset[Grant] = NOBODY

    @property
    def address(self) -> str:
        """The address of the piece's one page."""
        return f"a/{self.public_id}/"
