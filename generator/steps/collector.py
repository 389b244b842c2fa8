"""Keeping Python's garbage collector from walking a whole school again and again.

A loaded school is a few million small objects that live until the end. Measured on 1,000 learners:
loading costs the parent 1.6 s of processor time with the collector and 0.8 s without.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Switch the collector off for a step that only builds; what it built is then left out of its walks."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
