"""Scratch projects: named with title and blocks; their bytes are published by no edition."""

from __future__ import annotations

import json
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from generator.media._files import open_medium, read_tail, size_of
from generator.media._limits import MB
from generator.media._problem import CutOff, UnreadableMedium
from generator.model.medium import MediumFacts

KIND = "scratch"
TITLE = "Scratch project"
SUFFIXES = (".sb3",)
PUBLISHABLE = False
NEEDS_ALT = True
NEEDS_CAPTIONS = False
NEEDS_TRANSCRIPT = False
LIMITS = {"bytes": 60 * MB}
SHRINK = "Take out sounds and pictures that are not used, then save it again."
EXPORT = "In Scratch choose File, Save to your computer, and add that .sb3 file."

_PROJECT, _PROJECT_MAX = "project.json", 5 * MB
_ENTRIES_MAX, _UNPACKED_MAX, _RATIO_MAX = 2_000, 200 * MB, 100
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Others may ask for any amount of memory."""
_BAD_ZIP = (
    zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, KeyError,
    OSError,  # a place before the beginning of the file, when the archive's list lies
)  # fmt: skip


def matches(head: bytes, suffix: str) -> bool:
    """Whether the first bytes are those of a ZIP that is named, or begins, as a Scratch project."""
    return head.startswith(b"PK\x03\x04") and (
        suffix in SUFFIXES or head[30:42] == _PROJECT.encode()
    )


def read_facts(path: Path) -> MediumFacts:
    """Blocks that the learner placed; nothing is unpacked to disk. Raises `UnreadableMedium`."""
    with open_medium(path) as stream:
        size = size_of(stream)
        try:
            project = json.loads(_read_project(stream, size))
        except _BAD_ZIP as error:
            raise UnreadableMedium("The Scratch project is damaged.", EXPORT) from error
    targets = project.get("targets") if isinstance(project, dict) else None
    if not isinstance(targets, list):
        raise UnreadableMedium("There is no Scratch 3 project in the file.", EXPORT)
    return MediumFacts(KIND, size, count=sum(map(_count_blocks, targets)))


def _read_project(stream: BinaryIO, size: int) -> bytes:
    """The project's description out of the archive, within caps against archives that blow up."""
    _check_directory(stream)
    with zipfile.ZipFile(stream) as archive:
        entries = archive.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        names = {entry.filename for entry in entries}
        if len(names) < len(entries) or unpacked > min(_UNPACKED_MAX, _RATIO_MAX * max(size, MB)):
            raise UnreadableMedium("The archive is not one that Scratch saves.", EXPORT)
        if archive.getinfo(_PROJECT).compress_type not in _PACKINGS:
            raise UnreadableMedium("The archive is not one that Scratch saves.", EXPORT)
        with archive.open(_PROJECT) as member:
            data = member.read(_PROJECT_MAX + 1)
    if len(data) > _PROJECT_MAX:
        raise UnreadableMedium("The project is too big.", SHRINK)
    return data


def _check_directory(stream: BinaryIO) -> None:
    """Raise where the archive's list is missing, or long enough to fill the memory by itself."""
    tail = read_tail(stream, 65_557)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + 22 > len(tail):
        raise CutOff
    entries = int.from_bytes(tail[at + 10 : at + 12], "little")
    length = int.from_bytes(tail[at + 12 : at + 16], "little")
    wide = tail[max(0, at - 20) : at].startswith(b"PK\x06\x07")
    if wide or entries > _ENTRIES_MAX or length > MB:
        raise UnreadableMedium("The archive is not one that Scratch saves.", EXPORT)


def _count_blocks(target: object) -> int:
    """The blocks of a sprite or the stage, without the fields inside blocks, which are blocks too."""
    blocks = target.get("blocks") if isinstance(target, dict) else None
    if not isinstance(blocks, dict):
        return 0
    placed = (block for block in blocks.values() if isinstance(block, dict))
    return sum(1 for block in placed if not block.get("shadow"))
