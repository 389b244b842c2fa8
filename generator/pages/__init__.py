"""From a published view to pages: one module per kind of page, its template in `theme/pages`.

A part of this room has `draft_shared(view, desk)` for pages about the whole school, or
`draft_work(view, public_id, desk)` for the page of one portfolio or one piece, or both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.audience.view import PublishedView
from generator.pages._desk import Desk, open_desk
from generator.pages._draft import PageDraft
from generator.parts import find_parts

__all__ = ["Desk", "PageDraft", "draft_shared", "draft_work", "list_work", "open_desk"]


def draft_shared(view: PublishedView, desk: Desk) -> Iterator[PageDraft]:
    """Draft the pages that are about the whole school."""
    for part in find_parts("generator.pages"):
        if hasattr(part, "draft_shared"):
            yield from part.draft_shared(view, desk)


def draft_work(view: PublishedView, public_ids: Iterable[str], desk: Desk) -> Iterator[PageDraft]:
    """Draft the pages of some portfolios and pieces, by public id."""
    parts = [part for part in find_parts("generator.pages") if hasattr(part, "draft_work")]
    for public_id in public_ids:
        for part in parts:
            yield from part.draft_work(view, public_id, desk)


def list_work(view: PublishedView) -> tuple[str, ...]:
    """List what `draft_work` can be asked for: the portfolios, then the pieces."""
    return (*view.portfolios, *view.pieces)
