"""What is left of a school for one edition on one day: the only thing that pages are handed.

Everything in here may be printed as it stands, but for two fields that are never printed:
`source` (where the bytes of a medium lie) and `grants` (whose consent a thing leans on).
What an edition may not show is absent: None, "" or an empty tuple, with no mark in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from generator.audience._piece_view import (
    NOBODY,
    Grant,
    ItemStatus,
    Said,
    ShownAnswer,
    ShownClaim,
    ShownDraft,
    ShownFeedback,
    ShownHelp,
    ShownMaker,
    ShownMedium,
    ShownMentorNote,
    ShownPiece,
    ShownPlace,
    ShownRating,
    ShownReflection,
)
from generator.findings import Finding

__all__ = [
    "NOBODY",
    "Grant",
    "ItemStatus",
    "PublishedView",
    "Said",
    "ShownAnswer",
    "ShownCheckIn",
    "ShownClaim",
    "ShownCompetency",
    "ShownConference",
    "ShownDraft",
    "ShownExhibition",
    "ShownFeedback",
    "ShownGoal",
    "ShownHelp",
    "ShownIndicator",
    "ShownLine",
    "ShownMaker",
    "ShownMedium",
    "ShownMentorNote",
    "ShownPiece",
    "ShownPlace",
    "ShownPortfolio",
    "ShownProgrammeItem",
    "ShownRating",
    "ShownReflection",
    "ShownRoom",
    "ShownSchool",
    "ShownWork",
]


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
