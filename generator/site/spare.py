"""The spare tree: a second copy of the published one, made of hard links, where the next is built.

A file of one tree may be the same file as in the other, so nothing here ever writes into an
existing file: it is unlinked and made anew.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.site.manifest import MANIFEST, digest_of_tree
from generator.site.output import Output


class Folder:
    """A tree that files are put into; folders are made as they are needed, and only once."""

    def __init__(self, tree: Path) -> None:
        """Work below `tree`, which is made if it is not there."""
        tree.mkdir(parents=True, exist_ok=True)
        self._base = f"{tree}{os.sep}"
        self._made: set[str] = {""}

    def write(self, path: str, data: bytes) -> None:
        """Write a new file at a path, whatever stood in its way before."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        name = self._ready(path)
        try:
            descriptor = os.open(name, flags, 0o644)
        except OSError:
            self.clear(path)
            descriptor = os.open(name, flags, 0o644)
        with open(descriptor, "wb", buffering=0) as file:
            view = memoryview(data)
            while view:
                view = view[file.write(view) :]

    def link(self, path: str, source: Path | str) -> None:
        """Give a file a second name here, or copy it where the disk cannot do that."""
        name = self._ready(path)
        try:
            os.link(source, name)
        except OSError:
            self.clear(path)
            self._link_or_copy(source, name)

    def _link_or_copy(self, source: Path | str, name: str) -> None:
        """Link a file, or copy its bytes where no further link is possible."""
        try:
            os.link(source, name)
        except OSError:
            shutil.copyfile(source, name)

    def remove(self, paths: Iterable[str]) -> None:
        """Remove files, and the folders that are empty then."""
        for path in paths:
            try:
                os.unlink(self._base + path)
            except (FileNotFoundError, NotADirectoryError):
                pass
            self._prune(path.rpartition("/")[0])

    def clear(self, path: str) -> None:
        """Remove whatever stands at a path, and a file where one of its folders must be."""
        name = self._base + path
        if os.path.isdir(name) and not os.path.islink(name):
            shutil.rmtree(name)
            self._made = {""}
        elif os.path.lexists(name):
            os.unlink(name)
        self._ready(path)

    def _prune(self, folder: str) -> None:
        """Remove a folder and those above it as long as they are empty."""
        while folder:
            self._made.discard(folder)
            try:
                os.rmdir(self._base + folder)
            except FileNotFoundError:
                pass
            except OSError:
                return
            folder = folder.rpartition("/")[0]

    def _ready(self, path: str) -> str:
        """Make the folders above a path; gives the name to open."""
        folder = path.rpartition("/")[0]
        if folder not in self._made:
            self._make(folder)
        return self._base + path

    def _make(self, folder: str) -> None:
        """Make a folder and those above it, in place of files that may stand there."""
        above = folder.rpartition("/")[0]
        if above not in self._made:
            self._make(above)
        name = self._base + folder
        try:
            os.mkdir(name)
        except FileExistsError:
            if os.path.islink(name) or not os.path.isdir(name):
                os.unlink(name)
                os.mkdir(name)
        self._made.add(folder)


def is_equal(output: Output) -> bool:
    """Tell whether the spare is known to equal the tree that stands there."""
    try:
        said = output.marker.read_text("ascii")
    except OSError:
        return False
    return said == digest_of_tree(output.folder) and (said == "" or said == digest_of_tree(output.spare))


def mark_unequal(output: Output) -> None:
    """Say that the spare may differ from now on; done before the first byte is written to it."""
    output.marker.unlink(missing_ok=True)


def mark_equal(output: Output) -> None:
    """Say that the spare equals the tree that stands there."""
    output.marker.write_text(digest_of_tree(output.folder), "ascii")


def drop_spare(output: Output) -> None:
    """Delete the spare tree, whatever it holds."""
    mark_unequal(output)
    if output.spare.exists():
        shutil.rmtree(output.spare)


def rebuild_spare(output: Output, paths: Iterable[str]) -> None:
    """Make the spare anew as links to these paths of the tree that stands there."""
    drop_spare(output)
    follow_tree(output, paths, ())
    mark_equal(output)


def follow_tree(output: Output, written: Iterable[str], removed: Iterable[str]) -> None:
    """Do to the spare what was done to the tree: removals, then links to what was written."""
    spare = Folder(output.spare)
    spare.remove(removed)
    base = f"{output.folder}{os.sep}"
    for path in written:
        spare.link(path, base + path)
    if os.path.exists(base + MANIFEST):
        spare.link(MANIFEST, base + MANIFEST)
