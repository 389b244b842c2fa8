"""What every page promises, whatever a learner wrote: nothing of it is markup, every link is a relative file, nothing is invented."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser

import pytest

from generator.audience.view import (
    ItemStatus,
    PublishedView,
    Said,
    ShownAnswer,
    ShownCheckIn,
    ShownClaim,
    ShownCompetency,
    ShownConference,
    ShownDraft,
    ShownExhibition,
    ShownFeedback,
    ShownGoal,
    ShownHelp,
    ShownIndicator,
    ShownLine,
    ShownMaker,
    ShownMedium,
    ShownMentorNote,
    ShownPiece,
    ShownPlace,
    ShownPortfolio,
    ShownProgrammeItem,
    ShownRating,
    ShownReflection,
    ShownRoom,
    ShownSchool,
    ShownWork,
)
from generator.findings import Finding, Severity
from generator.layout import find_theme
from generator.model.medium import MediumFacts
from generator.pages import draft_shared, draft_work, list_work, open_desk
from generator.pages._draft import PageDraft

DAY = date(2026, 11, 3)
HOSTILE = """<script>alert(1)</script>{{ 7*7 }}{% raw %}"><img src=x onerror=alert(1)>'`&lt;b&gt;"""
LONG_TITLE = "Why the ditch behind the bus stop floods every time it rains for more than two hours and what forty households told us when we asked"
LONG_NAME = "Wolfeschlegelsteinhausen"
ARABIC = Said("أحبّ أن أعرف أين يذهب الماء بعد المطر", "ar")
EVIL = Said(HOSTILE)
EVIL_ES = Said(HOSTILE, "es")
VOID = frozenset("area base br col embed hr img input link meta source track wbr circle path rect line use ellipse polygon".split())


def picture(number: int, width: int = 1200, height: int = 900, **more: object) -> ShownMedium:
    """A picture that may be published."""
    given = {"source": f"portfolios/secret-learner/photo-{number}.jpg", "facts": MediumFacts("picture", 90_000, width, height), "alt": EVIL, "publishable": True}
    return ShownMedium(number, "picture", **{**given, **more})  # type: ignore[arg-type]


def media() -> tuple[ShownMedium, ...]:
    """One medium of every kind that a page must be able to name or show."""
    named = [
        ShownMedium(number, kind, "portfolios/secret-learner/file", MediumFacts(kind, 9_400_000, seconds=108.4, count=9, excerpt=HOSTILE), EVIL, EVIL_ES, transcript=EVIL)
        for number, kind in enumerate(("film", "sound", "pdf", "svg", "notebook", "scratch", "model3d", "webpage"), 3)
    ]
    words = [
        ShownMedium(11, "text", "x", MediumFacts("text", 900, count=12, excerpt=HOSTILE), EVIL, words=HOSTILE, publishable=True),
        ShownMedium(12, "code", "x", MediumFacts("code", 900, count=2, excerpt=HOSTILE), words=f"{HOSTILE}\n  indented", publishable=True),
        ShownMedium(13, "table", "x", MediumFacts("table", 900, count=2, excerpt=HOSTILE), words=f"a\t{HOSTILE}\n1\t2", publishable=True),
        ShownMedium(14, "link", title=EVIL, link="https://example.org/data"),
    ]
    return (picture(1), picture(2, 300, 1600, alt=None, decorative=True), *named, *words)


def claim(portfolio: str, **more: object) -> ShownClaim:
    """A claim at the second of four levels, with two ratings beside it."""
    rating = ShownRating("proficient", "Proficient", HOSTILE, "adviser", DAY, False, EVIL, EVIL, EVIL, EVIL)
    given: dict[str, object] = {
        "competency_id": "communicator", "indicator_id": "adapts", "competency": HOSTILE, "indicator": HOSTILE, "kind": "transferable",
        "i_can": EVIL_ES, "level": "Developing", "level_step": 2, "level_count": 4, "by": HOSTILE, "portfolio": portfolio, "because": EVIL,
        "version": "2024", "ratings": (rating, replace(rating, level_id="not-enough-evidence", level="not enough evidence", released=True)),
    }
    return ShownClaim(**{**given, **more})  # type: ignore[arg-type]


def full_piece() -> ShownPiece:
    """A piece of a team with everything a record can hold, all of it hostile."""
    return ShownPiece(
        "fullaaaa", EVIL_ES, "did-not-work", date(2026, 10, 3), EVIL, ARABIC, EVIL, EVIL, EVIL, EVIL, (HOSTILE, "art"), "community", True, 40,
        (ShownMaker(HOSTILE, "portaaaa", EVIL, EVIL_ES, "7"), ShownMaker("", "", None, EVIL)),
        media(),
        (ShownDraft(picture(1), date(2026, 9, 12), EVIL, EVIL_ES), ShownDraft(ShownMedium(2, "pdf", "x", MediumFacts("pdf", 100, count=1)), None)),
        (claim("portaaaa"), claim("", indicator_id="", indicator="", i_can=None, level="", level_step=0, by="", because=None, ratings=())),
        (ShownReflection(HOSTILE, (ShownAnswer(HOSTILE, EVIL_ES, EVIL), ShownAnswer("What", Said("# A heading\n\n- a list"))), "a teacher"), ShownReflection("", (ShownAnswer("So what", ARABIC),))),
        (ShownFeedback(HOSTILE, "peer", None, EVIL, EVIL, EVIL), ShownFeedback("a classmate", "visitor", DAY)),
        (ShownHelp(EVIL, EVIL, EVIL), ShownHelp(EVIL)),
        ((HOSTILE, EVIL), ("A goal", None)),
        ShownMentorNote(EVIL, None, DAY, EVIL),
        EVIL, EVIL, ("2026-fall",),
        (ShownPlace("2026-fall", HOSTILE, "gym", "g1", "Opening", (HOSTILE,), 1),),
        ("portaaaa",),
        ItemStatus("public", "family", HOSTILE),
        (Finding("portfolios/x/artifact.yml", 3, 1, "ART004", "missing-alt", Severity.ERROR, HOSTILE, HOSTILE),),
        frozenset({("ana-r", "work"), ("ben-k", "words")}),
    )


def bare_piece(public_id: str = "bareaaaa", **more: object) -> ShownPiece:
    """A piece of which nothing is known but a title and a day: no words, no picture."""
    given: dict[str, object] = {"title": Said(LONG_TITLE), "kind": "product", "made_on": date(2026, 9, 1), "portfolios": ("portbbbb",), "grants": frozenset({("noa-d", "work")})}
    return ShownPiece(public_id, **{**given, **more})  # type: ignore[arg-type]


def full_portfolio() -> ShownPortfolio:
    """A portfolio with everything that family and staff see, all of it hostile."""
    goal = ShownGoal(
        EVIL, "academic", "active", DAY, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL,
        (ShownCheckIn(date(2026, 10, 2), EVIL, EVIL, EVIL_ES, ("fullaaaa", "gone9999")), ShownCheckIn(DAY)),
    )
    talk = ShownConference("student-led", datetime(2026, 11, 12, 17, 20), 25, HOSTILE, "room", "es", True, (("pride", "fullaaaa"),), (("learner", EVIL, DAY), ("family", EVIL, None)))
    return ShownPortfolio(
        "portaaaa", HOSTILE, HOSTILE, Said(f"{HOSTILE}\n\n{HOSTILE}"), "a teacher",
        (ShownLine(EVIL_ES, DAY), ShownLine(ARABIC)), (ShownLine(EVIL),), (ShownLine(EVIL),), (ShownLine(EVIL),), ((HOSTILE, HOSTILE), ("Spanish", "")),
        (("access", (EVIL,)), ("engage", (EVIL,)), ("express", (EVIL_ES,))), (ShownWork(EVIL, "meet", DAY, EVIL),), ((EVIL, EVIL_ES),), picture(1),
        "fullaaaa", "fullaaaa", EVIL, "pine-and-yolk", None, EVIL, ("fullaaaa", "otheaaaa"), (goal, ShownGoal(EVIL, "habit", "let-go")),
        (talk, ShownConference("passage", None, 0, "", "phone", "")), "7", HOSTILE, HOSTILE, ItemStatus("family", "family", HOSTILE), full_piece().findings,
        frozenset({("ana-r", "work"), ("ana-r", "name")}),
    )


def make_view(edition: str = "staff", **more: object) -> PublishedView:
    """A small school of two portfolios, three pieces, one show and two competencies."""
    lines = (("Beginning", EVIL), ("Developing", EVIL_ES), ("Proficient", ARABIC))
    indicator = ShownIndicator("adapts", HOSTILE, (HOSTILE,), lines, ((HOSTILE, lines),))
    pieces = (full_piece(), bare_piece("otheaaaa", portfolios=("portaaaa",)), bare_piece())
    show = ShownExhibition(
        "2026-fall", EVIL, EVIL, EVIL, "night", date(2026, 12, 3), date(2026, 12, 17), ("fullaaaa", "bareaaaa"),
        (ShownRoom("gym", EVIL, "ground", True, ("fullaaaa",)), ShownRoom("hall", EVIL, "first", False, ())),
        ((EVIL, datetime(2026, 12, 3, 17), datetime(2026, 12, 3, 19)), (None, datetime(2026, 12, 4, 9), datetime(2026, 12, 4, 10))),
        (ShownProgrammeItem(datetime(2026, 12, 3, 17, 15), EVIL, EVIL, 10), ShownProgrammeItem(DAY and datetime(2026, 12, 3, 18), EVIL)),
    )
    given: dict[str, object] = {
        "school": ShownSchool(HOSTILE, ("en", "es"), home=f"# {HOSTILE}\n\n[About](about.md)\n\n{HOSTILE}", profile_title=HOSTILE, profile_version="2026", adopted_on=DAY, consulted=((EVIL, None, DAY),), image_max_px=1600),
        "competencies": (
            ShownCompetency("communicator", HOSTILE, "transferable", True, EVIL, EVIL, ("Beginning", "Developing", "Proficient", "Extending"), (indicator,), ("fullaaaa",), frozenset({("ana-r", "work")})),
            ShownCompetency("keeps-going", "Keeps going", "habit", False, None, None, (), ()),
        ),
        "portfolios": {"portaaaa": full_portfolio(), "portbbbb": ShownPortfolio("portbbbb", LONG_NAME, pieces=("bareaaaa",), cover="bareaaaa", grants=frozenset({("noa-d", "work")}))},
        "pieces": {each.public_id: each for each in pieces},
        "exhibitions": (show, ShownExhibition("empty-show", Said("Nothing yet"))),
        "findings": full_piece().findings,
    }
    return PublishedView(edition, DAY, **{**given, **more})  # type: ignore[arg-type]


def draft_all(view: PublishedView) -> list[PageDraft]:
    """Every page of a view."""
    desk = open_desk((find_theme(),), view)
    return [*draft_shared(view, desk), *draft_work(view, list_work(view), desk)]


class Page(HTMLParser):
    """The tags of a page with their attributes, its text, and whether every tag is closed in order."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.headings: list[int] = []
        self.odd: list[str] = []
        self.words: list[tuple[str, str]] = []
        self._langs: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag, and the language that holds inside it."""
        self.tags.append((tag, dict(attrs)))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)
            self._langs.append(dict(attrs).get("lang") or (self._langs[-1] if self._langs else "en"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.odd.append(tag)
        if self._langs:
            self._langs.pop()

    def handle_data(self, data: str) -> None:
        """Keep words with their language."""
        if data.strip():
            self.words.append((self._langs[-1] if self._langs else "en", data))

    def all(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        return [attrs[attribute] or "" for _, attrs in self.tags if attribute in attrs]


@pytest.fixture(scope="module")
def drafts() -> list[PageDraft]:
    """All pages of the hostile school, for staff."""
    return draft_all(make_view())


def test_every_kind_of_page_is_there(drafts: list[PageDraft]) -> None:
    """Every address of the contract has its page, and no address has two."""
    found = [draft.file for draft in drafts]
    assert len(found) == len(set(found))
    assert {
        "index.html", "404.html", "exhibition/index.html", "exhibition/2026-fall/index.html", "graduate-profile/index.html", "graduate-profile/communicator/index.html",
        "portfolios/portaaaa/index.html", "portfolios/portbbbb/index.html", "a/fullaaaa/index.html", "a/bareaaaa/index.html",
    } <= set(found)


def test_nothing_that_was_written_becomes_markup(drafts: list[PageDraft]) -> None:
    """Hostile words are shown as they were typed: no script, no picture, no handler, no template is run."""
    for draft in drafts:
        page = Page(draft.content)
        assert not {"script", "iframe", "object", "embed"} & {tag for tag, _ in page.tags}, draft.address
        assert draft.address == "404.html" or "style" not in {tag for tag, _ in page.tags}, draft.address
        assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")], draft.address
        assert all(value.endswith(".webp") for tag, attrs in page.tags if tag == "img" for value in [attrs["src"] or ""]), draft.address
        assert "49" not in draft.content, draft.address


def test_tags_are_closed_in_order(drafts: list[PageDraft]) -> None:
    """The content of each page is a whole: what is opened is closed."""
    for draft in drafts:
        page = Page(draft.content)
        assert (page.odd, page.open) == ([], []), draft.address


def test_links_are_relative_and_lead_to_pages(drafts: list[PageDraft]) -> None:
    """Every link of a page is relative, names index.html and leads to a page that was drafted; pictures likewise."""
    files = {draft.file for draft in drafts} | {"about.html"}
    pictures = {f"{order.address}{order.stem}-{width}.webp" for draft in drafts for order in draft.pictures for width in order.widths}
    for draft in drafts:
        if draft.address == "404.html":
            continue
        page = Page(draft.content)
        here = draft.address.count("/")
        for link in page.all("href"):
            if link.startswith(("#", "https://example.org/")):
                continue
            path, _, _ = link.partition("#")
            ups = path.count("../")
            assert ups == here and not path.startswith("/"), (draft.address, link)
            assert path.removeprefix("../" * ups) in files | pictures, (draft.address, link)
        sources = [attrs["src"] or "" for tag, attrs in page.tags if tag == "img"] + [one.split()[0] for value in page.all("srcset") for one in value.split(", ")]
        for source in sources:
            assert source.removeprefix("../" * here) in pictures, (draft.address, source)


def test_the_unknown_page_says_nothing_of_why(drafts: list[PageDraft]) -> None:
    """The 404 page speaks each language of the school, leads to the gallery, and leans on nobody."""
    draft = next(each for each in drafts if each.address == "404.html")
    assert not draft.grants and draft.search is None and not draft.pictures
    assert "exhibition/index.html" in draft.content
    assert "es" in Page(draft.content).all("lang")
    assert not re.search(r"consent|withdr|privat|permission", draft.content, re.I)


def test_words_in_another_language_say_so(drafts: list[PageDraft]) -> None:
    """Arabic words stand inside an element with lang="ar" on every page that shows them."""
    arabic = re.compile("[\u0600-\u06ff]")
    shown = [(draft.address, lang) for draft in drafts for lang, words in Page(draft.content).words if arabic.search(words)]
    assert shown
    assert {lang for _, lang in shown} == {"ar"}, shown


def test_no_page_says_none_or_shows_what_is_never_printed(drafts: list[PageDraft]) -> None:
    """What is absent is left out, and neither sources of media nor learner ids reach a page."""
    for draft in drafts:
        everything = " ".join([draft.title, draft.description, draft.content, draft.search.text if draft.search else ""])
        assert not re.search(r"\bNone\b|\bSaid\(|datetime\.date", everything), draft.address
        assert "secret-learner" not in everything and "ana-r" not in everything and "noa-d" not in everything, draft.address


def test_headings_nest(drafts: list[PageDraft]) -> None:
    """A page has one h1, first, and no heading is more than one level below the one before it."""
    for draft in drafts:
        levels = Page(draft.content).headings
        assert levels and levels[0] == 1 and levels.count(1) == 1, (draft.address, levels)
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:])), (draft.address, levels)


def test_ids_are_given_once_and_labels_exist(drafts: list[PageDraft]) -> None:
    """No id stands twice on a page, and what labels something is there."""
    for draft in drafts:
        page = Page(draft.content)
        ids = page.all("id")
        assert len(ids) == len(set(ids)), (draft.address, sorted(one for one in ids if ids.count(one) > 1))
        assert set(page.all("aria-labelledby")) <= set(ids), draft.address


def test_pictures_have_words_and_a_size(drafts: list[PageDraft]) -> None:
    """Every picture has an alt attribute, width and height, and only files that its page or another one orders."""
    for draft in drafts:
        for tag, attrs in Page(draft.content).tags:
            if tag == "img":
                assert attrs.get("alt") is not None and attrs.get("width") and attrs.get("height"), (draft.address, attrs)
        assert all(order.widths == tuple(sorted(set(order.widths))) and order.widths[-1] <= 1600 for order in draft.pictures)
        assert all(order.address == draft.address for order in draft.pictures), draft.address


def test_a_page_leans_on_everybody_it_shows(drafts: list[PageDraft]) -> None:
    """The grants of a page hold those of every piece and portfolio whose name or title it shows."""
    view = make_view()
    for draft in drafts:
        linked = set(re.findall(r"(?:a|portfolios)/([a-z0-9]{8})/index\.html", draft.content))
        for public_id in linked:
            shown = view.pieces.get(public_id) or view.portfolios[public_id]
            assert shown.grants <= draft.grants, (draft.address, public_id)


def test_a_long_title_is_whole(drafts: list[PageDraft]) -> None:
    """A title of 130 letters and a name of 24 are shown whole, smaller if need be."""
    piece = next(each for each in drafts if each.address == "a/bareaaaa/")
    home = next(each for each in drafts if each.address == "portfolios/portbbbb/")
    assert LONG_TITLE in piece.content and LONG_NAME in home.content and "--len:24" in home.content


def test_the_work_can_be_cut(drafts: list[PageDraft]) -> None:
    """Drafting pages id by id gives the same pages as drafting all at once."""
    view = make_view()
    desk = open_desk((find_theme(),), view)
    single = [draft for public_id in reversed(list_work(view)) for draft in draft_work(view, [public_id], desk)]
    assert {each.address: each for each in single} == {each.address: each for each in drafts if each.address.startswith(("a/", "portfolios/"))}


@pytest.mark.parametrize(
    "more",
    [
        {"pieces": {}, "portfolios": {}, "competencies": (), "exhibitions": ()},
        {"pieces": {"bareaaaa": bare_piece()}, "portfolios": {"portbbbb": ShownPortfolio("portbbbb", pieces=("bareaaaa",), cover="bareaaaa")}, "exhibitions": (), "competencies": ()},
        {"pieces": {"held-1": bare_piece("held-1", portfolios=())}, "portfolios": {"held-2": ShownPortfolio("held-2")}, "exhibitions": (), "competencies": ()},
    ],
    ids=["empty", "one piece without a name", "held back"],
)
def test_a_small_start_is_a_whole_site(more: dict[str, object]) -> None:
    """A school without portfolios, pieces or shows has all its pages, and one bare piece makes a portfolio."""
    drafts = draft_all(make_view("public", findings=(), **more))
    assert {"index.html", "404.html", "exhibition/index.html", "graduate-profile/index.html"} <= {each.file for each in drafts}
    assert all(Page(each.content).odd == [] and "None" not in each.content for each in drafts)


def test_a_gallery_of_many_is_cut_into_pages() -> None:
    """More than 48 works are cut into list pages that lead to each other, and every work is on one of them."""
    pieces = {f"piec{number:04d}": bare_piece(f"piec{number:04d}", portfolios=()) for number in range(100)}
    drafts = draft_all(make_view("public", findings=(), pieces=pieces, portfolios={}, exhibitions=(), competencies=()))
    pages = {each.file: each for each in drafts if each.file.startswith("exhibition/")}
    assert set(pages) == {"exhibition/index.html", "exhibition/works/2/index.html", "exhibition/works/3/index.html"}
    shown = [found for each in pages.values() for found in re.findall(r'<a href="[./]*a/(piec\d{4})/index\.html">', each.content)]
    assert sorted(shown) == sorted(pieces)
    assert "works/2/index.html" in pages["exhibition/index.html"].content


def test_the_same_view_gives_the_same_pages(drafts: list[PageDraft]) -> None:
    """Pages depend on nothing but the view."""
    assert draft_all(make_view()) == drafts
