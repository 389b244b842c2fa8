"""What several list pages share: an order drawn by lot, the show of the day, and whose leave a list needs."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from generator.audience.view import Grant, PublishedView, ShownExhibition


def draw_lots(public_ids: Iterable[str]) -> list[str]:
    """Order pieces by lot: by a digest of their ids, so that no work is first by age, name or grade.

    The order stays when a piece comes or goes, and is the same on every machine.
    """
    return sorted(public_ids, key=lambda each: (blake2b(each.encode(), digest_size=8).digest(), each))


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
