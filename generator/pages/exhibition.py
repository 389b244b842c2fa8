"""One page per exhibition: what it is about, when, and its works; rooms and times where the edition has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from generator.audience.view import PublishedView, Said, ShownExhibition, ShownRoom
from generator.pages._cards import make_card
from generator.pages._desk import Desk
from generator.pages._draft import PageDraft, SearchEntry
from generator.pages._lots import join_grants, split_long
from generator.pages._markdown import strip_marks
from generator.pages.school import say_dates

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Hour:
    """A line of the programme: a session, which has an end, or an item, which may have a length and somebody who does it."""

    starts: datetime
    ends: datetime | None = None
    title: Said | None = None
    by: Said | None = None
    minutes: int | None = None


def draft_shared(view: PublishedView, desk: Desk) -> Iterator[PageDraft]:
    """Draft the page of each exhibition and, where the edition has them, of each of its rooms."""
    for show in view.exhibitions:
        yield _draft_show(view, desk, show)
        for letter, room in zip_letters(show):
            yield _draft_room(view, desk, show, room, letter)


def zip_letters(show: ShownExhibition) -> list[tuple[str, ShownRoom]]:
    """Pair each room with its letter, which begins again after the 26th."""
    return [(LETTERS[at % len(LETTERS)], room) for at, room in enumerate(show.rooms)]


def order_hours(show: ShownExhibition) -> list[Hour]:
    """Put sessions and programme in one list, as the hours come; a session before what happens in it."""
    hours = [Hour(starts, ends, title) for title, starts, ends in show.sessions]
    hours += [Hour(each.at, None, each.title, each.by, each.minutes) for each in show.programme]
    return sorted(hours, key=lambda each: each.starts.replace(tzinfo=None))


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
        rooms=zip_letters(show),
        hours=order_hours(show),
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


def _draft_room(view: PublishedView, desk: Desk, show: ShownExhibition, room: ShownRoom, letter: str) -> PageDraft:
    """Draft the page of a room; its works keep the numbers they have in the show."""
    numbers = {each: number for number, each in enumerate((each for each in show.pieces if each in view.pieces), 1)}
    ids = [each for each in room.pieces if each in numbers]
    content = desk.render(
        "room.html",
        3,
        show=show,
        room=room,
        letter=letter,
        cards=[make_card(view.pieces[each], numbers[each], view, desk) for each in ids],
    )
    return PageDraft(
        address=f"{show.address}{room.id}/",
        title=f"{room.title.text}: {show.title.text}",
        content=content,
        lang=desk.language,
        direction=desk.direction,
        section="exhibition",
        search=SearchEntry(room.title.text, show.title.text),
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
