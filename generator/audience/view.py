"""What is left of a school for one edition on one day: the only thing that pages are handed.

Everything in here may be printed as it stands, but for two fields that are never printed:
`source` (where the bytes of a medium lie) and `grants` (whose consent a thing leans on).
What an edition may not show is absent: None, "" or an empty tuple, with no mark in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

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


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line about oneself and the day since when it holds."""

    text: Said
    since: date | None = None


@dataclass(frozen=True, slots=True)
class ShownCheckIn:
    """A dated look at a goal; `evidence` holds public ids of shown pieces."""

    on: date
    where_am_i: Said | None = None
    what_changed: Said | None = None
    next_step: Said | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownGoal:
    """A goal with its check-ins; family and staff only."""

    title: Said
    kind: str
    status: str
    due: date | None = None
    why_it_matters: Said | None = None
    baseline: Said | None = None
    target: Said | None = None
    measure: Said | None = None
    first_step: Said | None = None
    if_then: Said | None = None
    check_ins: tuple[ShownCheckIn, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownConference:
    """A conference in short; family and staff only. `selected` pairs a purpose with a public id."""

    type: str
    starts: datetime | None
    length_min: int
    place: str
    mode: str
    language: str
    interpreter: bool = False
    selected: tuple[tuple[str, str], ...] = ()
    commitments: tuple[tuple[str, Said, date | None], ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownWork:
    """One engagement with a career; family and staff only."""

    career: Said
    level: str
    on: date
    noticed: Said | None = None


@dataclass(frozen=True, slots=True)
class ShownPortfolio:
    """A learner's portfolio home. `name` is "" where the name may not be shown.

    `pieces` holds public ids, newest first; `cover` and `proud_of` are public ids among the shown
    pieces or "". `inks` is the pair the learner chose: a name, or two hexadecimal colours.
    `grade`, `group`, `adviser`, `goals`, `supports` ... are there only where the edition has them.
    """

    public_id: str
    name: str = ""
    pronunciation: str = ""
    about_me: Said | None = None
    told_to: str = ""
    strengths: tuple[ShownLine, ...] = ()
    interests: tuple[ShownLine, ...] = ()
    values: tuple[ShownLine, ...] = ()
    aspirations: tuple[ShownLine, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    supports: tuple[tuple[str, tuple[Said, ...]], ...] = ()
    world_of_work: tuple[ShownWork, ...] = ()
    family_says: tuple[tuple[Said, Said], ...] = ()
    photo: ShownMedium | None = None
    cover: str = ""
    proud_of: str = ""
    proud_because: Said | None = None
    ink_pair: str = ""
    ink_colours: tuple[str, str] | None = None
    ink_because: Said | None = None
    pieces: tuple[str, ...] = ()
    goals: tuple[ShownGoal, ...] = ()
    conferences: tuple[ShownConference, ...] = ()
    grade: str = ""
    group: str = ""
    adviser: str = ""
    status: ItemStatus | None = None
    findings: tuple[Finding, ...] = ()
    grants: frozenset[Grant] = NOBODY

    @property
    def address(self) -> str:
        """The address of the portfolio's home."""
        return f"portfolios/{self.public_id}/"


@dataclass(frozen=True, slots=True)
class ShownRoom:
    """A room of an exhibition with what stands there; onsite and staff only."""

    id: str
    title: Said
    floor: str
    step_free: bool
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownProgrammeItem:
    """One line of the programme; onsite and staff only."""

    at: datetime
    title: Said
    by: Said | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class ShownExhibition:
    """An exhibition: the event and its pieces; rooms, sessions and programme only on site and for staff."""

    id: str
    title: Said
    big_question: Said | None = None
    statement: Said | None = None
    mode: str = "permanent"
    opens: date | None = None
    closes: date | None = None
    pieces: tuple[str, ...] = ()
    rooms: tuple[ShownRoom, ...] = ()
    sessions: tuple[tuple[Said | None, datetime, datetime], ...] = ()
    programme: tuple[ShownProgrammeItem, ...] = ()
    findings: tuple[Finding, ...] = ()
    grants: frozenset[Grant] = NOBODY

    @property
    def address(self) -> str:
        """The address of the exhibition's page."""
        return f"exhibition/{self.id}/"


@dataclass(frozen=True, slots=True)
class ShownIndicator:
    """An indicator with its "I can" lines: (level title, line), lowest first."""

    id: str
    title: str
    standards: tuple[str, ...]
    i_can: tuple[tuple[str, Said], ...]
    i_can_by_band: tuple[tuple[str, tuple[tuple[str, Said], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ShownCompetency:
    """A competency, its indicators and the public ids of pieces that claim it."""

    id: str
    title: str
    kind: str
    rated: bool
    summary: Said | None
    guiding_question: Said | None
    levels: tuple[str, ...]
    indicators: tuple[ShownIndicator, ...]
    pieces: tuple[str, ...] = ()
    grants: frozenset[Grant] = NOBODY

    @property
    def address(self) -> str:
        """The address of the competency's page."""
        return f"graduate-profile/{self.id}/"


@dataclass(frozen=True, slots=True)
class ShownSchool:
    """What every page may say of the school. `logo` is the address of its mark in the output, or ""."""

    name: str
    languages: tuple[str, ...]
    url: str = ""
    contact: str = ""
    logo: str = ""
    home: str = ""
    ink_pair: str = ""
    ink_colours: tuple[str, str] | None = None
    profile_title: str = ""
    profile_version: str = ""
    adopted_on: date | None = None
    consulted: tuple[tuple[Said, Said | None, date], ...] = ()
    indexed: bool = False
    image_max_px: int = 1600


@dataclass(frozen=True, slots=True)
class PublishedView:
    """One edition of a school on one day: consent and ceilings applied, the rest is gone.

    `portfolios` and `pieces` are keyed by public id. In `staff` a record without a public id is
    keyed by `held-<n>`.
    """

    edition: str
    day: date
    school: ShownSchool
    competencies: tuple[ShownCompetency, ...] = ()
    portfolios: Mapping[str, ShownPortfolio] = field(default_factory=dict)
    pieces: Mapping[str, ShownPiece] = field(default_factory=dict)
    exhibitions: tuple[ShownExhibition, ...] = ()
    findings: tuple[Finding, ...] = ()
