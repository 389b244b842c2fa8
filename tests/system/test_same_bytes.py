"""The same bytes: from the same input always, and from inputs that differ only in what the web may not show."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.system.canaries import Grove, rename_ids
from tests.system.sample import DAY, ROOT, Sample, build, read_tree


def edit(root: Path, path: str, old: str, new: str, times: int = 0) -> None:
    """Change a text of a school; it must have been there."""
    full = root / path
    text = full.read_text("utf-8")
    assert old in text, f"{path} does not hold {old!r}"
    full.write_text(text.replace(old, new, times or -1), "utf-8")


def give_private_words(root: Path) -> None:
    """Other goals, feedback, supports, office notes, replies and conferences; more in every private field."""
    grove = Grove(root)
    grove.plant_all(media=False)


def give_no_private_records(root: Path) -> None:
    """No goal, rating, conference, reply or note anywhere, and no learner's private piece."""
    for path in [*root.glob("portfolios/*/conferences"), root / "content/office/ratings", root / "content/office/learners", root / "content/conference_days"]:
        shutil.rmtree(path)
    for path in [*root.glob("portfolios/*/replies.yml"), root / "content/plan.yml", root / "content/CREDITS.md"]:
        path.unlink()
    for name in ("kofi-a/artifacts/speech-to-the-board", "salma-h/artifacts/frog-flip-book"):
        shutil.rmtree(root / "portfolios" / name)


def give_other_ratings(root: Path) -> None:
    """Every rating at another level, on other days, released or not."""
    for path in root.glob("content/office/ratings/**/*.yml"):
        text = re.sub(r"level: [\w-]+", "level: beginning", path.read_text("utf-8"))
        path.write_text(re.sub(r" *released_on: .*\n", "", text), "utf-8")


def give_an_extra_private_piece(root: Path) -> None:
    """A piece of a learner who is on the web, for the family alone, newer than all others, with a picture."""
    source = root / "portfolios/ana-r/artifacts"
    shutil.copytree(source / "counting-frogs", source / "a-secret-frog")
    edit(root, "portfolios/ana-r/artifacts/a-secret-frog/artifact.yml", "public_id: 9tg6655f", "public_id: zzzz2222")
    edit(root, "portfolios/ana-r/artifacts/a-secret-frog/artifact.yml", "audience: public", "audience: family")
    edit(root, "portfolios/ana-r/artifacts/a-secret-frog/artifact.yml", "made_on: 2026-09-25", "made_on: 2026-11-20")


def give_no_noa(root: Path) -> None:
    """The learner who is never published was never there: no row, no folder, no consent, not named by anybody."""
    shutil.rmtree(root / "portfolios/noa-d")
    for path in root.glob("content/office/*.csv"):
        path.write_text("".join(line for line in path.read_text("utf-8").splitlines(True) if not line.startswith("noa-d,")), "utf-8")
    for path in ("content/office/learners/noa-d.yml",):
        (root / path).unlink()
    for path in root.glob("portfolios/**/*.yml"):
        text = re.sub(r"  - learner_id: noa-d\n(?:    .*\n)+", "", path.read_text("utf-8"))
        path.write_text(text.replace("[ana-r, noa-d]", "[ana-r]").replace("by: noa-d", "by: ben-k"), "utf-8")


def give_other_stations(root: Path) -> None:
    """Every work in another place, at another time, presented by nobody; no programme."""
    path = root / "content/exhibitions/2026-fall.yml"
    text = re.sub(r", station: [\w/-]+", ", station: library/l1", path.read_text("utf-8"))
    text = re.sub(r", presenters: \[[^]]*\]", "", text)
    path.write_text(text.partition("programme:")[0].replace("T17:00", "T16:30").replace("title: Gym", "title: Hall"), "utf-8")


def give_another_roster_order(root: Path) -> None:
    """The tables in another order."""
    for path in root.glob("content/office/*.csv"):
        head, *rows = path.read_text("utf-8").splitlines()
        path.write_text("\n".join([head, *sorted(rows, reverse=True)]) + "\n", "utf-8")


def give_other_ids(root: Path) -> None:
    """Learners and staff under other ids, in another order of the alphabet, everywhere at once."""
    rename_ids(root, {"ana-r": "zoe-x", "ben-k": "yan-w", "thea-m": "aaa-b", "kofi-a": "mmm-n", "noa-d": "abc-d", "k-ortiz": "z-staff", "juno-p": "x-juno"})


def give_other_reasons(root: Path) -> None:
    """A learner whom nobody allows is not shown, whatever the reason: expired, withdrawn, silent, or not yet."""
    path = root / "content/office/consent.csv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith(("kofi-a,web", "salma-h,web"))]
    lines += ["kofi-a,web,work name words,yes,guardian,2026-08-26,2027-06-30,2026-08,2026-11-22,g1", "salma-h,web,work name words,yes,guardian,2026-08-26,2026-11-21,2026-08,,g1"]
    path.write_text("\n".join(lines) + "\n", "utf-8")


@pytest.mark.parametrize(
    "change",
    [
        give_private_words, give_no_private_records, give_other_ratings, give_an_extra_private_piece, give_no_noa, give_other_stations,
        give_another_roster_order, give_other_ids, give_other_reasons,
    ],
)
def test_what_is_private_changes_no_byte(sample: Sample, fresh: Callable[..., Path], change: Callable[[Path], None]) -> None:
    """A school that differs only in what the web may not show is the same site, byte by byte."""
    root = fresh()
    change(root)
    outcome = build(root)
    assert outcome.held == ()
    mine, theirs = read_tree(root / "site"), read_tree(sample.public)
    assert sorted(mine.keys() ^ theirs.keys()) == []
    assert [path for path in theirs if mine[path] != theirs[path]] == []


def test_nothing_changed_nothing_written(fresh: Callable[..., Path]) -> None:
    """A second build writes no file: the same times, the same inodes, and it says so."""
    root = fresh()
    first = build(root, jobs=2)
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in (root / "site").rglob("*")}
    second = build(root)
    assert first.changed > 0 and second.changed == 0 and second.status == 0
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in (root / "site").rglob("*")} == before


def test_cold_elsewhere_and_in_another_world(sample: Sample, tmp_path: Path) -> None:
    """Without a cache, in another folder, language, time zone and hash seed, on one worker: the same bytes, both editions."""
    from tests.system.sample import copy_school

    root = copy_school(tmp_path / "einé Schule mit Leerzeichen")
    code = (
        "import sys, datetime, pathlib; from generator.pipeline import build_edition\n"
        f"for e in ('public', 'staff'): build_edition(pathlib.Path(sys.argv[1]), e, datetime.date({DAY.year}, {DAY.month}, {DAY.day}), jobs=1)"
    )
    world = {**os.environ, "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "HOME": str(tmp_path), "COLUMNS": "20"}
    subprocess.run([sys.executable, "-c", code, str(root)], check=True, cwd=ROOT, env=world)
    other = Sample(root)
    assert read_tree(other.public) == read_tree(sample.public)
    assert read_tree(other.staff) == read_tree(sample.staff)


def test_the_way_there_does_not_matter(sample: Sample, fresh: Callable[..., Path]) -> None:
    """Built after other states of the school, the tree is the one a first build makes."""
    root = fresh()
    kept = {path: path.read_bytes() for path in (root / "portfolios").rglob("artifact.yml")}
    chance = random.Random(11)
    for _ in range(3):
        for path in chance.sample(sorted(kept), 4):
            path.write_bytes(kept[path].replace(b"audience: public", b"audience: family").replace(b"title: ", b"title: Another "))
        build(root)
        for path, data in kept.items():
            path.write_bytes(data)
    build(root)
    assert read_tree(root / "site") == read_tree(sample.public)
