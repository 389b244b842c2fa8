"""Saying what was noticed: the short ways in which rules make a problem and word a hint."""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks._rule import Rule
from generator.findings import Field, Place, Problem
from generator.ids import hint_nearest
from generator.model._base import Text


def say(
    rule: Rule,
    place: tuple[str, Field],
    message: str,
    hint: str,
    learner_id: str | None = None,
    holds: tuple[str, Field] | None = None,
) -> Problem:
    """Make a problem of a rule at a place given as path and field."""
    return Problem(rule.code, message, hint, Place(*place), learner_id, Place(*holds) if holds else None)


def suggest(wanted: str, known: Iterable[str], nothing: str, most: int = 8) -> str:
    """Word a hint for a reference that names nothing: the nearest ids, else what there is.

    `nothing` is said where no id is known at all.
    """
    ids = sorted(set(known))
    if not ids:
        return nothing
    near = hint_nearest(wanted, ids)
    if near:
        return near
    listed = ", ".join(ids[:most]) + (", …" if len(ids) > most else "")
    return f"These are known: {listed}."


def shorten(text: Text | str, most: int = 40) -> str:
    """Give the beginning of a text in one line, to show which one is meant."""
    line = " ".join(str(text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def count(number: int, one: str, many: str = "") -> str:
    """Word a number of things: "1 piece", "3 pieces", "no pieces"."""
    if number == 1:
        return f"1 {one}"
    return f"{number or 'no'} {many or one + 's'}"


def is_blank(text: Text | str | None) -> bool:
    """Tell whether a text is missing or holds no words."""
    return text is None or not str(text).strip()
