"""Whose consent each file of a tree leans on: kept below `.exhibit/`, never in the tree.

One JSON file an output, named by the digest of the manifest it belongs to, so that after a kill the
grants that are read are always those of the tree that stands there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.site.manifest import digest_of_tree
from generator.site.output import Output

Grants = dict[str, tuple[tuple[str, str], ...]]
"""For a path of the tree the learner ids and consent items it leans on, sorted."""


def write_grants(output: Output, digest: str, grants: Mapping[str, Iterable[tuple[str, str]]]) -> None:
    """Write the grants of the tree whose manifest has this digest; paths without any are left out."""
    rows = {path: sorted(given) for path, given in sorted(grants.items()) if given}
    target = output.grants / f"{digest}.json"
    draft = output.grants / f"{digest}.new"
    draft.write_text(json.dumps(rows, ensure_ascii=False, separators=(",", ":")), "utf-8")
    os.replace(draft, target)


def read_grants(output: Output) -> Grants | None:
    """Read the grants of the tree that stands there; None if they are not known.

    None after `.exhibit/` was deleted: then a caller must take every page for one that leans on
    the learner in question.
    """
    return _read(output.grants / f"{digest_of_tree(output.folder)}.json")


def _read(path: Path) -> Grants | None:
    """Read one file of grants; None if it is absent or not whole."""
    try:
        rows = json.loads(path.read_text("utf-8"))
        return {way: tuple((str(learner), str(item)) for learner, item in given) for way, given in rows.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return None


def drop_other_grants(output: Output, digest: str) -> None:
    """Delete the grants of every tree but the one with this manifest digest."""
    for path in sorted(output.grants.iterdir()) if output.grants.exists() else ():
        if path.name != f"{digest}.json":
            path.unlink()
