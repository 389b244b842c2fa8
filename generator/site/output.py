"""Where an output tree stands, and where below `.exhibit/` its lock, spare and grants are kept."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from generator.errors import OutputError
from generator.layout import WORK

HOME = "index.html"
NOT_FOUND = "404.html"

_REASONS = {
    errno.ENOSPC: "the disk is full. Free some space and build again",
    errno.EDQUOT: "your share of the disk is used up. Free some space and build again",
    errno.EROFS: "it is on a disk that can only be read. Choose another folder with --out",
    errno.EACCES: "this account may not write there. Change its permissions, or choose another folder with --out",
    errno.EPERM: "this account may not write there. Change its permissions, or choose another folder with --out",
    errno.EMFILE: "too many files are open on this machine. Close some programs and build again",
    errno.ENAMETOOLONG: "a file name is too long for this disk. Choose a folder with a shorter path with --out",
}


@dataclass(frozen=True, slots=True)
class Output:
    """One output folder of a school: the edition it holds and what must never be inside or round it.

    `folder` is the output tree, `school` the school's folder. `edition` stands in the tree's
    manifest, so it names no learner: "public", "onsite", "family", "staff". `protected` are folders
    that people write (content, portfolios, theme, office records); the tree may not touch them.
    """

    folder: Path
    school: Path
    edition: str
    protected: tuple[Path, ...] = ()

    @property
    def state(self) -> Path:
        """The tool's own folder of this school, safe to delete."""
        return self.school / WORK

    @property
    def key(self) -> str:
        """One file name for this output, the same wherever the school's folder is moved."""
        way = os.path.relpath(self.folder.absolute(), self.school.absolute())
        return quote(way.replace(os.sep, "/"), safe="")

    @property
    def lock(self) -> Path:
        """The file whose lock says that somebody is writing this output."""
        return self.state / "locks" / f"{self.key}.lock"

    @property
    def spare(self) -> Path:
        """The second tree: in `.exhibit/spare/`, or beside an output on another disk."""
        if _device(self.folder) == _device(self.state):
            return self.state / "spare" / self.key
        return self.folder.with_name(f".{self.folder.name}.exhibit-spare")

    @property
    def aside(self) -> Path:
        """Where the old tree waits between two renames, on systems without an exchange."""
        spare = self.spare
        return spare.with_name(f"{spare.name}.old")

    @property
    def marker(self) -> Path:
        """Holds the digest of the manifest that the spare tree equals; absent while it may not."""
        return self.state / "spare" / f"{self.key}.equal"

    @property
    def journal(self) -> Path:
        """Holds the digest of the new manifest while two renames are under way."""
        return self.state / "spare" / f"{self.key}.swap"

    @property
    def grants(self) -> Path:
        """The folder of this output's grants."""
        return self.state / "grants" / self.key

    def make_folders(self) -> None:
        """Make the folders below `.exhibit/` that an output needs."""
        for folder in (self.lock.parent, self.marker.parent, self.grants):
            folder.mkdir(parents=True, exist_ok=True)


def _device(path: Path) -> int:
    """The number of the disk that a path is on, or would be."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return path.stat().st_dev


@contextmanager
def say_output_errors(output: Output) -> Iterator[None]:
    """Turn a refusal of the operating system into one sentence about this output folder."""
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"the system said: {error.strerror or error}")
        raise OutputError(f"Cannot write {output.folder}: {reason}. What was there before is untouched.") from error
