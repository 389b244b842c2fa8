"""Making sure that a tree is on the disk before it is swapped in.

A power cut after the swap must not leave empty files that the manifest calls whole. A few files are
flushed one by one; many are flushed by one call for the whole disk, which costs less than a call
for each (500 files: 0.02 s to write, 0.17 s with a flush each).
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Sequence
from pathlib import Path

FEW = 64
"""Up to so many files are flushed one by one."""


def flush_tree(tree: Path, paths: Sequence[str]) -> None:
    """Wait until these files of a tree, and the folders that name them, are on the disk."""
    if len(paths) > FEW and _flush_disk(tree):
        return
    folders = {path.rpartition("/")[0] for path in paths}
    for path in (*paths, *sorted(folders)):
        _flush(tree / path)


def _flush_disk(tree: Path) -> bool:
    """Flush the whole disk that a tree is on; False where the system has no such call."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if os.name == "posix" else None
    if call is None:
        return False
    descriptor = os.open(tree, os.O_RDONLY)
    try:
        return bool(call(descriptor) == 0)
    finally:
        os.close(descriptor)


def _flush(path: Path) -> None:
    """Flush one file or folder; systems that cannot open a folder flush it by themselves."""
    if os.name != "posix" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
