"""The one page of a piece: the work first and large, then its story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.audience.view import PublishedView, ShownDraft, ShownMedium, ShownPiece, ShownPortfolio
from generator.pages._cards import GLYPHS, neighbours, say_credit, say_medium
from generator.pages._desk import Desk
from generator.pages._draft import PageDraft, PictureOrder, SearchEntry
from generator.pages._inks import find_palette
from generator.pages._markdown import strip_marks
from generator.pages._pictures import Image, make_image, make_order

LONG = 1_200
"""Characters of writing or code that stand open on the page; more is folded under its beginning."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One medium as the page shows it: a picture, or words, or its name alone."""

    medium: ShownMedium
    label: str
    glyph: str
    image: Image | None = None
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Try:
    """One draft on the bench."""

    number: int
    draft: ShownDraft
    exhibit: Exhibit


@dataclass(frozen=True, slots=True)
class Way:
    """The way on inside one maker's portfolio: where the piece stands and what is beside it."""

    portfolio: ShownPortfolio
    name: str
    number: int
    count: int
    before: ShownPiece | None
    after: ShownPiece | None


def draft_work(view: PublishedView, public_id: str, desk: Desk) -> Iterator[PageDraft]:
    """Draft the page of one piece; nothing where the id is a portfolio's."""
    piece = view.pieces.get(public_id)
    if piece is None:
        return
    limit = view.school.image_max_px
    shown = [make_exhibit(medium, piece, f"m{medium.number}", limit, desk) for medium in piece.media]
    tries = [Try(number, each, make_exhibit(each.medium, piece, f"d{each.medium.number}", limit, desk)) for number, each in enumerate(piece.drafts, 1)]
    stage = next((each for each in shown if each.image), None)
    lead = shown[0] if shown and stage is None and not shown[0].medium.link else None
    ways = list(make_ways(view, piece, desk))
    first = ways[0] if ways else None
    palette = find_palette(first.portfolio.ink_pair, first.portfolio.ink_colours, desk.palette) if first else desk.palette
    summary = piece.summary.text if piece.summary else ""
    content = desk.render(
        "piece.html",
        2,
        piece=piece,
        stage=stage,
        lead=lead,
        rest=[each for each in shown if each is not stage and each is not lead],
        tries=tries,
        ways=ways,
        credit=say_credit(piece, desk),
        reads=_reads_open,
        rated_here=view.edition in ("family", "staff"),
        exhibitions={show.id: show for show in view.exhibitions},
        competencies={each.id: each for each in view.competencies},
    )
    yield PageDraft(
        address=piece.address,
        title=piece.title.text,
        content=content,
        description=strip_marks(summary)[:160],
        lang=desk.language,
        direction=desk.direction,
        section="works",
        inks=palette.day if first else "",
        inks_night=palette.night if first else "",
        search=SearchEntry(piece.title.text, " ".join(filter(None, [strip_marks(summary), say_credit(piece, desk), *piece.subjects]))),
        pictures=tuple(_orders(shown, tries)),
        grants=piece.grants | frozenset(grant for way in ways for shown in (way.portfolio, way.before, way.after) if shown for grant in shown.grants),
    )


def make_exhibit(medium: ShownMedium, piece: ShownPiece, stem: str, limit_px: int, desk: Desk) -> Exhibit:
    """Say how a medium is shown."""
    image = make_image(medium, piece.address, stem, limit_px)
    rows = tuple(tuple(line.split("\t")) for line in medium.words.split("\n")) if medium.kind == "table" and medium.words else ()
    return Exhibit(medium, say_medium(medium, desk), GLYPHS.get(medium.kind, "text"), image, rows)


def make_ways(view: PublishedView, piece: ShownPiece, desk: Desk) -> Iterator[Way]:
    """The ways on: next and previous in each shown maker's portfolio."""
    for public_id in piece.portfolios:
        portfolio = view.portfolios[public_id]
        before, after = neighbours(portfolio.pieces, piece.public_id)
        yield Way(
            portfolio,
            portfolio.name or desk.say("portfolio_nameless"),
            portfolio.pieces.index(piece.public_id) + 1,
            len(portfolio.pieces),
            view.pieces.get(before),
            view.pieces.get(after),
        )


def _reads_open(words: str) -> bool:
    return len(words) <= LONG


def _orders(shown: list[Exhibit], tries: list[Try]) -> Iterator[PictureOrder]:
    for stem, each in [*(("m", one) for one in shown), *(("d", one.exhibit) for one in tries)]:
        if each.image is not None:
            yield make_order(each.medium, each.image, f"{stem}{each.medium.number}")
