"""The first look at a path: opened safely, and its kind told from content."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from generator.media._files import HEAD_BYTES, explain_os_error, open_medium, size_of
from generator.media._refused import find_refused
from generator.parts import find_parts


@dataclass(frozen=True, slots=True)
class Look:
    """What a first look shows: the ending of the name, size and first bytes, and the kind.

    `part` is None for a kind that is not taken; `folder` says that the path is one.
    """

    suffix: str
    size: int
    head: bytes
    part: ModuleType | None
    folder: bool = False


def find_kinds() -> tuple[ModuleType, ...]:
    """Every kind of medium there is, by name."""
    return find_parts("generator.media")


def is_folder_kind(part: ModuleType) -> bool:
    """Whether media of this kind are folders."""
    return getattr(part, "FOLDER", False)


def look_at(path: Path) -> Look:
    """Open a path and tell its kind; raises `UnreadableMedium` where it may or can not be opened."""
    suffix = path.suffix.lower()
    try:
        if stat.S_ISDIR(os.lstat(path).st_mode):
            return Look(suffix, 0, b"", _find_folder_kind(path, suffix), folder=True)
        with open_medium(path) as stream:
            head, size = stream.read(HEAD_BYTES), size_of(stream)
    except (OSError, ValueError) as error:
        raise explain_os_error(error) from error
    return Look(suffix, size, head, _find_file_kind(head, suffix))


def _find_file_kind(head: bytes, suffix: str) -> ModuleType | None:
    """The part that a file's first bytes match; those that claim its ending are asked first."""
    files = _order_kinds(suffix[:16])
    return next((part for part in files if head and part.matches(head, suffix)), None)


@lru_cache(maxsize=64)
def _order_kinds(suffix: str) -> tuple[ModuleType, ...]:
    """The kinds that are files, those that claim an ending before the others."""
    files = [part for part in find_kinds() if not is_folder_kind(part)]
    return tuple(sorted(files, key=lambda part: suffix not in part.SUFFIXES))


def _find_folder_kind(path: Path, suffix: str) -> ModuleType | None:
    """The part that takes this folder, told from the names in it."""
    if find_refused(suffix):  # some programs save a document as a folder
        return None
    names = os.fsencode("\n".join(sorted(os.listdir(path))[:1000]))
    folders = (part for part in find_kinds() if is_folder_kind(part))
    return next((part for part in folders if part.matches(names, suffix)), None)
