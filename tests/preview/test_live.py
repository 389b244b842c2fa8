"""`exhibit serve`: every save is built and shown, and what a save broke is shown until it is mended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.editing.starter import init_school
from generator.errors import ExhibitError
from generator.preview._watch import take_snapshot
from generator.preview.live import Preview, Wanted

DAY = date(2026, 11, 22)
ROOT = Path(__file__).resolve().parents[2]
ARTIFACT = "portfolios/robin-l/artifacts/paper-boat/artifact.yml"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A new school."""
    init_school(tmp_path / "school", DAY)
    return tmp_path / "school"


@pytest.fixture
def preview(school: Path) -> Iterator[Preview]:
    """A preview of the staff edition that has been built once and is served."""
    preview = Preview(Wanted(school, jobs=1), lambda: DAY, lambda line: None)
    preview.build(first=True)
    preview.open(0)
    yield preview
    preview.stop()


def read(preview: Preview, way: str = "") -> str:
    """Read a page of a preview."""
    assert preview._server is not None
    with urllib.request.urlopen(preview._server.address + way, timeout=30) as answer:
        text: str = answer.read().decode("utf-8")
    return text


def find_piece(preview: Preview) -> str:
    """Find the address of the example's piece."""
    text = (preview.wanted.root / ARTIFACT).read_text("utf-8")
    return f"a/{text.split('public_id: ')[1].split()[0]}/"


def change(school: Path, path: str, old: str, new: str) -> None:
    """Save a file with other words in it."""
    text = (school / path).read_text("utf-8")
    assert old in text
    (school / path).write_text(text.replace(old, new), "utf-8")


def test_a_save_is_shown(preview: Preview, school: Path) -> None:
    """After a save the page says what was saved, and waiting browsers are told."""
    way = find_piece(preview)
    assert "A boat that carries eleven coins" in read(preview, way)
    seen = preview.state.get().version
    change(school, ARTIFACT, "A boat that carries eleven coins", "A boat for twelve")
    preview.build()
    assert "A boat for twelve" in read(preview, way)
    assert preview.state.get().version == seen + 1


def test_a_broken_save_leaves_the_last_pages_and_says_what_to_do(preview: Preview, school: Path) -> None:
    """An error in the school's settings leaves the tree; the page shows code, place and hint until it is mended."""
    way = find_piece(preview)
    before = (school / "content/school.yml").read_text("utf-8")
    (school / "content/school.yml").write_text(before.replace("paper: a4", "paper: papyrus <b>"), "utf-8")
    preview.build()
    page = read(preview, way)
    assert "A boat that carries eleven coins" in page
    assert "SRC011" in page and "content/school.yml:" in page and "papyrus &lt;b&gt;" in page and "papyrus <b>" not in page
    (school / "content/school.yml").write_text(before, "utf-8")
    preview.build()
    assert "SRC011" not in read(preview, way)


def test_nothing_but_the_preview_folder_is_written(preview: Preview, school: Path) -> None:
    """The public tree and the school's files are not touched by a preview."""
    assert preview.wanted.tree == school / ".exhibit/preview/staff"
    assert not (school / "site").exists() and not (school / "editions").exists()


def test_the_watch_sees_a_save(preview: Preview, school: Path) -> None:
    """A save made while the preview runs is built without anybody asking."""
    watching = threading.Thread(target=preview.watch, daemon=True)
    watching.start()
    seen = preview.state.get().version
    change(school, ARTIFACT, "A boat that carries eleven coins", "A boat for thirteen")
    assert preview.state.wait_for_news(seen, 60) == seen + 1
    assert "A boat for thirteen" in read(preview, find_piece(preview))
    preview.stop()
    watching.join(60)
    assert not watching.is_alive()


def test_a_save_during_a_build_is_not_lost(preview: Preview, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is saved while a build runs differs from what that build began with, so another follows."""
    build = preview._build

    def build_while_saving() -> object:
        outcome = build()
        change(school, ARTIFACT, "one sheet", "a single sheet") if "one sheet" in (school / ARTIFACT).read_text("utf-8") else None
        return outcome

    monkeypatch.setattr(preview, "_build", build_while_saving)
    change(school, ARTIFACT, "A boat that carries eleven coins", "A boat for one sheet")
    preview.build()
    assert take_snapshot(preview.list_watched()) != preview._seen


def test_a_learners_own_view(school: Path) -> None:
    """With a learner the preview is that learner's own, in a folder of its own."""
    preview = Preview(Wanted(school, learner_id="robin-l", jobs=1), lambda: DAY, lambda line: None)
    preview.build(first=True)
    preview.open(0)
    try:
        assert "A boat that carries eleven coins" in read(preview, find_piece(preview))
        assert preview.wanted.tree == school / ".exhibit/preview/learner/robin-l"
    finally:
        preview.stop()


def test_the_first_build_must_be_possible(tmp_path: Path, school: Path) -> None:
    """Where nothing can be built the preview does not start: the sentence goes to the terminal."""
    for wanted in (Wanted(tmp_path), Wanted(school, learner_id="nobody")):
        with pytest.raises(ExhibitError):
            Preview(wanted, lambda: DAY, lambda line: None).build(first=True)


def test_an_office_elsewhere_is_watched(school: Path) -> None:
    """The folder that `office:` names is watched like the school's own."""
    assert school / "../hill-office" not in Preview(Wanted(school), lambda: DAY, lambda line: None).list_watched()
    with (school / "content/school.yml").open("a", encoding="utf-8") as settings:
        settings.write('office: "../hill-office"  # private\n')
    assert school / "../hill-office" in Preview(Wanted(school), lambda: DAY, lambda line: None).list_watched()


def test_what_editors_leave_is_not_watched(tmp_path: Path) -> None:
    """Hidden files, backups and half-written downloads are no saves; links are noted and not followed."""
    for name in (".git", "a.yml~", ".a.yml.swp", "a.swp", "x.part", "4913.tmp"):
        (tmp_path / name).touch()
    assert take_snapshot([tmp_path]) == {}
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "a.yml").touch()
    assert {Path(path).name for path in take_snapshot([tmp_path, tmp_path / "absent"])} == {"a.yml", "loop"}


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_the_command_says_where_and_ends_with_ctrl_c(school: Path) -> None:
    """The terminal shows the address; Ctrl-C ends it without a traceback."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    args = [sys.executable, "-m", "generator", "-C", str(school), "serve", "--port", "0", "--today", "2026-11-22", "--jobs", "1"]
    with subprocess.Popen(args, stderr=subprocess.PIPE, env=env, text=True) as process:
        try:
            assert process.stderr is not None
            said = ""
            while "Open http://127.0.0.1:" not in said:
                line = process.stderr.readline()
                assert line, said
                said += line
            address = said.split("Open ")[1].split()[0]
            with urllib.request.urlopen(address + ".exhibit-preview/live.js", timeout=30) as answer:
                assert b"news" in answer.read()
            process.send_signal(signal.SIGINT)
            rest = process.communicate(timeout=60)[1]
            assert process.returncode == 0
        finally:
            process.kill()
    assert "Traceback" not in rest and "The preview has ended." in rest
