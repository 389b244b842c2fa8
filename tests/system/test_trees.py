"""Trees on disk: deleted, foreign, misplaced, and builds that are killed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import ExhibitError
from generator.pipeline import check_school
from tests.system.sample import DAY, ROOT, Sample, build, copy_school, copy_warm, read_tree
from tests.system.test_same_bytes import edit


def test_everything_built_may_be_deleted(sample: Sample, fresh: Callable[..., Path]) -> None:
    """`site/` gone, then `.exhibit/` gone: the next build makes the same tree."""
    root = fresh()
    build(root)
    shutil.rmtree(root / "site")
    assert build(root).status == 0 and read_tree(root / "site") == read_tree(sample.public)
    shutil.rmtree(root / ".exhibit")
    assert build(root, jobs=2).status == 0 and read_tree(root / "site") == read_tree(sample.public)


def test_damage_to_a_tree_is_mended(sample: Sample, fresh: Callable[..., Path]) -> None:
    """Files of the tree that somebody deleted or cut short are written again."""
    root = fresh()
    build(root)
    paths = sorted(path for path in (root / "site").rglob("*") if path.is_file() and path.name != ".exhibit-manifest" and path.stat().st_size)
    for number, path in enumerate(random.Random(3).sample(paths, 12)):
        if number % 2:
            path.unlink()
        else:
            data = path.read_bytes()
            path.unlink()
            path.write_bytes(data[: len(data) // 2])
    build(root)
    assert read_tree(root / "site") == read_tree(sample.public)


def test_a_folder_with_other_peoples_files_is_refused(fresh: Callable[..., Path]) -> None:
    """A foreign file is never deleted: the build stops with a sentence and the folder stays as it was."""
    root = fresh()
    (root / "site").mkdir()
    (root / "site" / "thesis.txt").write_text("mine")
    with pytest.raises(ExhibitError, match="thesis.txt|not write"):
        build(root)
    assert [path.name for path in (root / "site").iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("place", ["content", "content/pages/built", "portfolios/ana-r", "portfolios", ".", "content/office/out", "theme"])
def test_an_output_among_what_people_write_is_refused(fresh: Callable[..., Path], place: str) -> None:
    """No edition is built into content, portfolios, theme, the office or the school's own folder."""
    root = fresh()
    before = read_tree(root / "content"), read_tree(root / "portfolios")
    with pytest.raises(ExhibitError):
        build(root, out=root / place)
    assert (read_tree(root / "content"), read_tree(root / "portfolios")) == before


def test_a_link_as_output_is_refused(fresh: Callable[..., Path], tmp_path: Path) -> None:
    """An output folder that is a link is refused; what it leads to stays."""
    root = fresh()
    (tmp_path / "elsewhere").mkdir()
    (root / "site").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ExhibitError):
        build(root)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_nothing_else_is_touched(fresh: Callable[..., Path]) -> None:
    """A build and a check change nothing that people wrote, and leave nothing outside their folders."""
    root = fresh()
    before = read_tree(root / "content"), read_tree(root / "portfolios")
    build(root)
    check_school(root, DAY, jobs=1)
    assert (read_tree(root / "content"), read_tree(root / "portfolios")) == before
    assert sorted(path.name for path in root.iterdir()) == [".exhibit", "content", "mkdocs.yml", "portfolios", "site"]


def test_killed_at_any_moment(sample: Sample, fresh: Callable[..., Path]) -> None:
    """Killed anywhere, `site/` is the old tree or the new one, whole; the next build works and is the new one."""
    root = fresh()
    code = (
        "import sys, datetime, pathlib; from generator.pipeline import build_edition\n"
        f"build_edition(pathlib.Path(sys.argv[1]), 'public', datetime.date({DAY.year}, {DAY.month}, {DAY.day}), jobs=2)"
    )
    build(root)
    old = read_tree(root / "site")
    edit(root, "content/school.yml", "name: Riverbend Community School", "name: Another School")
    edit(root, "portfolios/juno-p/profile.yml", "audience: public", "audience: family")
    new = read_tree_of_build(sample, root)
    chance = random.Random(23)
    for _ in range(4):
        run = subprocess.Popen([sys.executable, "-c", code, str(root)], cwd=ROOT, start_new_session=True)
        time.sleep(chance.uniform(0.35, 1.6))
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        assert read_tree(root / "site") in (old, new)
    build(root)
    assert read_tree(root / "site") == new
    spare = [each for each in (root / ".exhibit" / "spare").iterdir() if each.is_dir()]
    assert all(b"I can hop on one leg" not in b"".join(read_tree(each).values()) for each in spare)


def read_tree_of_build(sample: Sample, root: Path) -> dict[str, bytes]:
    """The tree that a first build of the same school makes."""
    other = copy_warm(sample, root.with_name("other"))
    for name in ("content", "portfolios"):
        shutil.rmtree(other / name)
        shutil.copytree(root / name, other / name)
    build(other)
    return read_tree(other / "site")


def test_a_school_without_extras_builds(tmp_path: Path) -> None:
    """Settings, graduate profile and roster are all that a build needs."""
    root = copy_school(tmp_path / "school")
    keep = {"content/school.yml", "content/graduate_profile.yml", "content/office/roster.csv"}
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(root).as_posix() not in keep:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    outcome = build(root)
    assert outcome.message == "" and (root / "site" / "index.html").is_file() and (root / "site" / "404.html").is_file()
