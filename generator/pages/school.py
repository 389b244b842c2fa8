"""The school's home: what this is, what is on, some works, every portfolio, and the graduate profile."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.audience.view import PublishedView, ShownExhibition, ShownPortfolio
from generator.pages._cards import make_card
from generator.pages._desk import Desk
from generator.pages._draft import PageDraft
from generator.pages._inks import find_palette
from generator.pages._lots import draw_lots, find_current, join_grants
from generator.pages._markdown import render_markdown, strip_marks

FEATURED = 4
_PAGE_LINK = re.compile(r"\]\((?!/)((?:[\w-]+/)*[\w-]+)\.md(#[\w-]*)?\)")
_STAND_IN = "https://pages.invalid/"
_STOOD_IN = re.compile(rf'<a href="{re.escape(_STAND_IN)}((?:[\w-]+/)*[\w-]+\.html(?:#[\w-]*)?)" rel="noopener noreferrer">')
"""Nothing but the shape of address that `_PAGE_LINK` makes: what is turned back here has passed the cleaner already."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A portfolio in the list of all: its name, its two inks, and how much is in it."""

    portfolio: ShownPortfolio
    name: str
    inks: tuple[str, str]


def draft_shared(view: PublishedView, desk: Desk) -> Iterator[PageDraft]:
    """Draft the home of the school."""
    featured = draw_lots(view.pieces)[:FEATURED]
    show = find_current(view)
    content = desk.render(
        "school.html",
        0,
        school=view.school,
        longest=max(map(len, view.school.name.split()), default=4),
        welcome=render_welcome(view.school.home),
        show=show,
        dates=say_dates(show, desk) if show else "",
        cards=[make_card(view.pieces[each], number, view, desk) for number, each in enumerate(featured, 1)],
        count=len(view.pieces),
        owners=[_make_owner(each, desk) for each in view.portfolios.values()],
        competencies=view.competencies,
        findings=view.findings,
    )
    yield PageDraft(
        address="",
        title=view.school.name,
        content=content,
        description=strip_marks(_PAGE_LINK.sub("]", view.school.home))[:160],
        lang=desk.language,
        direction=desk.direction,
        section="home",
        grants=join_grants(view, featured, view.portfolios),
    )


def render_welcome(text: str) -> Markup:
    """Render the school's own words; links to its other pages (`about.md`) lead to what they become.

    The cleaner lets no relative link through, so these stand in as addresses of a host that cannot
    exist until the text is clean.
    """
    page = str(render_markdown(_PAGE_LINK.sub(rf"]({_STAND_IN}\1.html\2)", text), 2))
    return Markup(_STOOD_IN.sub(r'<a href="\1">', page))


def say_dates(show: ShownExhibition, desk: Desk) -> str:
    """Say from when to when an exhibition is open, as far as it is known."""
    days: Sequence[str] = [desk.day(each) for each in (show.opens, show.closes) if each]
    return desk.say("from_to", first=days[0], last=days[1]) if len(days) == 2 else "".join(days)


def _make_owner(portfolio: ShownPortfolio, desk: Desk) -> Owner:
    palette = find_palette(portfolio.ink_pair, portfolio.ink_colours, desk.palette)
    inks = dict(each.split(":") for each in palette.day.split(";"))
    return Owner(portfolio, portfolio.name or desk.say("portfolio_nameless"), (inks["--ink-a"], inks["--ink-b"]))
