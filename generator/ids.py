"""Ids: what they may look like, new public ids, and the nearest known id for a hint."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from difflib import get_close_matches

PUBLIC_ID_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
"""No vowels and no look-alikes, so that no id spells a word (FORMATS section 2)."""

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
PUBLIC_ID_PATTERN = re.compile(r"[a-z0-9]{6,16}\Z")
ID_MAX = 64


def is_id(text: str) -> bool:
    """Tell whether `text` is a kebab-case id of at most 64 characters."""
    return len(text) <= ID_MAX and ID_PATTERN.match(text) is not None


def is_public_id(text: str) -> bool:
    """Tell whether `text` can stand in an address: 6 to 16 of a to z and 0 to 9."""
    return PUBLIC_ID_PATTERN.match(text) is not None


def new_public_id(taken: Iterable[str] = ()) -> str:
    """Make a random public id of eight characters that is not among `taken`.

    Random and never derived: an id that hashes a name can be guessed from the name.
    """
    known = set(taken)
    while True:
        made = "".join(secrets.choice(PUBLIC_ID_LETTERS) for _ in range(8))
        if made not in known:
            return made


def suggest_id(text: str) -> str:
    """Turn any text into the nearest well-formed id, or "" where nothing is left of it."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return "-".join(words)[:ID_MAX].strip("-")


def find_nearest(wanted: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Find the known ids that look most like `wanted`, best first; empty where none does.

    Ids that differ by case alone leave no doubt, so then there are no others.
    """
    choices = sorted(set(known))
    exact = [choice for choice in choices if choice.casefold() == wanted.casefold()]
    return tuple(exact[:most] or get_close_matches(wanted.casefold(), choices, n=most, cutoff=0.6))


def hint_nearest(wanted: str, known: Iterable[str]) -> str:
    """Say which known ids were probably meant: "Did you mean ...?", or "" where none is near."""
    near = find_nearest(wanted, known)
    return f"Did you mean {' or '.join(chr(34) + choice + chr(34) for choice in near)}?" if near else ""
