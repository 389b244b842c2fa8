"""Noticing saves: what lies in a school's folders is compared, a few times a second."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

Stamp = tuple[int, int, int]
"""Size, time of the last change in nanoseconds, and number of a file."""

_SKIPPED_ENDS = ("~", ".swp", ".swx", ".tmp", ".part", ".crdownload")


def take_snapshot(paths: Iterable[Path]) -> dict[str, Stamp]:
    """Note every file below some folders, and files named themselves; hidden ones and editors' own are skipped.

    Links are noted and not followed; what vanishes meanwhile is left out.
    """
    found: dict[str, Stamp] = {}
    for path in paths:
        if path.is_dir():
            found.update(_scan(str(path)))
        else:
            found.update(_stamp_one(path))
    return found


def _stamp_one(path: Path) -> dict[str, Stamp]:
    try:
        facts = path.lstat()
    except OSError:
        return {}
    return {str(path): (facts.st_size, facts.st_mtime_ns, facts.st_ino)}


def _scan(folder: str) -> Iterator[tuple[str, Stamp]]:
    try:
        with os.scandir(folder) as entries:
            listed = list(entries)
    except OSError:
        return
    for entry in listed:
        if entry.name.startswith(".") or entry.name.endswith(_SKIPPED_ENDS):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _scan(entry.path)
            else:
                facts = entry.stat(follow_symlinks=False)
                yield entry.path, (facts.st_size, facts.st_mtime_ns, facts.st_ino)
        except OSError:
            continue
