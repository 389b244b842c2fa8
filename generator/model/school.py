"""What `content/school.yml` says: the school, its bands and terms, and what it publishes."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator

from generator.model._base import Count, Day, EmptyAsList, Id, Line, Prose, Record, Yes, shown

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")
Edition = Literal["public", "onsite", "family", "staff"]
NameForm = Literal["none", "pseudonym", "first", "first-initial"]


class GradeBand(Record):
    """Grades that share prompts and expectations, in the school's own words."""

    id: Id
    title: Prose
    grades: tuple[Line, ...]


class Term(Record):
    """A stretch of the school year."""

    id: Id
    title: Prose
    starts: Day
    ends: Day


class NameForms(Record):
    """The form of a learner's name in each edition; none falls back to a longer one."""

    public: NameForm = "none"
    onsite: NameForm = "none"
    family: NameForm = "first"


class Publishing(Record):
    """The school's policy: switches that can only lower what consent allows."""

    names: NameForms = NameForms()
    faces: Literal["none", "with-consent"] = "none"
    public: Yes = True
    approval: Literal["branch", "record"] = "branch"
    image_max_px: Count = 1200
    public_until: Day | None = None
    indexed: Yes = False
    staff_names: Yes = False
    public_hours: Yes = False
    deploy: Line = ""
    contact: Line = ""


class Inks(Record):
    """Two flat colours: a named pair, or `a` and `b` as hexadecimal, with the reason."""

    pair: Line = ""
    a: Line = ""
    b: Line = ""
    because: Prose | None = shown("family")

    def find_colours(self) -> tuple[str, str] | None:
        """Find the two colours where both can be read; what cannot be read never reaches a page."""
        return (self.a, self.b) if _COLOUR.match(self.a) and _COLOUR.match(self.b) else None


class Waiver(Record):
    """A finding that the school has decided to live with until a day."""

    code: Line
    path: Line
    reason: Line
    by: Id
    until: Day


class MediaLimits(Record):
    """Lower limits than the tool's own, in megabytes, megapixels and minutes."""

    picture_mb: Count | None = None
    picture_mp: Count | None = None
    film_mb: Count | None = None
    film_minutes: Count | None = None
    pdf_mb: Count | None = None


class SchoolSettings(Record):
    """`content/school.yml`, whole."""

    name: Prose
    url: Line = ""
    timezone: Line = "UTC"
    country: Line = ""
    paper: Literal["letter", "a4"] = "a4"
    languages: Annotated[tuple[Line, ...], BeforeValidator(lambda value: value or ("en",))] = ("en",)
    inks: Inks = Inks()
    logo: Line = ""
    csv_dates: Literal["iso", "dmy", "mdy"] = "iso"
    grade_bands: Annotated[tuple[GradeBand, ...], EmptyAsList] = ()
    terms: Annotated[tuple[Term, ...], EmptyAsList] = ()
    publishing: Publishing = Publishing()
    media: MediaLimits = MediaLimits()
    office: Line = ""
    waivers: Annotated[tuple[Waiver, ...], EmptyAsList] = ()

    def find_band(self, grade: str) -> GradeBand | None:
        """Find the grade band that holds a grade as the roster writes it."""
        wanted = grade.strip().upper()
        return next((band for band in self.grade_bands if wanted in {each.upper() for each in band.grades}), None)
