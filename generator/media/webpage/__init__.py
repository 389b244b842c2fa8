"""Small web pages: a folder with an index.html. Named with title; published by no edition."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.media._limits import MB
from generator.media._problem import UnreadableMedium
from generator.model.medium import MediumFacts

KIND = "webpage"
TITLE = "Web page"
SUFFIXES = ("/",)
"""A folder has no ending; what stands here is how a record may write its name."""
FOLDER = True
PUBLISHABLE = False
NEEDS_ALT = False
NEEDS_CAPTIONS = False
NEEDS_TRANSCRIPT = False
LIMITS = {"bytes": 20 * MB, "files": 200}
SHRINK = "Take out what the page does not use, and make its pictures smaller."
EXPORT = "Put the page's files in a folder, its first page named index.html."

INDEX = "index.html"
_DEPTH_MAX = 10


def matches(head: bytes, suffix: str) -> bool:
    """Whether the names in a folder, one a line, hold a first page."""
    return INDEX.encode() in head.split(b"\n")


def read_facts(path: Path) -> MediumFacts:
    """Files (at most one over the limit) and their bytes; raises `UnreadableMedium` for a link."""
    size = count = 0
    for entry in _walk(path, 0):
        count += 1
        size += entry.stat(follow_symlinks=False).st_size
        if count > LIMITS["files"]:
            break
    index = path / INDEX
    if index.is_symlink() or not index.is_file() or not index.stat().st_size:
        raise UnreadableMedium("The folder's index.html is empty or no file.", EXPORT)
    return MediumFacts(KIND, size, count=count)


def _walk(folder: Path, depth: int) -> Iterator[os.DirEntry[str]]:
    """Every file below a folder, by name; raises for links, pipes and nests."""
    if depth > _DEPTH_MAX:
        raise UnreadableMedium("The folder holds folders in folders, too many deep.", EXPORT)
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), depth + 1)
        elif entry.is_file(follow_symlinks=False):
            yield entry
        else:
            raise UnreadableMedium(
                "The folder holds a link or something else that is no file.",
                "Put the file itself there instead.",
            )
