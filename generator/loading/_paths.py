"""File names inside a learner's folder: what may be named, and what stays inside."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from generator.ids import suggest_id
from generator.loading._trouble import Trouble

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?\Z", re.IGNORECASE)
_ODD = re.compile('[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f<>:"|?*]')
NAME_MAX = 120
"""Bytes of one file name that every system can hold with room for a folder above it."""


def refuse_unsafe_path(name: str) -> None:
    """Raise Trouble SRC021 or SRC024 for a path that could leave the folder or trouble a computer."""
    parts = name.removesuffix("/").split("/")
    if not name or "\\" in name or "%" in name or name.startswith(("/", "~")) or re.match(r"[A-Za-z]:|[a-z]+:/", name) or ".." in parts:
        raise Trouble(
            "SRC021", f'"{name}" leads out of the folder of this record, or may do so.',
            "Put the file beside the record and write its plain name, for instance photo.jpg.",
        )
    for part in parts:
        refuse_reserved_name(part)


def refuse_reserved_name(name: str) -> None:
    """Raise Trouble SRC024 for a name that some computers cannot hold."""
    wrong = (
        "is empty" if name in ("", ".") else
        "is a name that Windows keeps for itself" if _RESERVED.match(name) else
        "ends with a dot or a space" if name[-1] in ". " else
        "begins with a hyphen, a dot or a space" if name[0] in "-. " else
        "holds a character that file names cannot have everywhere" if _ODD.search(name) else
        f"is longer than {NAME_MAX} bytes" if len(name.encode()) > NAME_MAX else ""
    )
    if wrong:
        stem, dot, suffix = name.rpartition(".")
        better = f"{suggest_id(stem or name) or 'file'}{dot}{suggest_id(suffix)}" if dot and stem else suggest_id(name) or "file"
        raise Trouble("SRC024", f'The name "{name}" {wrong}.', f"Rename the file, for instance to {better[:60]}.")


def find_clashes(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Find names that are one name on some computers: equal but for case or Unicode form."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[unicodedata.normalize("NFKC", name).casefold()].append(name)
    return [tuple(sorted(group)) for group in groups.values() if len(group) > 1]


def clash_trouble(names: tuple[str, ...]) -> Trouble:
    """Say that names clash, all of them named."""
    listed = " and ".join(f'"{name}"' for name in names)
    return Trouble("SRC023", f"{listed} are the same name on some computers.", "Give one of them another name, and change it in the record too.")


def crosses_link(folder: Path, name: str) -> bool:
    """Tell whether a path below a folder goes through a link, at any step."""
    here = str(folder)
    for part in name.removesuffix("/").split("/"):
        here = f"{here}/{part}"
        if os.path.islink(here):
            return True
    return False
