"""Sharing out work to forked worker processes, which find everything the parent has loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

P = TypeVar("P")
R = TypeVar("R")

_task: Callable[[Any], Any] | None = None
"""What the workers are to do; a fork inherits it, so that it need not be pickled."""


def share_out(task: Callable[[P], R], parcels: Sequence[P], jobs: int = 0) -> Iterator[R]:
    """Do a task for every parcel, in worker processes where there is more than one; order is kept.

    `jobs` is the number of workers, 0 means as many as there are processors. Parcels and results
    are plain data. Where processes cannot be forked the work is done here.
    """
    global _task
    workers = min(jobs or os.cpu_count() or 1, len(parcels))
    if workers < 2 or sys.platform != "linux":
        yield from map(task, parcels)
        return
    _task = task
    try:
        with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
            yield from pool.map(_call, parcels)
    finally:
        _task = None


def _call(parcel: Any) -> Any:
    assert _task is not None
    return _task(parcel)


def cut(things: Sequence[P], size: int) -> list[Sequence[P]]:
    """Cut a sequence into parcels of at most `size`."""
    return [things[at : at + size] for at in range(0, len(things), size)]
