"""A piece as a card: its number, title, caption, and a plate that speaks for its medium."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.audience.view import PublishedView, Said, ShownMedium, ShownPiece
from generator.pages._desk import Desk
from generator.pages._pictures import Image, make_image
from generator.pages._words import say_list

GLYPHS = {
    "film": "film", "sound": "audio", "pdf": "pdf", "text": "text", "table": "data", "code": "code", "notebook": "code",
    "scratch": "code", "model3d": "3d", "webpage": "code", "svg": "photo", "picture": "photo", "link": "text",
}
"""The glyph of each medium; the word beside it says the same."""


@dataclass(frozen=True, slots=True)
class Plate:
    """What a card shows: a picture, else the medium's own words.

    `look` is "picture", "code", "table", "sound" or "text"; `tag` the medium in words, "" for a
    picture alone; `rows` the cells of a table's first rows.
    """

    look: str
    image: Image | None = None
    tag: str = ""
    glyph: str = ""
    words: str = ""
    lang: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A piece in a list. `number` is its place in that list, `address` that of its page."""

    number: int
    address: str
    title: Said
    caption: str
    plate: Plate
    competencies: tuple[str, ...]
    subjects: tuple[str, ...]
    medium: str
    words: str


def make_card(piece: ShownPiece, number: int, view: PublishedView, desk: Desk, *, credit: bool = True) -> Card:
    """Make the card of a piece; with `credit` the caption names who made it."""
    return Card(
        number=number,
        address=piece.address,
        title=piece.title,
        caption=say_caption(piece, desk, credit=credit),
        plate=make_plate(piece, view, desk),
        competencies=tuple(dict.fromkeys(claim.competency_id for claim in piece.claims)),
        subjects=piece.subjects,
        medium=say_made_as(piece, desk),
        words=" ".join([piece.title.text, piece.summary.text if piece.summary else "", say_credit(piece, desk), *piece.subjects]).lower(),
    )


def say_credit(piece: ShownPiece, desk: Desk) -> str:
    """Name the makers who may be named; pieces of pairs and teams end "with classmates", whoever is named."""
    names = [maker.name for maker in piece.makers if maker.name]
    if not piece.with_classmates:
        return say_list(desk.words, names)
    return desk.say("with_classmates", names=say_list(desk.words, names)) if names else desk.say("classmates_only")


def say_caption(piece: ShownPiece, desk: Desk, *, credit: bool = True) -> str:
    """The caption under a piece: what it is made of, by whom, whether it worked, and when."""
    made_of = piece.made_of.text.partition(",")[0].rstrip(".") if piece.made_of else ""
    failed = desk.say("did_not_work") if piece.kind == "did-not-work" else ""
    parts = (made_of, say_credit(piece, desk) if credit else "", failed, desk.month(piece.made_on))
    return ". ".join(part.removesuffix(".") for part in parts if part)


def say_made_as(piece: ShownPiece, desk: Desk) -> str:
    """The medium of a piece in a word, for lists: that of its first medium."""
    kinds = [medium.kind for medium in piece.media if medium.kind != "link"] or ["text"]
    return desk.say(f"medium_{kinds[0]}")


def find_image(piece: ShownPiece, view: PublishedView) -> Image | None:
    """The picture that stands for a piece: its first one, else its latest draft."""
    limit = view.school.image_max_px
    shown: list[tuple[ShownMedium, str]] = [(medium, f"m{medium.number}") for medium in piece.media]
    shown += [(draft.medium, f"d{draft.medium.number}") for draft in reversed(piece.drafts)]
    for medium, stem in shown:
        image = make_image(medium, piece.address, stem, limit)
        if image is not None:
            return image
    return None


def make_plate(piece: ShownPiece, view: PublishedView, desk: Desk) -> Plate:
    """Choose the plate: a picture where there is one, else words large, so that no plate is a grey box."""
    first = next((medium for medium in piece.media if medium.kind != "link"), None)
    tag = say_medium(first, desk) if first is not None and first.kind not in ("picture", "svg") else ""
    glyph = GLYPHS.get(first.kind, "text") if first is not None else ""
    image = find_image(piece, view)
    if image is not None and (first is None or first.kind not in ("code", "table")):
        return Plate("picture", image, tag, glyph)
    if first is not None and first.publishable and first.facts is not None and first.facts.excerpt:
        if first.kind == "table":
            return Plate("table", None, tag, glyph, rows=_first_rows(first.words or first.facts.excerpt))
        look = "code" if first.kind == "code" else "text"
        return Plate(look, None, tag, glyph, words=first.facts.excerpt, lang=piece.title.lang)
    said = piece.question or piece.summary or piece.title
    return Plate("sound" if first is not None and first.kind == "sound" else "text", None, tag, glyph, words=said.text, lang=said.lang)


def say_medium(medium: ShownMedium, desk: Desk) -> str:
    """Say a medium with its measure: "Film 1:48", "PDF, 4 pages", "Code, 38 lines"."""
    facts = medium.facts
    word = desk.say(f"medium_{medium.kind}") if medium.kind else ""
    if facts is None:
        return word
    if facts.seconds:
        minutes, seconds = divmod(round(facts.seconds), 60)
        return f"{word} {minutes}:{seconds:02d}"
    unit = {"pdf": "pages", "code": "lines", "table": "rows", "notebook": "cells", "scratch": "blocks"}.get(medium.kind)
    if unit and facts.count:
        return f"{word}, {desk.say(unit + ('_one' if facts.count == 1 else ''), n=facts.count)}"
    return word


def _first_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """The first rows of a table, two columns at most, for a plate as narrow as half a phone."""
    return tuple(tuple(line.split("\t")[:2]) for line in text.split("\n")[:5])


def neighbours(ids: Sequence[str], public_id: str) -> tuple[str, str]:
    """The pieces before and after one in a portfolio, which goes round; "" where it is alone."""
    if len(ids) < 2 or public_id not in ids:
        return "", ""
    at = list(ids).index(public_id)
    return ids[at - 1], ids[(at + 1) % len(ids)]
