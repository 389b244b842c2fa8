"""A small school, written file by file: tests name only the files in which they differ from it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from generator.audience.publish import redact_school
from generator.audience.view import PublishedView
from generator.loading import Loaded, load_school
from generator.model.whole import School

DAY = date(2026, 11, 1)
"""The day of every test that says no other."""

Files = Mapping[str, str | bytes | None]

ROSTER_HEADER = (
    "learner_id,given_name,family_name,display_name,grade,group,adviser,cohort_year,status,never_publish,eligible,pseudonym,family_edition_name"
)
CONSENT_HEADER = "learner_id,use,items,answer,given_by_role,given_on,until,notice_version,withdrawn_on,giver"

SCHOOL = """\
name: Riverbend
languages: [en]
grade_bands:
  - {id: middle, title: Middle school, grades: [6, 7, 8]}
publishing:
  names: {public: first-initial, onsite: first-initial, family: first}
  faces: with-consent
"""

PROFILE_OF_GRADUATES = """\
id: riverbend
version: "2026"
title: Portrait of a graduate
levels:
  - {id: beginning, title: Beginning}
  - {id: proficient, title: Proficient}
competencies:
  - id: communicator
    title: Communicator
    kind: transferable
    indicators:
      - id: adapts
        title: Adapts a message
        i_can:
          proficient: I can plan my words.
"""

ROSTER = f"""\
{ROSTER_HEADER}
ana-r,Ana Lucia,Rosales,Ana,7,Otters,k-ortiz,2032,active,no,no,Kingfisher,Anita
ben-k,Benjamin,Kessler,Ben,7,Otters,k-ortiz,2032,active,no,no,,
noa-d,Noa,Delacroix,Noa,7,Otters,k-ortiz,2032,active,yes,no,,
"""

STAFF = "staff_id,name,role,email,active\nk-ortiz,Kim Ortiz,adviser,kim@school.example,yes\n"

CONSENT = f"""\
{CONSENT_HEADER}
ana-r,families,work name words face voice,yes,guardian,2026-08-27,2027-06-30,v1,,g1
ana-r,onsite,work name words face voice,yes,guardian,2026-08-27,2027-06-30,v1,,g1
ana-r,web,work name words face voice,yes,guardian,2026-08-27,2027-06-30,v1,,g1
ben-k,families,work name words face voice,yes,guardian,2026-08-27,2027-06-30,v1,,g1
ben-k,onsite,work name words face voice,yes,guardian,2026-08-27,2027-06-30,v1,,g1
ben-k,web,work name words face voice,yes,guardian,2026-08-27,2027-06-30,v1,,g1
noa-d,web,work name words face voice,yes,guardian,2026-08-27,2027-06-30,v1,,g1
"""

SENSOR = """\
public_id: snsr2222
title: How muddy is our river
kind: product
made_on: 2026-10-03
summary: A sensor for nine dollars.
subjects: [science]
work_mode: team
audience: public
makers:
  - learner_id: ana-r
    role: case
    contribution: I built the case.
  - learner_id: ben-k
    role: readings
    contribution: Ben read the numbers.
  - learner_id: noa-d
    role: paint
    contribution: Noa painted it.
media:
  - file: sensor.png
    alt: A hand holding a sensor
    shows: []
drafts:
  - file: draft.png
    alt: A first sketch
    made_on: 2026-09-12
    changed: Made it waterproof
    because: The first one drowned
    shows: []
evidence:
  - indicator: communicator/adapts
    level: proficient
    because: I made a poster for the fishers.
reflection:
  protocol: what-so-what-now-what
  answers:
    what: We measured for six weeks.
"""


def make_png(colour: tuple[int, int, int] = (10, 90, 70)) -> bytes:
    """A whole PNG of two by two pixels."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes(colour) * 2) * 2
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


PNG = make_png()

BASE: dict[str, str | bytes] = {
    "content/school.yml": SCHOOL,
    "content/graduate_profile.yml": PROFILE_OF_GRADUATES,
    "content/office/roster.csv": ROSTER,
    "content/office/staff.csv": STAFF,
    "content/office/consent.csv": CONSENT,
    "portfolios/ana-r/profile.yml": "public_id: anaa2222\nabout_me: I ask questions.\nstrengths:\n  - I notice small changes\naudience: public\n",
    "portfolios/ana-r/goals/present.yml": "title: Present to strangers\nkind: academic\nmeasure: Minutes\ncheck_ins:\n  - on: 2026-10-02\n    where_am_i: Two minutes.\n",
    "portfolios/ana-r/artifacts/river-sensor/artifact.yml": SENSOR,
    "portfolios/ana-r/artifacts/river-sensor/sensor.png": PNG,
    "portfolios/ana-r/artifacts/river-sensor/draft.png": PNG,
    "portfolios/ben-k/profile.yml": "public_id: benn2222\nabout_me: I count things.\naudience: public\n",
    "portfolios/ben-k/artifacts/our-sensor/artifact.yml": (
        "shared_from: ana-r/river-sensor\naudience: public\ncontribution: I read the numbers every morning.\n"
        "evidence:\n  - indicator: communicator/adapts\n    level: beginning\n    because: I explained the table.\n"
        "reflection:\n  protocol: what-so-what-now-what\n  answers:\n    what: I got up early.\n"
    ),
    "portfolios/noa-d/profile.yml": "public_id: noaa2222\nabout_me: I paint boats.\naudience: public\n",
}


def write_school(root: Path, files: Files | None = None, base: Files = BASE) -> Path:
    """Write the base school with some files changed, added or, by None, left out; give its folder."""
    for path, content in {**base, **(files or {})}.items():
        if content is None:
            continue
        full = root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


@pytest.fixture
def school(tmp_path: Path) -> Callable[..., Loaded]:
    """Load the base school with some files changed: `school({"content/school.yml": "…"})`."""
    numbers = count()
    return lambda files=None: load_school(write_school(tmp_path / f"school-{next(numbers)}", files), jobs=1)


@pytest.fixture
def view(school: Callable[..., Loaded]) -> Callable[..., PublishedView]:
    """Cut an edition of the base school with some files changed: `view("public", {…})`."""
    def cut(edition: str = "public", files: Files | None = None, day: date = DAY, **more: object) -> PublishedView:
        found: School = school(files).school
        return redact_school(found, edition, day, **more)  # type: ignore[arg-type]
    return cut


NEVER_PRINTED = frozenset({"source", "grants"})
"""Fields of a view that are never printed (see `generator/audience/view.py`)."""


def list_words(part: object) -> set[str]:
    """Every text that can be reached in a view, keys included, but for what is never printed."""
    if isinstance(part, str):
        return {part} if part else set()
    if isinstance(part, Mapping):
        return set().union(*(list_words(key) | list_words(value) for key, value in part.items()))
    if isinstance(part, list | tuple | set | frozenset):
        return set().union(*map(list_words, part))
    if is_dataclass(part):
        return set().union(*(list_words(getattr(part, each.name)) for each in fields(part) if each.name not in NEVER_PRINTED))
    return set()
