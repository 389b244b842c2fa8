"""Clearing every built tree of a school at once of what the consents of a day no longer allow.

All trees that can be found: `site/`, `editions/`, what `serve` shows, and folders chosen with
`--out`, which their grants below `.exhibit/` name. Nothing is built here and no portfolio is read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote

from generator import layout
from generator.audience.lens import USES
from generator.errors import OutputError
from generator.model.whole import School
from generator.site.manifest import read_manifest
from generator.site.output import HOME, Output
from generator.steps.removal import Closed, clear_tree


@dataclass(frozen=True, slots=True)
class Cleared:
    """What came of clearing one tree: the paths that are gone, and "" or what is still up and why."""

    output: Output
    paths: tuple[str, ...] = ()
    trouble: str = ""


def list_outputs(root: Path, school: School) -> list[Output]:
    """List the built trees of a school that show learners to others than staff, by folder."""
    office = root / (school.settings.office or layout.OFFICE)
    protected = (root / "content", root / layout.PORTFOLIOS, root / "theme", office)
    found = []
    for folder in sorted({*_known_folders(root), *_built_before(root)}):
        manifest = None if folder.is_symlink() else read_manifest(folder)
        edition = manifest.edition if manifest else "public" if folder == root / layout.SITE and (folder / HOME).is_file() else ""
        if edition in USES:
            found.append(Output(folder, root, edition, protected))
    return found


def _known_folders(root: Path) -> Iterator[Path]:
    """The folders that editions and previews have when nothing else was asked for."""
    editions, preview = root / layout.EDITIONS, root / layout.WORK / layout.PREVIEW
    yield root / layout.SITE
    for parent in (editions, editions / "family", preview, preview / "learner"):
        yield from (each for each in _folders_in(parent))


def _folders_in(parent: Path) -> list[Path]:
    try:
        return [Path(entry.path) for entry in os.scandir(parent) if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []


def _built_before(root: Path) -> Iterator[Path]:
    """The folders whose grants are kept: also those that were chosen with `--out`."""
    for kept in _folders_in(root / layout.WORK / "grants"):
        yield Path(os.path.normpath(root / unquote(kept.name)))


def clear_trees(root: Path, school: School, day: date, closed: Closed = frozenset()) -> list[Cleared]:
    """Clear every tree; one that cannot be cleared does not keep the others waiting."""
    found = []
    for output in list_outputs(root, school):
        if read_manifest(output.folder) is None:
            found.append(Cleared(output, (), f"{output.folder} has lost the list of its files, so it was left as it is. Delete the folder by hand and build again."))
            continue
        try:
            found.append(Cleared(output, clear_tree(output, school, day, closed)))
        except OutputError as error:
            found.append(Cleared(output, (), str(error)))
    return found
