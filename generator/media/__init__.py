"""Media: what a learner's file is, whatever its name says. One folder for each kind.

Importing this room loads no picture library: facts come from plain byte reading (HEIC excepted).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from generator.media._explain import check_suffix, explain_unknown
from generator.media._files import explain_os_error
from generator.media._limits import find_excess, get_limits
from generator.media._look import Look, find_kinds, look_at
from generator.media._problem import UnreadableMedium
from generator.model.medium import MediumFacts

__all__ = ["UnreadableMedium", "find_medium", "get_limits", "get_medium", "read_facts"]

_DAMAGED = UnreadableMedium(
    "The file is damaged.", "Copy or export it again from where it was made, and replace this one."
)
_LONGEST = 10 * 24 * 3600
"""Seconds; a file that says it plays longer than ten days has been damaged."""

_BAD_BYTES = (ValueError, LookupError, ArithmeticError, struct.error, RecursionError, MemoryError)


def find_medium(path: Path) -> ModuleType | None:
    """The part whose kind of medium this file or folder is, by content; None for anything else."""
    try:
        return look_at(path).part
    except UnreadableMedium:
        return None


def get_medium(kind: str) -> ModuleType:
    """The part of a kind such as "picture"; raises `KeyError` for a name that is no kind."""
    return {part.KIND: part for part in find_kinds()}[kind]


def read_facts(path: Path, limits: Mapping[str, int] | None = None) -> MediumFacts:
    """The facts of any path, never raising: what is wrong is said in `problem` and `advice`.

    `limits` may lower a kind's limits, see `get_limits`. `kind` is "" where it cannot be told.
    """
    look = Look("", 0, b"", None)
    try:
        look = look_at(path)
        return _read_known(path, look, limits)
    except UnreadableMedium as found:
        problem = found
    except OSError as error:
        problem = explain_os_error(error)
    except _BAD_BYTES:  # the parts check what they read; a slip in one must not stop a school
        problem = _DAMAGED
    kind = look.part.KIND if look.part else ""
    return MediumFacts(kind, look.size, problem=problem.reason, advice=problem.advice)


def _read_known(path: Path, look: Look, limits: Mapping[str, int] | None) -> MediumFacts:
    """Facts of a path that could be opened: its name, its size, then the part's own reading."""
    part = look.part
    if part is None:
        raise explain_unknown(look)
    check_suffix(look)
    bare = MediumFacts(part.KIND, look.size)
    problem, advice = find_excess(part, bare, limits)
    if problem:  # before the part reads: what is too big is not read at all
        return replace(bare, problem=problem, advice=advice)
    facts = part.read_facts(path)
    if facts.seconds > _LONGEST:
        raise _DAMAGED
    problem, advice = find_excess(part, facts, limits)
    return replace(facts, problem=problem, advice=advice) if problem else facts
