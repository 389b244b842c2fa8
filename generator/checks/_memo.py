"""Remembering the last answer, so that rules which look at the same learner share one walk."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

Answer = TypeVar("Answer")


def remember_last(function: Callable[..., Answer]) -> Callable[..., Answer]:
    """Keep the answer for the last arguments, compared by identity.

    Rules are run learner by learner, so one answer is enough and memory does not grow. The
    arguments are kept alive with the answer: their identity cannot be taken by something else.
    """
    kept: list[Any] = [(), None]

    @wraps(function)
    def remembered(*given: Any) -> Answer:
        last = kept[0]
        if len(last) != len(given) or any(one is not other for one, other in zip(last, given)):
            kept[1] = function(*given)
            kept[0] = given
        return kept[1]

    return remembered
