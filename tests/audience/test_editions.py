"""What each edition shows of media, profiles, shows and ratings, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from generator.audience.view import PublishedView
from generator.loading import Loaded
from tests.conftest import BASE, CONSENT, PNG, ROSTER, SCHOOL, SENSOR, list_words

PIECE = "portfolios/ana-r/artifacts/river-sensor/artifact.yml"
FOLDER = "portfolios/ana-r/artifacts/river-sensor"
TABLE = "content/office/consent.csv"


def _alts(shown: PublishedView) -> list[str]:
    return [medium.alt.text for medium in shown.pieces["snsr2222"].media if medium.alt]


def _media(shows: str, key: str = "shows") -> dict[str, str | bytes]:
    more = f"  - file: two.png\n    alt: Two of us\n    {key}: {shows}\n  - file: three.png\n    alt: A bridge\n    shows: []\n"
    return {PIECE: SENSOR.replace("drafts:\n", f"{more}drafts:\n"), f"{FOLDER}/two.png": PNG, f"{FOLDER}/three.png": PNG}


def _no(learner_id: str, item: str) -> dict[str, str]:
    return {TABLE: f"{CONSENT}{learner_id},web,{item},no,guardian,2026-10-01,,v1,,g1\n"}


@pytest.mark.parametrize(("key", "item"), [("shows", "face"), ("voices", "voice")])
def test_a_face_or_a_voice_is_shown_by_consent_alone(key: str, item: str, view: Callable[..., PublishedView]) -> None:
    """Everybody who is seen or heard must allow it; what is left is numbered without a gap."""
    two = ["A hand holding a sensor", "Two of us", "A bridge"]
    one = ["A hand holding a sensor", "A bridge"]
    assert _alts(view("public", _media("[ana-r, ben-k]", key))) == two
    assert _alts(view("public", {**_media("[ana-r, ben-k]", key), **_no("ben-k", item)})) == one
    assert _alts(view("public", _media("[ana-r, noa-d]", key))) == one
    assert _alts(view("public", _media("[ana-r, stranger]", key))) == one
    shown = view("public", {**_media("[ben-k]", key), **_no("ben-k", item)})
    assert [medium.number for medium in shown.pieces["snsr2222"].media] == [1, 2]
    assert _alts(view("staff", _media("[noa-d]", key))) == two


def test_a_school_that_shows_no_faces(view: Callable[..., PublishedView]) -> None:
    """`faces: none` closes web and walls whatever anybody allows, and leaves voices alone."""
    none = {"content/school.yml": SCHOOL.replace("with-consent", "none")}
    for edition in ("public", "onsite"):
        assert "Two of us" not in _alts(view(edition, {**_media("[ana-r]"), **none}))
        assert "Two of us" in _alts(view(edition, {**_media("[ana-r]", "voices"), **none}))
    assert "Two of us" in _alts(view("family", {**_media("[ana-r]"), **none}, learner_id="ana-r"))


def test_a_maker_with_a_private_part_is_not_seen(view: Callable[..., PublishedView]) -> None:
    """Ben allows his face and keeps his part to the family: the picture with his face goes from the web."""
    pointer = "portfolios/ben-k/artifacts/our-sensor/artifact.yml"
    closed = {pointer: str(BASE[pointer]).replace("audience: public", "audience: family")}
    assert "Two of us" not in _alts(view("public", {**_media("[ben-k]"), **closed}))


def test_drafts_follow_the_same_rule(view: Callable[..., PublishedView]) -> None:
    """A draft that shows somebody without leave is left out."""
    record = SENSOR.replace("    because: The first one drowned\n    shows: []\n", "    because: The first one drowned\n    shows: [ben-k]\n")
    assert len(view("public", {PIECE: record}).pieces["snsr2222"].drafts) == 1
    assert view("public", {PIECE: record, **_no("ben-k", "face")}).pieces["snsr2222"].drafts == ()


@pytest.mark.parametrize(("audience", "editions"), [("self", set()), ("family", {"family"}), ("onsite", {"family", "onsite"}), ("public", {"family", "onsite", "public"})])
def test_the_audience_of_a_piece(audience: str, editions: set[str], view: Callable[..., PublishedView]) -> None:
    """A piece is in the editions that its audience reaches, in staff always."""
    files = {PIECE: SENSOR.replace("audience: public", f"audience: {audience}"), "portfolios/ben-k/artifacts/our-sensor/artifact.yml": None}
    found = {edition for edition in ("public", "onsite", "family") if "snsr2222" in view(edition, files, learner_id="ana-r" if edition == "family" else None).pieces}
    assert found == editions
    assert "snsr2222" in view("staff", files).pieces


def test_the_audience_of_a_profile_and_its_entries(view: Callable[..., PublishedView]) -> None:
    """An entry may say less than its profile, never more."""
    profile = "public_id: anaa2222\nabout_me: About\nstrengths:\n  - Seen\n  - {text: Hidden, audience: family}\n  - {text: Wide, audience: public}\nlanguages:\n  - {name: Spanish, use: home, can_present: true}\n  - {name: Quechua, use: grandmother}\n"
    path = "portfolios/ana-r/profile.yml"
    words = list_words(view("public", {path: profile + "audience: public\n"}))
    assert {"About", "Seen", "Wide", "Spanish"} <= words
    assert not words & {"Hidden", "Quechua", "home", "grandmother"}
    assert not list_words(view("public", {path: profile + "audience: family\n"})) & {"About", "Seen", "Wide", "Spanish"}
    assert {"Hidden", "Quechua", "home"} <= list_words(view("family", {path: profile}, learner_id="ana-r"))


def test_the_boundary_days_of_an_edition(view: Callable[..., PublishedView]) -> None:
    """`public_until` and the last day of a consent are included; the day after, the web shows nobody."""
    until = {"content/school.yml": SCHOOL + "  public_until: 2026-12-31\n"}
    assert view("public", until, date(2026, 12, 31)).pieces
    assert not view("public", until, date(2027, 1, 1)).pieces
    assert view("onsite", until, date(2027, 1, 1)).pieces
    assert view("public", {}, date(2027, 6, 30)).pieces and not view("public", {}, date(2027, 7, 1)).pieces
    assert view("public", {}, date(2026, 8, 27)).pieces and not view("public", {}, date(2026, 8, 26)).pieces
    closed = view("public", {"content/school.yml": SCHOOL + "  public: no\n"})
    assert (closed.pieces, closed.portfolios) == ({}, {})


def test_a_broken_consent_table_shows_nobody(view: Callable[..., PublishedView]) -> None:
    """With conflict markers in the table nobody is in any edition but staff."""
    broken = {TABLE: CONSENT + "<<<<<<< HEAD\n"}
    for edition in ("public", "onsite"):
        shown = view(edition, broken)
        assert (shown.pieces, shown.portfolios) == ({}, {})
    assert view("staff", broken).pieces


RATING = "- {{id: r1, indicator: communicator/adapts, artifact: ana-r/river-sensor, level: proficient, rater: k-ortiz, rater_kind: adviser, purpose: interim, rated_on: 2026-10-20, noted: NOTED{}}}\n"


def test_ratings_go_to_the_own_family_once_released(view: Callable[..., PublishedView]) -> None:
    """Before `released_on`, or without one, staff alone; from that day the own family; the web never."""
    path = "content/office/ratings/ana-r.yml"
    without, released = {path: RATING.format("")}, {path: RATING.format(", released_on: 2026-10-22")}
    def seen(edition: str, files: dict[str, str], day: date, who: str | None = None) -> bool:
        return "NOTED" in list_words(view(edition, files, day, learner_id=who))
    assert seen("staff", without, date(2026, 11, 1)) and not seen("family", without, date(2026, 11, 1), "ana-r")
    assert not seen("family", released, date(2026, 10, 21), "ana-r") and seen("family", released, date(2026, 10, 22), "ana-r")
    for edition, who in (("public", None), ("onsite", None), ("family", "ben-k")):
        assert not seen(edition, released, date(2026, 11, 1), who)


SHOW = """\
title: Water
statement: Words of the show
opens: 2026-12-03
sessions: [{id: opening, starts: 2026-12-03T17:00, ends: 2026-12-03T19:00, title: NIGHT}]
rooms:
  - {id: gym, title: GYM, stations: [{id: g1}]}
placements:
  - {artifact: ana-r/river-sensor, station: gym/g1, session: opening, presenters: [ana-r]}
programme:
  - {at: 2026-12-03T17:15, title: WELCOME, by: PRINCIPAL}
"""


def test_rooms_and_times_are_for_those_on_site(view: Callable[..., PublishedView]) -> None:
    """The web names the event and its pieces; rooms, stations, presenters and programme stay on site; hours where the school says so."""
    files = {"content/exhibitions/fall.yml": SHOW}
    private = {"GYM", "gym", "g1", "WELCOME", "PRINCIPAL", "NIGHT"}
    words = list_words(view("public", files))
    assert {"Water", "Words of the show"} <= words and not words & private
    assert private <= list_words(view("onsite", files)) and private <= list_words(view("staff", files))
    hours = {**files, "content/school.yml": SCHOOL + "  public_hours: yes\n"}
    assert list_words(view("public", hours)) & private == {"NIGHT"}


def test_approval_by_record_fails_closed(view: Callable[..., PublishedView], school: Callable[..., Loaded]) -> None:
    """Only the revision that was seen, for the edition that was named, from the day of the approval."""
    by_record: dict[str, str | bytes] = {"content/school.yml": SCHOOL + "  approval: record\n"}
    found = school(by_record).school.learners["ana-r"].revisions
    def rows(*lines: str) -> dict[str, str | bytes]:
        return {**by_record, "content/office/approvals.csv": "item,edition,revision,approved_by,approved_on\n" + "".join(f"{line}\n" for line in lines)}
    piece = f"ana-r/river-sensor,public,{found['river-sensor']},k-ortiz,2026-10-10"
    profile = f"ana-r,public,{found['']},k-ortiz,2026-10-10"
    assert view("public", by_record).pieces == {} and view("public", by_record).portfolios == {}
    assert "snsr2222" in view("public", rows(piece)).pieces
    assert "snsr2222" not in view("onsite", rows(piece)).pieces
    assert "snsr2222" not in view("public", rows(piece), date(2026, 10, 9)).pieces
    assert "snsr2222" in view("public", rows(piece), date(2026, 10, 10)).pieces
    assert "snsr2222" not in view("public", {**rows(piece), f"{FOLDER}/sensor.png": PNG + b"changed"}).pieces
    assert "snsr2222" not in view("public", rows(piece.replace(found["river-sensor"], ""))).pieces
    assert "I ask questions." not in list_words(view("public", rows(piece)))
    assert "I ask questions." in list_words(view("public", rows(piece, profile)))
    assert "snsr2222" in view("family", by_record, learner_id="ana-r").pieces


def test_without_a_public_id_a_record_is_not_on_the_web(view: Callable[..., PublishedView]) -> None:
    """A piece or a profile without a public id has no address there; staff see it under a stand-in."""
    files = {PIECE: SENSOR.replace("public_id: snsr2222\n", ""), "portfolios/ana-r/profile.yml": "about_me: Hello\naudience: public\n"}
    shown = view("public", files)
    assert (shown.pieces, list(shown.portfolios)) == ({}, ["benn2222"])
    assert any(key.startswith("held-") for key in view("staff", files).pieces)


def test_inks_that_are_no_colours_reach_no_page(view: Callable[..., PublishedView]) -> None:
    """Two hexadecimal colours or none: nothing else can be written into a style sheet."""
    profile = "public_id: anaa2222\nabout_me: Hi\naudience: public\ninks: {{a: '{0}', b: '#f5b81c'}}\n"
    path = "portfolios/ana-r/profile.yml"
    assert view("public", {path: profile.format("#0f5b45")}).portfolios["anaa2222"].ink_colours == ("#0f5b45", "#f5b81c")
    for bad in ("red;}body{display:none", "#0f5b4", "url(x)", "#0f5b45 "):
        assert view("public", {path: profile.format(bad)}).portfolios["anaa2222"].ink_colours in (None, ("#0f5b45", "#f5b81c"))
        assert bad not in list_words(view("public", {path: profile.format(bad)}))


def test_never_publish_is_nowhere_but_at_home(view: Callable[..., PublishedView]) -> None:
    """Every yes stands, and the learner is on no screen, wall or other family's copy; their own family has all."""
    roster = {"content/office/roster.csv": ROSTER.replace("2032,active,no,no,Kingfisher", "2032,active,yes,no,Kingfisher")}
    for edition, who in (("public", None), ("onsite", None), ("family", "ben-k")):
        shown = view(edition, roster, learner_id=who)
        assert "anaa2222" not in shown.portfolios
        assert not any("Ana" in word or word in ("I built the case.", "I ask questions.") for word in list_words(shown) if word != "A hand holding a sensor")
    assert "I ask questions." in list_words(view("family", roster, learner_id="ana-r"))


def test_no_order_tells_of_folders_or_rooms(view: Callable[..., PublishedView]) -> None:
    """Newest first, ties by public id, on the web in shows too; on site a show runs from station to station."""
    def piece(public_id: str, made_on: str) -> str:
        return f"public_id: {public_id}\ntitle: T\nkind: product\nmade_on: {made_on}\naudience: public\n"

    show = "title: Water\nrooms:\n  - {id: gym, title: Gym, stations: [{id: g1}, {id: g2}, {id: g3}]}\nplacements:\n"
    files = {
        "portfolios/ana-r/artifacts/zoo/artifact.yml": piece("bbbb2222", "2026-09-01"),
        "portfolios/ben-k/artifacts/kite/artifact.yml": piece("cccc2222", "2026-10-20"),
        "portfolios/ben-k/artifacts/ant/artifact.yml": piece("aaaa2222", "2026-09-01"),
        "content/exhibitions/fall.yml": show + "".join(f"  - {{artifact: {ref}, station: gym/g{n}}}\n" for n, ref in enumerate(("ana-r/zoo", "ben-k/ant", "ben-k/kite"), 1)),
    }
    shown = view("public", files)
    assert list(shown.pieces) == ["cccc2222", "snsr2222", "aaaa2222", "bbbb2222"]
    assert shown.exhibitions[0].pieces == ("cccc2222", "aaaa2222", "bbbb2222")
    assert view("onsite", files).exhibitions[0].pieces == ("bbbb2222", "aaaa2222", "cccc2222")
