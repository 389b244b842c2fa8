"""The gallery: every work, the same space for each, in an order drawn by lot, 48 to a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.audience.view import PublishedView, ShownPiece
from generator.pages._cards import make_card, say_made_as
from generator.pages._desk import Desk
from generator.pages._draft import PageDraft
from generator.pages._lots import CARDS, draw_lots, find_current, join_grants


def draft_shared(view: PublishedView, desk: Desk) -> Iterator[PageDraft]:
    """Draft the gallery and its further list pages."""
    order = draw_lots(view.pieces)
    count = max(1, -(-len(order) // CARDS))
    for page in range(1, count + 1):
        first = (page - 1) * CARDS
        yield _draft_page(view, desk, order[first : first + CARDS], page, count, first)


def _draft_page(view: PublishedView, desk: Desk, ids: Sequence[str], page: int, count: int, before: int) -> PageDraft:
    """Draft one list page; `before` is how many works stand on the pages before it."""
    address = name_page(page)
    pieces = [view.pieces[each] for each in ids]
    title = desk.say("catalogue") if page == 1 else desk.say("catalogue_page", n=page, all=count)
    content = desk.render(
        "gallery.html",
        address.count("/"),
        title=title,
        show=find_current(view),
        cards=[make_card(piece, before + number, view, desk) for number, piece in enumerate(pieces, 1)],
        facets=make_facets(pieces, view, desk),
        competencies=[each for each in view.competencies if each.pieces],
        count=len(view.pieces),
        page=page,
        pages=[(number, f"{name_page(number)}index.html") for number in range(1, count + 1)],
    )
    return PageDraft(
        address=address,
        title=title,
        content=content,
        lang=desk.language,
        direction=desk.direction,
        section="works",
        grants=join_grants(view, ids),
    )


def name_page(number: int) -> str:
    """Name the address of a list page: the first is the gallery itself."""
    return "exhibition/" if number == 1 else f"exhibition/works/{number}/"


def make_facets(pieces: Sequence[ShownPiece], view: PublishedView, desk: Desk) -> list[tuple[str, str, list[tuple[str, str, int]]]]:
    """What the works of a page can be found by: (key, legend, [(value, words, how many)]).

    A facet with fewer than two values finds nothing and is left out.
    """
    shows = Counter(each for piece in pieces for each in {claim.competency_id for claim in piece.claims})
    subjects = Counter(each for piece in pieces for each in set(piece.subjects))
    made = Counter(say_made_as(piece, desk) for piece in pieces)
    found = [
        ("shows", desk.say("find_shows"), [(each.id, each.title, shows[each.id]) for each in view.competencies if shows[each.id]]),
        ("subject", desk.say("find_subject"), [(name, name[:1].upper() + name[1:], subjects[name]) for name in sorted(subjects)]),
        ("made", desk.say("find_made"), [(name, name, made[name]) for name in sorted(made)]),
    ]
    return [(key, legend, values) for key, legend, values in found if len(values) > 1]
