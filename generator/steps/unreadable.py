"""Pictures that turn out, only when they are decoded, not to be whole: named on their pages and not shown."""

from __future__ import annotations

from dataclasses import replace

from generator.audience.view import PublishedView, ShownMedium, ShownPiece, ShownPortfolio


def without_pictures(view: PublishedView, sources: frozenset[str]) -> PublishedView:
    """Give the view in which these sources, paths below the school's folder, are named and not shown."""
    return replace(
        view,
        pieces={public_id: _redo_piece(piece, sources) for public_id, piece in view.pieces.items()},
        portfolios={public_id: _redo_portfolio(each, sources) for public_id, each in view.portfolios.items()},
    )


def _redo_piece(piece: ShownPiece, sources: frozenset[str]) -> ShownPiece:
    return replace(
        piece,
        media=tuple(_redo_medium(each, sources) for each in piece.media),
        drafts=tuple(replace(each, medium=_redo_medium(each.medium, sources)) for each in piece.drafts),
    )


def _redo_portfolio(portfolio: ShownPortfolio, sources: frozenset[str]) -> ShownPortfolio:
    photo = portfolio.photo
    return replace(portfolio, photo=None) if photo and photo.source in sources else portfolio


def _redo_medium(medium: ShownMedium, sources: frozenset[str]) -> ShownMedium:
    return replace(medium, publishable=False) if medium.source in sources else medium
