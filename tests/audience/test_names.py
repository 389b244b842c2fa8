"""Names: each edition has its form, and no form falls back to a longer one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.audience.view import PublishedView
from tests.conftest import CONSENT, ROSTER, ROSTER_HEADER, SCHOOL, list_words

ROW = "ana-r,Ana Lucia,{family},{display},7,Otters,k-ortiz,2032,active,no,no,{pseudonym},{family_edition}"


def _ana(view: PublishedView) -> str:
    return view.portfolios["anaa2222"].name


def _files(form: str, edition: str = "public", family: str = "Rosales", display: str = "Ana", pseudonym: str = "Kingfisher", family_edition: str = "Anita") -> dict[str, str]:
    row = ROW.format(family=family, display=display, pseudonym=pseudonym, family_edition=family_edition)
    names = {"public": "none", "onsite": "none", "family": "none", edition: form}
    return {
        "content/office/roster.csv": f"{ROSTER_HEADER}\n{row}\n",
        "content/school.yml": SCHOOL.replace("{public: first-initial, onsite: first-initial, family: first}", str(names).replace("'", "")),
    }


@pytest.mark.parametrize("edition", ["public", "onsite"])
@pytest.mark.parametrize(
    ("form", "more", "printed"),
    [
        ("none", {}, ""),
        ("first", {}, "Ana"),
        ("first-initial", {}, "Ana R."),
        ("pseudonym", {}, "Kingfisher"),
        ("first", {"display": "Maria del Carmen"}, "Maria del Carmen"),
        ("first-initial", {"display": "Maria del Carmen", "family": "de la Cruz"}, "Maria del Carmen D."),
        ("first-initial", {"family": ""}, "Ana"),
        ("first-initial", {"family": "Ødegård"}, "Ana Ø."),
        ("pseudonym", {"pseudonym": ""}, ""),
        ("first", {"display": ""}, ""),
        ("first-initial", {"display": ""}, ""),
    ],
)
def test_form_of_a_name(edition: str, form: str, more: dict[str, str], printed: str, view: Callable[..., PublishedView]) -> None:
    """`display_name` is printed whole and never split; an empty pseudonym prints no name."""
    assert _ana(view(edition, _files(form, edition, **more))) == printed


@pytest.mark.parametrize(
    ("form", "family_edition", "printed"),
    [("first", "Anita", "Anita"), ("first", "", "Ana"), ("first-initial", "Anita", "Ana R."), ("pseudonym", "Anita", "Kingfisher"), ("none", "Anita", "")],
)
def test_the_family_edition_prints_the_familys_own_name(form: str, family_edition: str, printed: str, view: Callable[..., PublishedView]) -> None:
    """`first` prints `family_edition_name`, else `display_name`."""
    assert _ana(view("family", _files(form, "family", family_edition=family_edition), learner_id="ana-r")) == printed


@pytest.mark.parametrize("edition", ["public", "onsite", "family", "staff"])
@pytest.mark.parametrize("form", ["none", "pseudonym", "first", "first-initial"])
def test_given_and_family_names_are_never_printed(edition: str, form: str, view: Callable[..., PublishedView]) -> None:
    """They serve matching and the audit alone; the family edition's own name goes to no other edition."""
    files = _files(form, edition if edition != "staff" else "public", family="Rosalesque")
    words = " ".join(list_words(view(edition, files, learner_id="ana-r" if edition == "family" else None)))
    assert "Lucia" not in words
    assert "Rosalesque" not in words
    assert "Anita" not in words or edition == "family"


def test_a_name_follows_its_own_consent(view: Callable[..., PublishedView]) -> None:
    """Without the item `name` the portfolio stays and says no name anywhere."""
    files = {"content/office/consent.csv": CONSENT.replace("ana-r,web,work name words", "ana-r,web,work words")}
    shown = view("public", files)
    assert _ana(shown) == ""
    assert not any(word.startswith("Ana") for word in list_words(shown))


def test_staff_are_named_only_where_the_school_says_so(view: Callable[..., PublishedView]) -> None:
    """On the web "a teacher", unless the school prints staff names there; in the family's own copy by name."""
    told = {"portfolios/ana-r/artifacts/river-sensor/artifact.yml": None}
    piece = "public_id: tld22222\ntitle: Told\nkind: product\nmade_on: 2026-10-03\naudience: public\nreflection:\n  protocol: p\n  told_to: k-ortiz\n  answers: {what: We ran.}\n"
    files = {**told, "portfolios/ana-r/artifacts/told/artifact.yml": piece}
    named = {**files, "content/school.yml": SCHOOL + "  staff_names: yes\n"}
    assert view("public", files).pieces["tld22222"].reflections[0].told_to == "a teacher"
    assert view("public", named).pieces["tld22222"].reflections[0].told_to == "Kim Ortiz"
    assert view("onsite", files).pieces["tld22222"].reflections[0].told_to == "Kim Ortiz"


def test_equal_names_lead_each_to_their_own_portfolio(view: Callable[..., PublishedView]) -> None:
    """Two Anas in one team: each credit links to the portfolio of that Ana."""
    roster = ROSTER.replace("Benjamin,Kessler,Ben", "Anabel,Ruiz,Ana")
    makers = view("public", {"content/office/roster.csv": roster}).pieces["snsr2222"].makers
    assert [(maker.name, maker.portfolio) for maker in makers] == [("Ana R.", "anaa2222"), ("Ana R.", "benn2222")]


def test_peers_who_are_not_in_the_roster_are_a_classmate(view: Callable[..., PublishedView]) -> None:
    """A peer's name that was typed freely, or without the consent `families`, is never printed to another family."""
    feedback = "feedback:\n  - {from: peer, by: Ben Kessler, next: Draw}\n  - {from: peer, by: noa-d, next: Write}\n  - {from: peer, by: ben-k, next: Sing}\n"
    piece = "public_id: fdb22222\ntitle: Heard\nkind: product\nmade_on: 2026-10-03\n" + feedback
    shown = view("family", {"portfolios/ana-r/artifacts/heard/artifact.yml": piece}, learner_id="ana-r")
    assert [each.who for each in shown.pieces["fdb22222"].feedback] == ["a classmate", "a classmate", "Ben"]
