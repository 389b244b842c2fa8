"""How big a medium may be, and the sentence for one that is bigger.

Each part owns its numbers (`LIMITS`) and its way to shrink (`SHRINK`); a school may only ask for less.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from generator.model.medium import MediumFacts

MB = 1024 * 1024
"""Counted as most computers show it, so that nobody is refused a file of exactly the limit."""

_WORDS = {
    "bytes": ("is {} big", "{} MB", MB),
    "pixels": ("has {}", "{} megapixels", 1_000_000),
    "seconds": ("is {} long", "{} minutes", 60),
    "files": ("holds {}", "{} files", 1),
}


def get_limits(part: ModuleType, limits: Mapping[str, int] | None = None) -> dict[str, int]:
    """The limits of a kind: its own, or what the school says where that is less.

    `limits` has keys such as `picture_bytes`, `picture_pixels`, `film_seconds`: the kind, then
    `bytes`, `pixels`, `seconds` or `files`. Keys of other kinds are passed over.
    """
    asked = limits or {}
    return {
        unit: min(most, asked.get(f"{part.KIND}_{unit}", most))
        for unit, most in part.LIMITS.items()
    }


def find_excess(
    part: ModuleType, facts: MediumFacts, limits: Mapping[str, int] | None = None
) -> tuple[str, str]:
    """The reason and advice for a medium over a limit of its kind, ("", "") for one within."""
    found = {
        "bytes": facts.size,
        "pixels": facts.width * facts.height,
        "seconds": facts.seconds,
        "files": facts.count,
    }
    for unit, most in get_limits(part, limits).items():
        if found[unit] > most:
            return _say_excess(part.TITLE, unit, found[unit], most), part.SHRINK
    return "", ""


def _say_excess(title: str, unit: str, found: float, most: int) -> str:
    """One sentence: how much there is, how much is taken."""
    verb, words, scale = _WORDS[unit]
    much = verb.format(words.format(_round_apart(found / scale, most / scale)))
    return f"{title} {much}; the most is {words.format(_round(most / scale))}."


def _round(number: float) -> str:
    """A number with at most one decimal."""
    return f"{number:.1f}".removesuffix(".0")


def _round_apart(found: float, most: float) -> str:
    """A number rounded so that it never looks equal to the limit it exceeds."""
    text = _round(found)
    return text if text != _round(most) else f"a little over {text}"
