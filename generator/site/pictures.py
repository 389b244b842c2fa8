"""Derivatives of pictures: made once by content, kept in `.exhibit/media`, linked into every tree.

A derivative is found by the digest of its source's bytes and of how it was made. The digest of a
source is remembered with its size, times and inode, so that an unchanged photo is not read again;
a file touched less than two seconds before it was read may still change within the same tick and
is read again next time (ARCHITECTURE section 3).
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from ..media import UnreadableMedium
from ..media.picture import render_derivatives
from ..pages._draft import Grant, PictureOrder
from .tree import TreeWriter

_RECIPE = "webp-1"
"""Changes whenever the same source would give other bytes."""

_TICK_NS = 2_000_000_000
Stamp = tuple[int, int, int, int]


@dataclass
class PictureStore:
    """The cache of one school's derivatives; safe to delete, safe to share between forked workers.

    `limit_px` is the school's cap on the longer side. `known` maps a source to its stat and digest.
    """

    root: Path
    limit_px: int
    known: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    fresh: dict[str, tuple[Stamp, str]] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Where the derivatives lie."""
        return self.root / ".exhibit" / "media"

    def put(self, tree: TreeWriter, order: PictureOrder, grants: frozenset[Grant]) -> None:
        """Put the derivatives of one picture beside its page.

        Raises UnreadableMedium where the picture cannot be decoded after all.
        """
        base = self._derive(order)
        for width in order.widths:
            made = self.folder / f"{base}-{width}.webp"
            tree.put_file(f"{order.address}{order.stem}-{width}.webp", made, grants=grants)

    def _derive(self, order: PictureOrder) -> str:
        """Make what is missing of a picture's derivatives and give the stem of their names."""
        source = self.root / order.source
        digest = self._digest(order.source, source)
        recipe = blake2b(f"{_RECIPE} {digest} {self.limit_px}".encode(), digest_size=16).hexdigest()
        stem = f"{recipe[:2]}/{recipe[2:]}"
        missing = [width for width in order.widths if not (self.folder / f"{stem}-{width}.webp").is_file()]
        if missing:
            made = render_derivatives(source, order.widths, self.limit_px)
            if set(made) != set(order.widths):
                raise UnreadableMedium("The picture changed while it was being read.", "Build again.")
            for width, data in made.items():
                _write_whole(self.folder / f"{stem}-{width}.webp", data)
        return stem

    def _digest(self, name: str, source: Path) -> str:
        """The digest of a source's bytes, remembered while its stat stays the same."""
        try:
            facts = source.stat(follow_symlinks=False)
            stamp = (facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino)
            if name in self.known and self.known[name][0] == stamp:
                return self.known[name][1]
            digest = blake2b(source.read_bytes(), digest_size=16).hexdigest()
        except OSError as error:
            raise UnreadableMedium(f"The picture could not be read ({error.strerror}).", "Check that the file is there and may be read.") from error
        self.known[name] = self.fresh[name] = (stamp, digest)
        return digest

    def load(self) -> PictureStore:
        """Read what is remembered of earlier builds; anything odd in it is forgotten."""
        try:
            stored = json.loads((self.folder / "sources.json").read_text("utf-8"))
            self.known = {str(name): (tuple(map(int, stamp)), str(digest)) for name, (stamp, digest) in stored.items()}  # type: ignore[misc]
        except (OSError, ValueError, TypeError, AttributeError):
            self.known = {}
        return self

    def save(self, began_ns: int) -> None:
        """Remember the digests met; `began_ns` is when the build began, in nanoseconds since 1970."""
        if not self.fresh:
            return
        settled = {name: entry for name, entry in self.known.items() if max(entry[0][1:3]) < began_ns - _TICK_NS}
        _write_whole(self.folder / "sources.json", json.dumps(settled, sort_keys=True).encode())


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file of the cache so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(data)
    os.replace(draft, path)
