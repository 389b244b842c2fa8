"""What a kind of medium needs so that nobody is left out, as the part of `media/` declares it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from generator.media import get_medium


class Needs(NamedTuple):
    """Whether a kind needs an alt text, captions, a transcript; and its name in plain words."""

    alt: bool
    captions: bool
    transcript: bool
    title: str


@cache
def find_needs(kind: str) -> Needs:
    """Find what a kind needs; nothing for a kind that no part declares."""
    try:
        part = get_medium(kind)
    except KeyError:
        return Needs(False, False, False, "File")
    return Needs(part.NEEDS_ALT, part.NEEDS_CAPTIONS, part.NEEDS_TRANSCRIPT, part.TITLE)
