"""The words of the interface in each language: `theme/words/<language>.json`, a school's own first."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "yi"})


@cache
def load_words(folders: tuple[Path, ...], language: str) -> Mapping[str, str]:
    """Load the words of a language over the English ones; a word that is missing is said in English."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(("en", language.partition("-")[0], language)):
        for folder in reversed(folders):
            path = folder / "words" / f"{name}.json"
            if path.is_file():
                found.update(json.loads(path.read_text("utf-8")))
    return found


def find_direction(language: str) -> str:
    """Give the direction a language is written in: "ltr" or "rtl"."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def say_day(words: Mapping[str, str], day: date | None) -> str:
    """Say a day in words: "3 October 2026"; "" for none."""
    return words["day"].format(d=day.day, month=_month(words, day), y=day.year) if day else ""


def say_month(words: Mapping[str, str], day: date | None) -> str:
    """Say a month in words: "October 2026"; "" for none."""
    return words["month"].format(month=_month(words, day), y=day.year) if day else ""


def say_list(words: Mapping[str, str], names: Sequence[str]) -> str:
    """Join names as the language does: "Ana, Ben and Chi"."""
    if len(names) < 2:
        return "".join(names)
    return words["and"].format(first=", ".join(names[:-1]), last=names[-1])


def _month(words: Mapping[str, str], day: date) -> str:
    return words["months"].split()[day.month - 1]
