"""One page per exhibition: what it is about, when, and its works; rooms and times where the edition has them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.audience.view import PublishedView, ShownExhibition
from generator.pages._cards import make_card
from generator.pages._desk import Desk
from generator.pages._draft import PageDraft, SearchEntry
from generator.pages._lots import join_grants, split_long
from generator.pages._markdown import strip_marks
from generator.pages.school import say_dates


def draft_shared(view: PublishedView, desk: Desk) -> Iterator[PageDraft]:
    """Draft the page of each exhibition."""
    for show in view.exhibitions:
        yield _draft_show(view, desk, show)


def _draft_show(view: PublishedView, desk: Desk, show: ShownExhibition) -> PageDraft:
    ids = [each for each in show.pieces if each in view.pieces]
    first, more = split_long(ids, view)
    question = show.big_question.text if show.big_question else ""
    about = strip_marks(show.statement.text) if show.statement else ""
    content = desk.render(
        "exhibition.html",
        2,
        school=view.school,
        show=show,
        dates=say_dates(show, desk),
        title_lines=split_title(show.title.text),
        longest=max(map(len, show.title.text.split()), default=4),
        opens=_say_short(show.opens, desk) if show.opens else "",
        closes=_say_short(show.closes, desk) if show.closes else "",
        cards=[make_card(view.pieces[each], number, view, desk) for number, each in enumerate(first, 1)],
        more=more,
        count=len(ids),
        step_free=bool(show.rooms) and all(room.step_free for room in show.rooms),
    )
    return PageDraft(
        address=show.address,
        title=show.title.text,
        content=content,
        description=(question or about)[:160],
        lang=desk.language,
        direction=desk.direction,
        section="exhibition",
        search=SearchEntry(show.title.text, " ".join(filter(None, [question, about]))),
        grants=show.grants | join_grants(view, ids),
    )


def split_title(title: str) -> list[str]:
    """Break a title of two to four words into two lines, as on a poster; a longer one flows."""
    words = title.split()
    if not 2 <= len(words) <= 4:
        return [title]
    middle = min(range(1, len(words)), key=lambda at: max(len(" ".join(words[:at])), len(" ".join(words[at:]))))
    return [" ".join(words[:middle]), " ".join(words[middle:])]


def _say_short(day: date, desk: Desk) -> str:
    """A day without its year, for a numeral: "3 Dec"."""
    months = desk.words["months_short"].split()
    return desk.say("day_short", d=day.day, month=months[day.month - 1])
