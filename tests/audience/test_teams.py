"""Team work: one piece, many makers, and nobody's refusal can be read off the credit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.audience.view import PublishedView
from tests.conftest import BASE, CONSENT, SCHOOL, SENSOR, list_words

PIECE = "portfolios/ana-r/artifacts/river-sensor/artifact.yml"
POINTER = "portfolios/ben-k/artifacts/our-sensor/artifact.yml"
TABLE = "content/office/consent.csv"
BEN = str(BASE[POINTER])


def _refuse(learner_id: str, items: str = "work name words face voice", use: str = "web", consent: str = CONSENT) -> dict[str, str]:
    return {TABLE: f"{consent}{learner_id},{use},{items},no,guardian,2026-10-01,,v1,,g1\n"}


def _names(shown: PublishedView) -> list[str]:
    return [maker.name for maker in shown.pieces["snsr2222"].makers]


def test_every_shown_maker_has_a_part_on_the_one_page(view: Callable[..., PublishedView]) -> None:
    """Names, words, claims and reflections of both; a maker's own line replaces the owner's; Noa is never published."""
    shown = view()
    piece = shown.pieces["snsr2222"]
    assert list(shown.pieces) == ["snsr2222"]
    assert _names(shown) == ["Ana R.", "Ben K."]
    assert [maker.contribution.text for maker in piece.makers if maker.contribution] == ["I built the case.", "I read the numbers every morning."]
    assert [(claim.by, claim.level_step) for claim in piece.claims] == [("Ana R.", 2), ("Ben K.", 1)]
    assert [each.by for each in piece.reflections] == ["Ana R.", "Ben K."]
    assert {home.public_id: home.pieces for home in shown.portfolios.values()} == {"anaa2222": ("snsr2222",), "benn2222": ("snsr2222",)}
    assert "Noa" not in " ".join(list_words(shown))


def test_the_owner_refuses_and_another_maker_allows(view: Callable[..., PublishedView]) -> None:
    """The piece stays, by the other's leave, without a word or the portfolio of its owner."""
    shown = view("public", _refuse("ana-r"))
    piece = shown.pieces["snsr2222"]
    assert _names(shown) == ["Ben K."]
    assert [claim.by for claim in piece.claims] == ["Ben K."]
    assert [draft.changed for draft in piece.drafts] == [None]
    assert set(shown.portfolios) == {"benn2222"}
    assert not list_words(shown) & {"I built the case.", "I made a poster for the fishers.", "The first one drowned", "I ask questions."}


def test_everybody_refuses(view: Callable[..., PublishedView]) -> None:
    """Then the piece is nowhere, and neither is anybody."""
    consent = _refuse("ana-r")[TABLE] + "ben-k,web,work name words,no,guardian,2026-10-01,,v1,,g1\n"
    shown = view("public", {TABLE: consent})
    assert (shown.pieces, shown.portfolios) == ({}, {})


@pytest.mark.parametrize("who", ["ana-r", "ben-k"])
def test_name_and_words_follow_their_own_consent(who: str, view: Callable[..., PublishedView]) -> None:
    """Without `words` a maker's sentences go and the name stays; without `name` the sentences stay."""
    first = {"ana-r": ("Ana R.", "I built the case."), "ben-k": ("Ben K.", "I read the numbers every morning.")}[who]
    without_words = list_words(view("public", _refuse(who, "words")))
    without_name = list_words(view("public", _refuse(who, "name")))
    assert (first[0] in without_words, first[1] in without_words) == (True, False)
    assert (first[0] in without_name, first[1] in without_name) == (False, True)


def test_a_pointer_says_how_far_its_maker_goes(view: Callable[..., PublishedView]) -> None:
    """Ben's pointer is for the family: on the web the piece stays and Ben is gone from it."""
    shown = view("public", {POINTER: BEN.replace("audience: public", "audience: family")})
    assert _names(shown) == ["Ana R."]
    assert shown.portfolios["benn2222"].pieces == ()
    assert "I got up early." not in list_words(shown)


def test_a_pointer_can_carry_the_piece_alone(view: Callable[..., PublishedView]) -> None:
    """The owner keeps the piece to the family, a maker shows it: the piece is shown by the maker's leave."""
    shown = view("public", {PIECE: SENSOR.replace("audience: public", "audience: family")})
    assert _names(shown) == ["Ben K."]
    assert shown.portfolios["anaa2222"].pieces == ()


def test_without_a_pointer_the_audience_of_the_piece_holds(view: Callable[..., PublishedView]) -> None:
    """Ben has no pointer: his name and the owner's line about him follow the piece's audience and his consent."""
    shown = view("public", {POINTER: None})
    assert _names(shown) == ["Ana R.", "Ben K."]
    assert shown.portfolios["benn2222"].pieces == ("snsr2222",)
    assert "snsr2222" not in view("public", {POINTER: None, PIECE: SENSOR.replace("audience: public", "audience: onsite")}).pieces


def test_of_two_pointers_the_one_with_fewer_readers_holds(view: Callable[..., PublishedView]) -> None:
    """Nobody is shown by an old pointer that was forgotten."""
    for name in ("a-first", "z-last"):
        other = {f"portfolios/ben-k/artifacts/{name}/artifact.yml": "shared_from: ana-r/river-sensor\naudience: self\n"}
        assert _names(view("public", other)) == ["Ana R."]


CREDITS = {
    "nobody refuses": {},
    "Ben refuses": _refuse("ben-k"),
    "Ben is never published": {"content/office/roster.csv": str(BASE["content/office/roster.csv"]).replace("Ben,7,Otters,k-ortiz,2034,active,no", "Ben,7,Otters,k-ortiz,2034,active,yes").replace("2032,active,no,no,,\nnoa", "2032,active,yes,no,,\nnoa")},
    "Ben has no record": {TABLE: "".join(line for line in CONSENT.splitlines(True) if not line.startswith("ben-k"))},
    "Ben is not in the roster": {"content/office/roster.csv": "".join(line for line in str(BASE["content/office/roster.csv"]).splitlines(True) if not line.startswith("ben-k"))},
    "Ben's pointer is for himself": {POINTER: BEN.replace("audience: public", "audience: self")},
    "Ben never was a maker": {PIECE: SENSOR.replace("  - learner_id: ben-k\n    role: readings\n    contribution: Ben read the numbers.\n", ""), POINTER: None},
}


def test_the_credit_reads_the_same_whoever_refused(view: Callable[..., PublishedView]) -> None:
    """Refusing, never publishing, no record, no roster row, a private pointer, or never a maker: one and the same piece."""
    pieces = {how: replace(view("public", files).pieces["snsr2222"], grants=frozenset()) for how, files in CREDITS.items()}
    base = pieces.pop("nobody refuses")
    assert base.with_classmates
    for how, piece in pieces.items():
        assert piece == pieces["Ben refuses"], how
    assert pieces["Ben refuses"].with_classmates


@pytest.mark.parametrize(("mode", "credited"), [("alone", False), ("pair", True), ("team", True)])
def test_with_classmates_depends_on_the_piece_alone(mode: str, credited: bool, view: Callable[..., PublishedView]) -> None:
    """Pair and team end "with classmates", even where every name is shown or nobody else is listed."""
    shown = view("public", {PIECE: SENSOR.replace("work_mode: team", f"work_mode: {mode}")})
    assert shown.pieces["snsr2222"].with_classmates == credited


def test_no_gap_tells_of_a_maker_who_is_left_out(view: Callable[..., PublishedView]) -> None:
    """The makers who are shown stand in the same order whoever between them is not."""
    makers = SENSOR[SENSOR.index("  - learner_id: ana-r"):SENSOR.index("media:")]
    one, two, three = ("  - learner_id: " + part for part in makers.split("  - learner_id: ")[1:])
    shown = {_order: [maker.name for maker in view("public", {PIECE: SENSOR.replace(makers, order)}).pieces["snsr2222"].makers] for _order, order in enumerate((one + two + three, three + one + two, one + three + two))}
    assert set(map(tuple, shown.values())) == {("Ana R.", "Ben K.")}


def test_a_family_sees_its_own_child_and_classmates_by_their_leave(view: Callable[..., PublishedView]) -> None:
    """Without `families` a co-maker has no name in another family's copy."""
    assert _names(view("family", learner_id="ana-r")) == ["Anita", "Ben"]
    assert _names(view("family", _refuse("ben-k", use="families"), learner_id="ana-r")) == ["Anita"]
    assert _names(view("family", _refuse("ana-r", use="families"), learner_id="ana-r")) == ["Anita", "Ben"]
    assert list(view("family", learner_id="ana-r").portfolios) == ["anaa2222"]


def test_presenters_are_named_only_with_an_open_part(view: Callable[..., PublishedView]) -> None:
    """On site a presenter who keeps their part to the family is not named; one who is no maker is, by consent."""
    show = "title: Water\nrooms:\n  - {id: gym, title: Gym, stations: [{id: g1}]}\nplacements:\n  - {artifact: ana-r/river-sensor, station: gym/g1, presenters: [ana-r, ben-k, noa-d]}\n"
    files = {"content/exhibitions/fall.yml": show}
    assert view("onsite", files).pieces["snsr2222"].places[0].presenters == ("Ana R.", "Ben K.")
    closed = {**files, POINTER: BEN.replace("audience: public", "audience: family")}
    assert view("onsite", closed).pieces["snsr2222"].places[0].presenters == ("Ana R.",)
    assert view("public", files).pieces["snsr2222"].places == ()


def test_a_pointer_without_approval_closes_its_part_alone(view: Callable[..., PublishedView], school: Callable[..., object]) -> None:
    """By record, the owner's piece and a maker's pointer are approved each for itself."""
    by_record = {"content/school.yml": SCHOOL + "  approval: record\n"}
    revisions = {who: learner.revisions for who, learner in school(by_record).school.learners.items()}  # type: ignore[attr-defined]
    row = "{0},public,{1},k-ortiz,2026-10-10\n"
    piece = row.format("ana-r/river-sensor", revisions["ana-r"]["river-sensor"])
    pointer = row.format("ben-k/our-sensor", revisions["ben-k"]["our-sensor"])
    table = "item,edition,revision,approved_by,approved_on\n"
    assert view("public", by_record).pieces == {}
    assert _names(view("public", {**by_record, "content/office/approvals.csv": table + piece})) == ["Ana R."]
    assert _names(view("public", {**by_record, "content/office/approvals.csv": table + piece + pointer})) == ["Ana R.", "Ben K."]
    assert view("public", {**by_record, "content/office/approvals.csv": table + pointer}).pieces == {}
