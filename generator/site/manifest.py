"""The list of what we wrote into a tree: `.exhibit-manifest`, one line a file, sorted by path.

The first line is `exhibit-manifest 1 <edition>`, each further one `<digest> <size> <path>`, where
the digest is BLAKE2b with 20 bytes in hexadecimal and the size is in bytes.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

MANIFEST = ".exhibit-manifest"
_HEAD = "exhibit-manifest 1 "

Entry = tuple[str, int]
"""A file of a tree: its digest and its size in bytes."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a tree holds: the edition it was built for, and an entry for every path."""

    edition: str
    entries: Mapping[str, Entry]


def digest_of(data: bytes) -> str:
    """Compute the digest that a manifest gives these bytes: 40 hexadecimal digits."""
    return blake2b(data, digest_size=20).hexdigest()


def render_manifest(manifest: Manifest) -> bytes:
    """Render a manifest as text."""
    lines = [f"{digest} {size} {path}\n" for path, (digest, size) in sorted(manifest.entries.items())]
    return f"{_HEAD}{manifest.edition}\n{''.join(lines)}".encode()


def parse_manifest(data: bytes) -> Manifest | None:
    """Read a manifest's text; None if it is not one that we wrote whole."""
    try:
        head, *lines = data.decode().split("\n")
        if not head.startswith(_HEAD) or not lines or lines.pop() != "":
            return None
        entries: dict[str, Entry] = {}
        for line in lines:
            digest, size, path = line.split(" ", 2)
            entries[path] = (digest, int(size))
    except ValueError:
        return None
    return Manifest(head.removeprefix(_HEAD), entries)


def read_manifest(tree: Path) -> Manifest | None:
    """Read the manifest of a tree; None if there is none, or none that can be understood."""
    try:
        return parse_manifest((tree / MANIFEST).read_bytes())
    except OSError:
        return None


def digest_of_tree(tree: Path) -> str:
    """Compute the digest of a tree's manifest file, or "" where there is none."""
    try:
        return digest_of((tree / MANIFEST).read_bytes())
    except OSError:
        return ""


def scan_tree(tree: Path) -> dict[str, int]:
    """Find every file below a folder, the manifest aside: path with `/`, and size in bytes.

    A link counts as a file of size -1, which no manifest has, so that it is never taken for ours.
    """
    found: dict[str, int] = {}
    folders = [("", str(tree))]
    while folders:
        way, folder = folders.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                path = way + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append((path + "/", entry.path))
                else:
                    found[path] = -1 if entry.is_symlink() else entry.stat(follow_symlinks=False).st_size
    found.pop(MANIFEST, None)
    return found


def verify_tree(tree: Path) -> list[str]:
    """Name every path that is not what the manifest says, read byte by byte; empty if all is well.

    A tree without a manifest is named as `.exhibit-manifest`.
    """
    manifest = read_manifest(tree)
    if manifest is None:
        return [MANIFEST]
    found = scan_tree(tree)
    wrong = set(found) ^ set(manifest.entries)
    for path, entry in manifest.entries.items():
        if path not in wrong:
            data = (tree / path).read_bytes() if found[path] >= 0 else b""
            if (digest_of(data), len(data)) != entry:
                wrong.add(path)
    return sorted(wrong)
