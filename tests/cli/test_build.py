"""`exhibit build`: where the result is, what is held back, and the exit status."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
DAY = ("--today", "2026-11-22", "--jobs", "1")
ARTIFACT = "portfolios/robin-l/artifacts/paper-boat/artifact.yml"


def break_claim(school: Path) -> None:
    """Let the example's piece claim something that the school does not know."""
    text = (school / ARTIFACT).read_text("utf-8")
    (school / ARTIFACT).write_text(text.replace("indicator: investigator/tests-an-idea", "indicator: investigator/test-an-idea"), "utf-8")


@pytest.mark.parametrize("pilot", [False, True])
def test_a_new_school_builds(run: Run, tmp_path: Path, pilot: bool) -> None:
    """What `init` writes builds with status 0 and holds nothing back; the example's piece is on the public page."""
    run("init", "school", *(["--pilot"] if pilot else []), "--today", "2026-11-22", cwd=tmp_path)
    result = run("-C", "school", "build", *DAY)
    assert result.exit_code == 0, result.output
    assert "held back" not in result.stderr
    assert result.stdout.count("\n") == 1 and "school/site" in result.stdout
    pages = {path.relative_to(tmp_path / "school/site").as_posix(): path.read_text("utf-8") for path in (tmp_path / "school/site").rglob("*.html")}
    assert {"index.html", "404.html"} <= set(pages)
    assert any("A boat that carries eleven coins" in text for name, text in pages.items() if name.startswith("a/"))
    assert not any("Lindqvist" in text for text in pages.values())


def test_staff_goes_elsewhere(run: Run, school: Path) -> None:
    """The staff edition is built into its own folder and never into site/."""
    result = run("build", "--edition", "staff", *DAY, cwd=school)
    assert result.exit_code == 0, result.output
    assert (school / "editions/staff/index.html").is_file() and not (school / "site").exists()


def test_plain_lines_where_no_terminal_is(run: Run, school: Path) -> None:
    """The stages are lines of their own on stderr; stdout has the result alone."""
    result = run("build", *DAY, cwd=school)
    assert "\r" not in result.stderr and len(result.stderr.splitlines()) >= 2
    assert result.stdout.startswith("The public edition is in ")


def test_what_is_held_back_is_named(run: Run, school: Path) -> None:
    """An error holds back its part, is printed with the reason, and ends with status 1; the rest is published."""
    break_claim(school)
    result = run("build", *DAY, cwd=school)
    assert result.exit_code == 1
    assert "EVD" in result.stderr and f"held back: {ARTIFACT}" in result.stderr and "held back" in result.stdout
    assert (school / "site/index.html").is_file()


def test_strict_puts_nothing_in_place(run: Run, school: Path) -> None:
    """With --strict nothing new appears while something is held back."""
    break_claim(school)
    result = run("build", "--strict", *DAY, cwd=school)
    assert result.exit_code == 1 and "--strict" in result.stderr and result.stdout == ""
    assert not (school / "site").exists()


def test_broken_settings_leave_the_tree(run: Run, school: Path) -> None:
    """An error in school.yml leaves what was built, and says so after the finding."""
    assert run("build", *DAY, cwd=school).exit_code == 0
    before = (school / "site/index.html").read_bytes()
    (school / "content/school.yml").write_text("name: [\n")
    result = run("build", *DAY)
    assert result.exit_code == 1 and "content/school.yml:" in result.stderr and result.stdout == ""
    assert (school / "site/index.html").read_bytes() == before


def test_out(run: Run, school: Path, tmp_path: Path) -> None:
    """`--out` builds elsewhere; folders that are not ours are refused with status 2."""
    assert run("build", "--out", tmp_path / "elsewhere", *DAY, cwd=school).exit_code == 0
    assert (tmp_path / "elsewhere/index.html").is_file()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/diary.txt").touch()
    (tmp_path / "link").symlink_to(tmp_path / "mine")
    for folder in (tmp_path / "mine", tmp_path / "link", school / "content/out", school / "portfolios"):
        result = run("build", "--out", folder, *DAY)
        assert result.exit_code == 2 and result.stderr.count("Traceback") == 0, folder
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["diary.txt"]


@pytest.mark.parametrize("edition", ["onsite", "family", "all", "stuff", ""])
def test_editions_that_this_version_does_not_build(run: Run, school: Path, edition: str) -> None:
    """One sentence, status 2, nothing written."""
    result = run("build", "--edition", edition, *DAY, cwd=school)
    assert result.exit_code == 2 and result.stderr.count("\n") == 1 and "public and staff" in result.stderr
    assert not (school / "site").exists()
