"""`exhibit withdraw`: on record, gone from every tree, nobody named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from generator.pipeline import build_edition
from generator.site.manifest import verify_tree

Run = Callable[..., Result]
TODAY = ("--today", "2026-11-22")
DAY = date(2026, 11, 22)
CONSENT = "content/office/consent.csv"
NAMES = ("Robin", "Lindqvist")


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory, made: Path) -> Path:
    """A new school with four trees: public, on site, a folder of one's own, and the learner's own view."""
    root = Path(shutil.copytree(made, tmp_path_factory.mktemp("ready") / "hill-school"))
    build_edition(root, "public", DAY, jobs=1)
    build_edition(root, "onsite", DAY, jobs=1)
    build_edition(root, "public", DAY, jobs=1, out=root / "copy")
    build_edition(root, "family", DAY, jobs=1, learner_id="robin-l", own_view=True, out=root / ".exhibit/preview/learner/robin-l")
    return root


@pytest.fixture
def built(ready: Path, tmp_path: Path) -> Path:
    """A copy of that school to spoil."""
    return Path(shutil.copytree(ready, tmp_path / "hill-school", copy_function=shutil.copy2))


def words_in(folder: Path) -> bytes:
    """All bytes of a tree."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def set_deploy(root: Path, command: str) -> None:
    """Give the school a deploy command."""
    path = root / "content/school.yml"
    path.write_text(path.read_text("utf-8").replace("  indexed: no", f"  deploy: {command}\n  indexed: no"), "utf-8")


def test_every_tree_is_cleared(run: Run, built: Path) -> None:
    """The learner is in no tree any more but the family's own; what is left stands whole; the words name nobody."""
    result = run("withdraw", "robin-l", *TODAY, "--jobs", "1", cwd=built)
    assert result.exit_code == 0, result.output
    assert "2 rows changed, 6 added" in result.stdout and "cleared in 3 built trees." in result.stdout
    for tree in ("site", "editions/onsite", "copy"):
        assert b"Robin" not in words_in(built / tree) and b"eleven coins" not in words_in(built / tree)
        assert verify_tree(built / tree) == []
    assert b"Robin" in words_in(built / ".exhibit/preview/learner/robin-l")
    assert (built / "site/index.html").is_file() and (built / "editions/onsite/index.html").is_file()
    assert not any(name in result.output for name in (*NAMES, "robin-l"))
    spares = [each for each in (built / ".exhibit/spare").iterdir() if each.is_dir() and "preview" not in each.name]
    assert not any(b"Robin" in words_in(each) for each in spares)


def test_only_what_was_chosen(run: Run, built: Path) -> None:
    """The name goes from the web; the work stays there, and on site both stay."""
    result = run("withdraw", "robin-l", "--use", "web", "--items", "name", *TODAY, "--jobs", "1", cwd=built)
    assert result.exit_code == 0, result.output
    assert b"Robin" not in words_in(built / "site") and b"eleven coins" in words_in(built / "site")
    assert b"Robin" in words_in(built / "editions/onsite")


def test_a_second_time(run: Run, built: Path) -> None:
    """The same again changes no byte of the table and finds nothing to clear."""
    run("withdraw", "robin-l", *TODAY, "--jobs", "1", cwd=built)
    before = (built / CONSENT).read_bytes()
    result = run("withdraw", "robin-l", *TODAY, "--jobs", "1", cwd=built)
    assert result.exit_code == 0 and "on record" in result.stdout and "0 places cleared" in result.stdout
    assert (built / CONSENT).read_bytes() == before


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["robin-1"], 'Did you mean "robin-l"'),
        (["robin-l", "--use", "wbe"], 'Did you mean "web"'),
        (["robin-l", "--items", "work,fase"], 'Did you mean "face"'),
        (["robin-l", "--items", " "], "No item was named"),
    ],
)
def test_what_nobody_knows_changes_nothing(run: Run, school: Path, args: list[str], said: str) -> None:
    """A slip gets the nearest known word, status 2, and no file is touched."""
    before = (school / CONSENT).read_bytes()
    result = run("withdraw", *args, *TODAY, cwd=school)
    assert result.exit_code == 2 and said in result.stderr
    assert (school / CONSENT).read_bytes() == before


def test_a_broken_consent_file_does_not_keep_the_pages_up(run: Run, built: Path) -> None:
    """What cannot be recorded is taken down all the same, and the end says loudly that it is not on record."""
    (built / CONSENT).write_text("<<<<<<< HEAD\n", "utf-8")
    result = run("withdraw", "robin-l", *TODAY, "--jobs", "1", cwd=built)
    assert result.exit_code == 2 and "NOT on record" in result.stderr
    assert (built / CONSENT).read_text("utf-8") == "<<<<<<< HEAD\n"
    for tree in ("site", "editions/onsite", "copy"):
        assert b"Robin" not in words_in(built / tree)


def test_a_rebuild_that_fails_leaves_the_removal(run: Run, built: Path) -> None:
    """With the school's settings broken nothing can be built, and what had to go is gone."""
    (built / "content/graduate_profile.yml").write_text("id: [", "utf-8")
    result = run("withdraw", "robin-l", *TODAY, "--jobs", "1", cwd=built)
    assert result.exit_code == 1 and "was not built again" in result.stderr
    assert b"Robin" not in words_in(built / "site") and verify_tree(built / "site") == []


def test_grants_that_are_lost(run: Run, built: Path) -> None:
    """Where nobody knows any more what leans on whom, everything with people goes and is built again."""
    shutil.rmtree(built / ".exhibit/grants")
    result = run("withdraw", "robin-l", *TODAY, "--jobs", "1", cwd=built)
    assert result.exit_code == 0, result.output
    assert b"Robin" not in words_in(built / "site") and b"Robin" not in words_in(built / "editions/onsite")


def test_cached_pictures_go_too(run: Run, ready: Path, tmp_path: Path) -> None:
    """A derivative that was linked into a cleared tree is not kept in the cache."""
    root = tmp_path / "fresh"
    shutil.copytree(ready, root, ignore=shutil.ignore_patterns(".exhibit", "site", "copy", "editions"))
    build_edition(root, "public", DAY, jobs=1)
    assert list((root / ".exhibit/media").rglob("*.webp"))
    run("withdraw", "robin-l", "--use", "web", *TODAY, "--jobs", "1", cwd=root)
    assert not list((root / ".exhibit/media").rglob("*.webp"))


def test_the_deploy_command(run: Run, built: Path) -> None:
    """It runs in the school's folder, without a shell, after the pages are gone."""
    set_deploy(built, "cp -r site 'on the web'")
    result = run("withdraw", "robin-l", "--publish", *TODAY, "--jobs", "1", cwd=built)
    assert result.exit_code == 0, result.output
    assert (built / "on the web/index.html").is_file() and b"Robin" not in words_in(built / "on the web")


@pytest.mark.parametrize(("command", "status", "said"), [("", 1, "no deploy command"), ("false", 2, "ended with status 1"), ("no-such-tool-here x", 2, "could not be started"), ("'\"'", 2, "Close its quotes")])
def test_a_deploy_command_that_does_not_work(run: Run, school: Path, command: str, status: int, said: str) -> None:
    """The withdrawal is on record all the same, and the sentence says what to do."""
    if command:
        set_deploy(school, command)
    result = run("withdraw", "robin-l", "--publish", *TODAY, cwd=school)
    assert result.exit_code == status and said in result.stderr
    assert "2026-11-22" in (school / CONSENT).read_text("utf-8").splitlines()[1].split(",")[8]


def test_a_learner_who_left_the_roster(run: Run, built: Path) -> None:
    """There is nothing to record, and the pages go all the same."""
    roster = built / "content/office/roster.csv"
    roster.write_text(roster.read_text("utf-8").replace("robin-l,Robin,Lindqvist", "sam-o,Sam,Osei").replace(",Robin,", ",Sam,"), "utf-8")
    before = (built / CONSENT).read_bytes()
    result = run("withdraw", "robin-l", *TODAY, "--jobs", "1", cwd=built)
    assert result.exit_code in (0, 1) and "not in the roster" in result.stderr
    assert (built / CONSENT).read_bytes() == before
    assert b"Robin" not in words_in(built / "site")
