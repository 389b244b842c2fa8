"""The sample school, built once for all tests of a run, and warm copies of it to spoil."""

from __future__ import annotations

import fcntl
import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.pipeline import Outcome, build_edition

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
"""The day on which the sample school is looked at: its open work has its comments, its consents hold."""

_CACHE = ("media", "pages", "pages-digest", "pages-source")


@dataclass(frozen=True)
class Sample:
    """A copy of the sample school with its `public` and `staff` editions built."""

    root: Path

    @property
    def public(self) -> Path:
        return self.root / "site"

    @property
    def staff(self) -> Path:
        return self.root / "editions" / "staff"


def copy_school(target: Path) -> Path:
    """Copy what people wrote, and nothing that was built."""
    for name in ("content", "portfolios"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    return target


def copy_warm(sample: Sample, target: Path) -> Path:
    """Copy what people wrote together with the cache of pictures, so that a build takes half a second."""
    copy_school(target)
    (target / ".exhibit").mkdir()
    for name in _CACHE:
        source, goal = sample.root / ".exhibit" / name, target / ".exhibit" / name
        if source.is_dir():
            shutil.copytree(source, goal, copy_function=os.link if name == "media" else shutil.copy2)
        elif source.exists():
            shutil.copy2(source, goal)
    return target


def build(root: Path, edition: str = "public", **more: object) -> Outcome:
    """Build on the day of the sample, in this process alone unless told otherwise."""
    return build_edition(root, edition, DAY, **{"jobs": 1, **more})  # type: ignore[arg-type]


def get_sample(factory: pytest.TempPathFactory) -> Sample:
    """Build the sample school, once for all workers of a run."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    root = shared / "sample-school"
    with (shared / "sample-school.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "sample-school.done").exists():
            shutil.rmtree(root, ignore_errors=True)
            copy_school(root)
            assert [build(root, each, jobs=2).status for each in ("public", "staff")] == [0, 0]
            (shared / "sample-school.done").touch()
    return Sample(root)


def read_tree(folder: Path) -> dict[str, bytes]:
    """Read every file of a tree, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
