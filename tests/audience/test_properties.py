"""What holds for any school: less consent never shows more, and no edition adds what staff do not see."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.audience.consent import ConsentBook
from generator.audience.publish import redact_school
from generator.audience.view import PublishedView
from generator.loading import load_school
from generator.model.office import ITEMS, ConsentRow, Consents
from generator.model.whole import School
from tests.conftest import BASE, DAY, PNG, ROSTER, SCHOOL, SENSOR, list_words, write_school

LEARNERS = ("ana-r", "ben-k", "noa-d")
EDITIONS = st.sampled_from(["public", "onsite"])
USES = {"public": "web", "onsite": "onsite"}


@cache
def _school() -> School:
    """The base school with a picture of faces, a show, a rating and a second piece."""
    files: dict[str, str | bytes] = {
        "content/office/roster.csv": ROSTER.replace("2032,active,yes", "2032,active,no"),
        "content/school.yml": SCHOOL,
        "content/exhibitions/fall.yml": "title: Water\nrooms:\n  - {id: gym, title: Gym, stations: [{id: g1}]}\nplacements:\n  - {artifact: ana-r/river-sensor, station: gym/g1, presenters: [ana-r, ben-k]}\n",
        "content/office/ratings/ana-r.yml": "- {id: r1, indicator: communicator/adapts, artifact: ana-r/river-sensor, level: proficient, rater: k-ortiz, rater_kind: adviser, purpose: interim, rated_on: 2026-10-20, released_on: 2026-10-21, noted: Good}\n",
        "portfolios/ana-r/artifacts/river-sensor/artifact.yml": SENSOR.replace("drafts:\n", "  - {file: us.png, alt: The three of us, shows: [ana-r, ben-k], voices: [noa-d]}\ndrafts:\n"),
        "portfolios/ana-r/artifacts/river-sensor/us.png": PNG,
        "portfolios/noa-d/artifacts/boat/artifact.yml": "public_id: bttt2222\ntitle: A boat\nkind: product\nmade_on: 2026-09-01\naudience: public\nwork_mode: pair\nmakers: [{learner_id: noa-d, contribution: I painted}, {learner_id: ana-r, contribution: I sawed}]\n",
    }
    with TemporaryDirectory() as folder:
        loaded = load_school(write_school(Path(folder), files), jobs=1)
    assert loaded.problems == ()
    return loaded.school


def _with(rows: list[ConsentRow]) -> School:
    return replace(_school(), consents=Consents(rows=tuple(rows)))


ROWS = st.builds(
    ConsentRow,
    learner_id=st.sampled_from(LEARNERS), use=st.sampled_from(["web", "onsite"]),
    items=st.lists(st.sampled_from(ITEMS), min_size=1, max_size=5, unique=True).map(tuple),
    answer=st.sampled_from(["yes", "yes", "yes", "no"]), given_by_role=st.sampled_from(["guardian", "guardian", "learner"]),
    given_on=st.dates(date(2026, 10, 29), date(2026, 11, 2)), until=st.dates(date(2026, 10, 31), date(2026, 11, 4)), giver=st.sampled_from(["g1", "g2"]),
)
TABLES = st.lists(ROWS, min_size=3, max_size=14)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(TABLES, EDITIONS, st.sampled_from(LEARNERS), st.lists(st.sampled_from(ITEMS), min_size=1, unique=True), st.sampled_from(["guardian", "learner"]))
def test_less_consent_never_shows_more(rows: list[ConsentRow], edition: str, who: str, items: list[str], role: str) -> None:
    """A no added to any table leaves no word in the view that was not there before."""
    refusal = ConsentRow(learner_id=who, use=USES[edition], items=tuple(items), answer="no", given_by_role=role, given_on=DAY, giver="g1")  # type: ignore[arg-type]
    before = list_words(redact_school(_with(rows), edition, DAY))
    after = list_words(redact_school(_with([*rows, refusal]), edition, DAY))
    assert after - before == set()


@settings(max_examples=80, deadline=None, derandomize=True)
@given(TABLES, EDITIONS)
def test_no_edition_adds_to_what_staff_see(rows: list[ConsentRow], edition: str) -> None:
    """Every word on the web or on the walls is in the staff edition, names of classmates included."""
    shown = list_words(redact_school(_with(rows), edition, DAY))
    staff = list_words(redact_school(_with(rows), "staff", DAY))
    assert shown - staff <= {edition, "a teacher", "a classmate"}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TABLES, EDITIONS, st.randoms(use_true_random=False))
def test_the_order_of_consents_does_not_matter(rows: list[ConsentRow], edition: str, dice: object) -> None:
    """The same rows in any order give the same view."""
    shuffled = list(rows)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert redact_school(_with(rows), edition, DAY) == redact_school(_with(shuffled), edition, DAY)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TABLES, EDITIONS)
def test_who_may_not_be_named_is_not_named(rows: list[ConsentRow], edition: str) -> None:
    """A learner whose name is not allowed is in no credit, heading or list of presenters."""
    words = list_words(redact_school(_with(rows), edition, DAY))
    book = ConsentBook(Consents(rows=tuple(rows)), _school().roster)
    for who, name in zip(LEARNERS, ("Ana R.", "Ben K.", "Noa D."), strict=True):
        if not book.decide(who, "name", USES[edition], DAY).allowed:
            assert name not in words


PIECE = "portfolios/ana-r/artifacts/river-sensor/artifact.yml"
SHOW = "title: Water\nrooms:\n  - {id: gym, title: Gym, stations: [{id: g1}]}\n  - {id: hall, title: Hall}\nplacements:\n  - {artifact: ana-r/river-sensor, station: gym/g1, presenters: [ana-r]}\n"
PRIVATE: dict[str, dict[str, str | bytes | None]] = {
    "another goal": {"portfolios/ana-r/goals/aaa.yml": "title: Secret\nkind: habit\n"},
    "no goals": {"portfolios/ana-r/goals/present.yml": None},
    "a private piece": {"portfolios/ana-r/artifacts/aaa/artifact.yml": "public_id: aaaa2222\ntitle: Secret\nkind: product\nmade_on: 2026-12-01\nevidence: [{indicator: communicator/adapts}]\n"},
    "a private piece in the show": {
        "portfolios/ana-r/artifacts/aaa/artifact.yml": "title: Secret\nkind: product\nmade_on: 2026-12-01\n",
        "content/exhibitions/fall.yml": SHOW + "  - {artifact: ana-r/aaa, station: hall, order: 0}\n",
    },
    "a private piece on the cover": {
        "portfolios/ana-r/artifacts/aaa/artifact.yml": "title: Secret\nkind: product\nmade_on: 2026-12-01\n",
        "portfolios/ana-r/profile.yml": str(BASE["portfolios/ana-r/profile.yml"]) + "cover: aaa\nproud_of: {artifact: aaa, because: Secret}\n",
    },
    "private lines among public ones": {"portfolios/ana-r/profile.yml": str(BASE["portfolios/ana-r/profile.yml"]).replace("strengths:\n", "strengths:\n  - {text: Secret, audience: family}\n") + "supports: {access: [Secret]}\n"},
    "ratings": {"content/office/ratings/ana-r.yml": "- {id: r1, indicator: communicator/adapts, artifact: ana-r/river-sensor, level: proficient, rater: k-ortiz, rater_kind: adviser, purpose: interim, rated_on: 2026-10-20, released_on: 2026-10-21}\n"},
    "notes of the office": {"content/office/learners/ana-r.yml": "adviser_notes: [{by: k-ortiz, on: 2026-10-01, text: Secret}]\n"},
    "a learner who is never published": {
        "content/office/roster.csv": ROSTER + "aaa-a,Secret,Secret,Secret,7,Otters,k-ortiz,2032,active,yes,no,,\n",
        "portfolios/aaa-a/profile.yml": "public_id: aaaa2222\nabout_me: Secret\naudience: public\n",
        "portfolios/aaa-a/artifacts/a/artifact.yml": "public_id: aaaa3333\ntitle: Secret\nkind: product\nmade_on: 2026-12-01\naudience: public\n",
        "content/office/consent.csv": str(BASE["content/office/consent.csv"]) + "aaa-a,web,work name words,yes,guardian,2026-08-27,2027-06-30,v1,,g1\n",
    },
    "without the learner who is never published": {"portfolios/noa-d/profile.yml": None, "content/office/roster.csv": "".join(line for line in ROSTER.splitlines(True) if not line.startswith("noa"))},
    "another room and other presenters": {"content/exhibitions/fall.yml": SHOW.replace("station: gym/g1, presenters: [ana-r]", "station: hall, order: 3, presenters: [ben-k]")},
    "the same placement first in another order": {"content/exhibitions/fall.yml": SHOW.replace("- {id: gym, title: Gym, stations: [{id: g1}]}\n  - {id: hall, title: Hall}", "- {id: hall, title: Hall}\n  - {id: gym, title: Secret, stations: [{id: g1}]}")},
    "a conference": {"portfolios/ana-r/conferences/2026-11.yml": "type: student-led\nplace: Secret\n"},
    "feedback and goals of a piece": {PIECE: SENSOR + "feedback: [{from: peer, by: ben-k, next: Secret}]\ngoals: [{id: present, because: Secret}]\nimpact: Secret\n"},
    "a picture of somebody who may not be seen": {PIECE: SENSOR.replace("media:\n", "media:\n  - {file: a.png, alt: Secret, shows: [noa-d]}\n"), "portfolios/ana-r/artifacts/river-sensor/a.png": PNG},
    "grade, group, adviser and pseudonym": {"content/office/roster.csv": re.sub(r"7,Otters,k-ortiz,2032,active,no,no,Kingfisher,Anita", "8,Herons,,2031,active,no,no,Secret,Secret", ROSTER)},
}


def test_the_web_is_a_function_of_what_is_public(view: Callable[..., PublishedView]) -> None:
    """Two schools that differ only in what the web may not show give equal views: no count, order or gap tells."""
    show: dict[str, str | bytes | None] = {"content/exhibitions/fall.yml": SHOW}
    plain = view("public", show)
    assert plain.pieces and plain.exhibitions[0].pieces == ("snsr2222",)
    for what, files in PRIVATE.items():
        assert view("public", {**show, **files}) == plain, what
