"""A piece or a portfolio of a view as plain text, for a reader at a terminal: every word that its page would hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.audience.view import Said, ShownDraft, ShownMedium, ShownPiece, ShownPortfolio


def render_piece(piece: ShownPiece) -> str:
    """Render a piece: title, makers as this edition prints them, media with their alt texts, and all texts."""
    return "\n".join(_piece_lines(piece)) + "\n"


def render_portfolio(portfolio: ShownPortfolio) -> str:
    """Render what a portfolio's home says of its learner."""
    return "\n".join(_portfolio_lines(portfolio)) + "\n"


def say_makers(piece: ShownPiece) -> str:
    """Say who made a piece, as this edition prints it; "no name" where none may be printed."""
    names = [maker.name for maker in piece.makers if maker.name]
    return ", ".join([*names, *(["with classmates"] if piece.with_classmates else [])]) or "no name"


def _piece_lines(piece: ShownPiece) -> Iterator[str]:
    yield piece.title.text
    yield f"  By: {say_makers(piece)}"
    yield f"  {piece.kind}, {piece.made_on}" + (f", {', '.join(piece.subjects)}" if piece.subjects else "")
    yield from _texts((("Summary", piece.summary), ("Question", piece.question), ("Made of", piece.made_of)))
    yield from _texts((("Label title", piece.label_title), ("Label", piece.label_statement)))
    for medium in piece.media:
        yield from _medium_lines(medium)
    for draft in piece.drafts:
        yield from _draft_lines(draft)
    for maker in piece.makers:
        who = maker.name or "A maker without a name"
        yield from _texts(((f"{who}, role", maker.role), (f"{who}, part", maker.contribution)))
    for claim in piece.claims:
        yield f"  Claim{_by(claim.by)}: {' / '.join(filter(None, (claim.competency, claim.indicator, claim.level)))}"
        yield from _texts((("Because", claim.because),), "    ")
    for reflection in piece.reflections:
        yield f"  Reflection{_by(reflection.by)}:"
        for answer in reflection.answers:
            yield from _texts(((answer.prompt, answer.answer), ("Margin note", answer.note)), "    ")
    for used in piece.help_used:
        yield from _texts((("Help used", used.what), ("Kept", used.kept), ("Changed", used.changed)))


def _medium_lines(medium: ShownMedium) -> Iterator[str]:
    alt = medium.alt.text if medium.alt else "decorative" if medium.decorative else "none"
    what = medium.link or f"{medium.kind or 'file'}, alt text: {alt}"
    yield f"  Medium {medium.number}: {medium.title.text + ', ' if medium.title else ''}{what}"
    yield from _texts((("Transcript", medium.transcript), ("Text", Said(medium.words) if medium.words else None)), "    ")


def _draft_lines(draft: ShownDraft) -> Iterator[str]:
    alt = draft.medium.alt.text if draft.medium.alt else "none"
    yield f"  Draft{f' of {draft.made_on}' if draft.made_on else ''}: {draft.medium.kind or 'file'}, alt text: {alt}"
    yield from _texts((("Text", Said(draft.medium.words) if draft.medium.words else None), ("Changed", draft.changed), ("Because", draft.because)), "    ")


def _portfolio_lines(portfolio: ShownPortfolio) -> Iterator[str]:
    yield f"Portfolio of {portfolio.name or 'a learner without a name'}"
    if portfolio.pronunciation:
        yield f"  Pronunciation: {portfolio.pronunciation}"
    yield from _texts((("About me", portfolio.about_me),))
    for title in ("strengths", "interests", "values", "aspirations"):
        yield from _texts((title.capitalize(), line.text) for line in getattr(portfolio, title))
    for name, use in portfolio.languages:
        yield f"  Language: {name}{f' ({use})' if use else ''}"
    yield f"  Pieces listed: {len(portfolio.pieces)}"


def _texts(pairs: Iterable[tuple[str, Said | None]], lead: str = "  ") -> Iterator[str]:
    """Write each text behind its heading, further lines below it."""
    for title, said in pairs:
        if said is not None:
            yield f"{lead}{title}: " + f"\n{lead}  ".join(said.text.strip().splitlines())


def _by(name: str) -> str:
    return f" of {name}" if name else ""
