"""What several list pages share: an order drawn by lot, the show of the day, and whose leave a list needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from generator.audience.view import Grant, PublishedView, ShownExhibition, ShownPiece

CARDS = 48
"""As many works as hang on one page."""


def draw_lots(public_ids: Iterable[str]) -> list[str]:
    """Order pieces by lot: by a digest of their ids, so that no work is first by age, name or grade.

    The order stays when a piece comes or goes, and is the same on every machine.
    """
    return sorted(public_ids, key=lambda each: (blake2b(each.encode(), digest_size=8).digest(), each))


def split_long(ids: Sequence[str], view: PublishedView) -> tuple[list[str], list[tuple[int, ShownPiece]]]:
    """Split a list of works: the first `CARDS` hang as cards, the others are numbered lines of an index.

    A school of a thousand has competencies that three thousand pieces show; their cards would make
    a page that no phone loads.
    """
    return list(ids[:CARDS]), [(number, view.pieces[each]) for number, each in enumerate(ids[CARDS:], CARDS + 1)]


def find_current(view: PublishedView) -> ShownExhibition | None:
    """The exhibition to speak of: the one that is open or opens next, else the one that closed last."""
    ahead = [each for each in view.exhibitions if each.closes is None or each.closes >= view.day]
    if ahead:
        return min(ahead, key=lambda each: (each.opens or view.day, each.id))
    return max(view.exhibitions, key=lambda each: (each.closes or view.day, each.id), default=None)


def join_grants(view: PublishedView, pieces: Iterable[str], portfolios: Iterable[str] = ()) -> frozenset[Grant]:
    """Whose consent a page leans on that shows these pieces and portfolios."""
    shown = [view.pieces[each] for each in pieces], [view.portfolios[each] for each in portfolios]
    return frozenset(grant for each in (*shown[0], *shown[1]) for grant in each.grants)
