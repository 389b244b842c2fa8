"""The pages about the whole school: what stands on which of them, in which edition, and in which words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from generator.audience.view import PublishedView, Said, ShownExhibition, ShownPiece, ShownProgrammeItem, ShownRoom, ShownSchool
from generator.layout import find_theme
from generator.pages import PageDraft, draft_shared, open_desk
from generator.pages._lots import CARDS, draw_lots
from generator.pages.gallery import name_page
from generator.pages.school import render_welcome

DAY = date(2026, 11, 3)
GYM = ShownRoom("gym", Said("Gym"), "ground", True, ("piec0001",))
HALL = ShownRoom("hall", Said("Hall"), "first", False, ())
SHOW = ShownExhibition(
    "2026-fall",
    Said("Water we know"),
    opens=date(2026, 12, 3),
    closes=date(2026, 12, 17),
    pieces=("piec0000", "piec0001"),
    rooms=(GYM, HALL),
    sessions=(
        (Said("Opening night"), datetime(2026, 12, 3, 17, 0), datetime(2026, 12, 3, 19, 0)),
        (Said("Quiet hour"), datetime(2026, 12, 5, 10, 0), datetime(2026, 12, 5, 11, 0)),
    ),
    programme=(ShownProgrammeItem(datetime(2026, 12, 3, 17, 15), Said("Words of welcome")),),
)
WORD = re.compile(r"\{(\w*)\}")


def make_view(count: int, *shows: ShownExhibition) -> PublishedView:
    """A school of some pieces and shows, and nothing else."""
    ids = [f"piec{number:04d}" for number in range(count)]
    pieces = {each: ShownPiece(each, Said(f"Work {each}"), "product", DAY, grants=frozenset({(each, "work")})) for each in ids}
    return PublishedView("onsite", DAY, ShownSchool("Riverbend", ("en",)), pieces=pieces, exhibitions=shows)


def draft_pages(view: PublishedView) -> dict[str, PageDraft]:
    """The pages about the whole school by their file."""
    return {each.file: each for each in draft_shared(view, open_desk((find_theme(),), view))}


def load_words(language: str) -> dict[str, str]:
    """The words of one language as they stand in its file."""
    return json.loads((find_theme() / "words" / f"{language}.json").read_text("utf-8"))


def test_spanish_has_every_word() -> None:
    """Every word of the interface is there in Spanish, none of them empty where English says something."""
    english, spanish = load_words("en"), load_words("es")
    assert english.keys() == spanish.keys()
    assert not [key for key, word in english.items() if bool(word.strip()) != bool(spanish[key].strip())]


def test_spanish_takes_the_same_values() -> None:
    """A word takes the same values in both languages; nothing is left out or asked for that is not given."""
    english, spanish = load_words("en"), load_words("es")
    assert not [key for key in english if sorted(WORD.findall(english[key])) != sorted(WORD.findall(spanish[key]))]


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (CARDS, 1), (CARDS + 1, 2), (2 * CARDS + 1, 3)])
def test_the_gallery_is_cut_after_48(count: int, pages: int) -> None:
    """48 works hang on one page, the 49th begins a second one, and no page is empty but a gallery without works."""
    found = {file for file in draft_pages(make_view(count)) if file.startswith("exhibition/")}
    assert found == {f"{name_page(number)}index.html" for number in range(1, pages + 1)}


def test_a_list_page_leans_on_its_own_works_only() -> None:
    """When a consent ends, only the list page that shows the work is taken down with it."""
    view = make_view(CARDS + 1)
    order = draw_lots(view.pieces)
    pages = draft_pages(view)
    assert pages["exhibition/index.html"].grants == {(each, "work") for each in order[:CARDS]}
    assert pages["exhibition/works/2/index.html"].grants == {(order[CARDS], "work")}


def test_the_lot_does_not_hang_on_the_order_of_the_view() -> None:
    """The order drawn by lot is the same however the pieces are stored, and the others keep theirs when one goes."""
    ids = [f"piec{number:04d}" for number in range(20)]
    order = draw_lots(ids)
    assert draw_lots(reversed(ids)) == order and order != ids
    assert draw_lots(ids[1:]) == [each for each in order if each != ids[0]]


def test_no_room_and_no_hour_where_the_view_has_none() -> None:
    """The public page of a show names no room and no hour, and no room has a page."""
    bare = replace(SHOW, rooms=(), sessions=(), programme=())
    pages = draft_pages(make_view(2, bare))
    assert not {file for file in pages if file.startswith("exhibition/2026-fall/")} - {"exhibition/2026-fall/index.html"}
    content = pages["exhibition/2026-fall/index.html"].content
    assert "Gym" not in content and 'id="rooms"' not in content and 'id="programme"' not in content


def test_links_in_the_welcome_lead_to_the_school_pages() -> None:
    """A link to another page of the school, written as MkDocs wants it, leads to what that page becomes."""
    assert 'href="about.html"' in render_welcome("[about](about.md)")
    assert 'href="help/read.html#marks"' in render_welcome("[read](help/read.md#marks)")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "javascript:alert(1).md", "//evil.example/x.md", "../../x.md", "/etc/x.md"])
def test_the_welcome_makes_no_other_link_local(link: str) -> None:
    """No other address becomes a link, and none is made to lead into the site."""
    assert "href" not in render_welcome(f"[x]({link})")


def test_a_page_of_the_small_school_is_drafted_the_same_twice(view: Callable[..., PublishedView]) -> None:
    """The same view gives the same pages, whatever was drafted before."""
    cut = view("public")
    assert draft_pages(cut) == draft_pages(cut)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "/evil.example/", "data:text/html,x.html", "a.html\" onclick=x", "../../x.html"])
def test_nobody_can_borrow_the_stand_in(link: str) -> None:
    """Words that name the host which stands in for local pages are a link to that host, never to the rest of its address."""
    assert not re.search(r'href="(?!https://pages\.invalid/)', render_welcome(f"[x](https://pages.invalid/{link})"))


def test_each_room_has_its_page() -> None:
    """Where the edition has rooms each has a page with its own works, linked from the show, leaning on those works only."""
    pages = draft_pages(make_view(2, SHOW))
    gym, hall = pages["exhibition/2026-fall/gym/index.html"], pages["exhibition/2026-fall/hall/index.html"]
    assert "Work piec0001" in gym.content and "piec0000" not in gym.content
    assert gym.grants == {("piec0001", "work")} and hall.grants == frozenset()
    show = pages["exhibition/2026-fall/index.html"].content
    assert 'href="../../exhibition/2026-fall/gym/index.html"' in show and 'href="../../exhibition/2026-fall/hall/index.html"' in show
    assert 'href="../../../exhibition/2026-fall/index.html"' in hall.content


def test_a_work_has_one_number_in_a_show() -> None:
    """In a room a work keeps the number it has in the show."""
    gym = draft_pages(make_view(2, SHOW))["exhibition/2026-fall/gym/index.html"]
    assert '<span class="ex-num" aria-hidden="true">2</span>' in gym.content


def test_the_programme_follows_the_clock() -> None:
    """Sessions and programme stand in one list as the hours come."""
    content = draft_pages(make_view(2, SHOW))["exhibition/2026-fall/index.html"].content
    assert content.index("Opening night") < content.index("Words of welcome") < content.index("Quiet hour")
