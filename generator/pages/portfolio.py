"""A learner's portfolio home: who this is, what they made, and what it shows so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.audience.view import PublishedView, Said, ShownClaim, ShownPiece, ShownPortfolio
from generator.pages._cards import make_card
from generator.pages._desk import Desk
from generator.pages._draft import PageDraft, PictureOrder, SearchEntry
from generator.pages._inks import PAIRS, find_palette
from generator.pages._markdown import strip_marks
from generator.pages._pictures import Image, make_image, make_order

PHOTO = "photo"
SHORT_NAME = 8
"""A name of so few letters, such as "Ana R.", stands on one line of the cover."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a learner says they are in one competency: the highest claim, and what shows it.

    `step` counts from 1 in `count`; 0 where nothing was claimed at a level.
    """

    title: str
    step: int
    count: int
    level: str
    pieces: tuple[ShownPiece, ...]


def draft_work(view: PublishedView, public_id: str, desk: Desk) -> Iterator[PageDraft]:
    """Draft the home of one portfolio; nothing where the id is a piece's."""
    portfolio = view.portfolios.get(public_id)
    if portfolio is None:
        return
    pieces = [view.pieces[each] for each in portfolio.pieces]
    cards = [make_card(piece, number, view, desk, credit=piece.with_classmates) for number, piece in enumerate(pieces, 1)]
    by_id = dict(zip(portfolio.pieces, cards, strict=True))
    photo = make_image(portfolio.photo, portfolio.address, PHOTO, view.school.image_max_px) if portfolio.photo else None
    palette = find_palette(portfolio.ink_pair, portfolio.ink_colours, desk.palette)
    name = portfolio.name or desk.say("portfolio_nameless")
    about = portfolio.about_me.text if portfolio.about_me else ""
    content = desk.render(
        "portfolio.html",
        2,
        portfolio=portfolio,
        name=name,
        longest=measure_name(name),
        voice=find_voice(portfolio),
        printed=say_printed(portfolio, desk),
        rest=find_rest(portfolio),
        cards=cards,
        cover=by_id.get(portfolio.cover),
        proud=by_id.get(portfolio.proud_of),
        photo=photo,
        steps=make_steps(view, portfolio),
        by_id=by_id,
    )
    yield PageDraft(
        address=portfolio.address,
        title=desk.say("portfolio_of", name=portfolio.name) if portfolio.name else name,
        content=content,
        description=strip_marks(about)[:160],
        lang=desk.language,
        direction=desk.direction,
        section="portfolio",
        inks=palette.day,
        inks_night=palette.night,
        search=SearchEntry(name, " ".join([strip_marks(about), *(card.title.text for card in cards)])),
        pictures=_orders(portfolio, photo),
        grants=portfolio.grants | frozenset(grant for piece in pieces for grant in piece.grants),
    )


def measure_name(name: str) -> int:
    """The letters that must fit on one line of the cover: a short name whole, else its longest word."""
    return len(name) if len(name) <= SHORT_NAME else max(map(len, name.split()))


def say_printed(portfolio: ShownPortfolio, desk: Desk) -> str:
    """Name the two inks as a printer does: "Printed in pine and yolk."; "" where the learner chose none."""
    pair = portfolio.ink_pair.strip().lower()
    if pair in PAIRS:
        return desk.say("printed_in", pair=desk.words.get(f"pair_{pair}") or pair.replace("-", " "))
    return desk.say("chose_inks") if portfolio.ink_colours else ""


def find_voice(portfolio: ShownPortfolio) -> str:
    """The one sentence on the cover: the first paragraph about oneself, as plain words."""
    return strip_marks(portfolio.about_me.text.strip().split("\n\n")[0]) if portfolio.about_me else ""


def find_rest(portfolio: ShownPortfolio) -> Said | None:
    """What follows the first paragraph about oneself; None where there is no more."""
    if portfolio.about_me is None:
        return None
    rest = portfolio.about_me.text.strip().partition("\n\n")[2].strip()
    return Said(rest, portfolio.about_me.lang) if rest else None


def make_steps(view: PublishedView, portfolio: ShownPortfolio) -> list[Step]:
    """For each competency the highest level that this learner claims, in the school's own order.

    Not sorted by level, so that the edge is ragged for everybody; no sum and no average.
    """
    pieces = [view.pieces[each] for each in portfolio.pieces]
    found = []
    for competency in view.competencies:
        own = [(piece, claim) for piece in pieces for claim in piece.claims if _is_own(claim, competency.id, portfolio)]
        if own:
            best = max((claim for _, claim in own), key=lambda claim: claim.level_step)
            shows = tuple({piece.public_id: piece for piece, claim in own if claim.level_step == best.level_step}.values())
            found.append(Step(competency.title, best.level_step, best.level_count, best.level, shows))
    return found


def _is_own(claim: ShownClaim, competency_id: str, portfolio: ShownPortfolio) -> bool:
    return claim.competency_id == competency_id and claim.portfolio == portfolio.public_id


def _orders(portfolio: ShownPortfolio, photo: Image | None) -> tuple[PictureOrder, ...]:
    return (make_order(portfolio.photo, photo, PHOTO),) if portfolio.photo and photo else ()


