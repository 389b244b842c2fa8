"""`exhibit check` and `exhibit explain`: exit status, formats, and choosing what is printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.checks import list_rules

Run = Callable[..., Result]
DAY = ("--today", "2026-11-22")
GOAL = "portfolios/robin-l/goals/explain-without-notes.yml"
ARTIFACT = "portfolios/robin-l/artifacts/paper-boat/artifact.yml"


def change(school: Path, path: str, old: str, new: str) -> None:
    """Change a file of the school."""
    text = (school / path).read_text("utf-8")
    assert old in text
    (school / path).write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def warned(school: Path) -> Path:
    """A school with a warning."""
    change(school, GOAL, "measure: Minutes without looking down, counted by a friend.\n", "")
    return school


@pytest.fixture
def broken(warned: Path) -> Path:
    """A school with a warning and an error."""
    change(warned, ARTIFACT, "indicator: investigator/tests-an-idea", "indicator: investigator/test-an-idea")
    return warned


def test_a_clean_school(run: Run, school: Path) -> None:
    """Status 0 and a friendly line."""
    result = run("check", *DAY, cwd=school)
    assert (result.exit_code, result.stdout) == (0, "All is well: nothing to put right.\n")


def test_status(run: Run, warned: Path) -> None:
    """A warning ends with 0, unless --fail-on asks otherwise; an error with 1."""
    assert run("check", *DAY, cwd=warned).exit_code == 0
    assert run("check", *DAY, "--fail-on", "warning").exit_code == 1
    assert run("check", *DAY, "--fail-on", "advice").exit_code == 1
    assert run("check", *DAY, "--fail-on", "warning", "--ignore", "GOL001").exit_code == 0
    change(warned, ARTIFACT, "indicator: investigator/tests-an-idea", "indicator: investigator/test-an-idea")
    assert run("check", *DAY).exit_code == 1


def test_text_shows_place_line_and_hint(run: Run, broken: Path) -> None:
    """The finding has the form of FORMATS section 5."""
    result = run("check", *DAY, cwd=broken)
    lines = result.stdout.splitlines()
    at = next(index for index, line in enumerate(lines) if " EVD" in line and " error  " in line)
    assert lines[at].startswith(f"{ARTIFACT}:")
    assert "Did you mean" in "".join(lines[at + 1 : at + 4]) and "investigator/test-an-idea" in "".join(lines[at + 1 : at + 6])
    assert "^" in lines[at + 4] or "^" in lines[at + 5]
    assert lines[-1].startswith("1 error and 1 warning in 2 files.")
    assert "\x1b" not in result.stdout


def test_select_and_ignore_change_only_what_is_printed(run: Run, broken: Path) -> None:
    """Codes, names and families choose what is printed; an error still ends with status 1."""
    for chosen in (("--select", "GOL001"), ("--select", "gol"), ("--select", "goal-without-measure"), ("--ignore", "EVD"), ("--ignore", "ART001,EVD")):
        result = run("check", *DAY, *chosen, "--format", "json", cwd=broken)
        read = json.loads(result.stdout)
        assert [each["code"] for each in read["findings"]] == ["GOL001"], chosen
        assert read["summary"] == {"errors": 0, "warnings": 1, "advice": 0}
        assert result.exit_code == 1
    assert "1 more is not shown, as you asked." in run("check", *DAY, "--select", "GOL001").stdout


def test_unknown_codes_are_refused(run: Run, school: Path) -> None:
    """A code that no rule has is told the nearest one."""
    result = run("check", *DAY, "--ignore", "GOL01", cwd=school)
    assert result.exit_code == 2 and "GOL001" in result.stderr


def test_learner_and_group(run: Run, broken: Path) -> None:
    """Findings of one learner or of a group; an unknown one is told the nearest."""
    assert run("new", "learner", "ana-r", "--name", "Ana", "--family-name", "Rosales", "--grade", "7", "--group", "7-b", *DAY, cwd=broken).exit_code == 0
    of_ana = json.loads(run("check", *DAY, "--learner", "ana-r", "--format", "json").stdout)["findings"]
    assert of_ana and {each["learner_id"] for each in of_ana} == {"ana-r"}
    assert json.loads(run("check", *DAY, "--group", "7-b", "--format", "json").stdout)["findings"] == of_ana
    for args, hint in ((("--learner", "ana"), "ana-r"), (("--group", "7-c"), "7-")):
        result = run("check", *DAY, *args)
        assert result.exit_code == 2 and "Did you mean" in result.stderr and hint in result.stderr


def test_without_the_office(run: Run, warned: Path) -> None:
    """In a learner's own clone `--learner` works and says what was left out; without it, one is led there."""
    import shutil

    shutil.rmtree(warned / "content/office")
    result = run("check", *DAY, cwd=warned)
    assert result.exit_code == 2 and "--learner" in result.stderr
    result = run("check", *DAY, "--learner", "robin-l")
    assert result.exit_code == 0 and "GOL001" in result.stdout and "office" in result.stdout
    result = run("check", *DAY, "--learner", "robin-l", "--format", "json")
    assert json.loads(result.stdout)["findings"] and "office" in result.stderr


def test_machine_formats(run: Run, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub's paths count from the top of the repository; SARIF is JSON."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(broken.parent))
    assert f"file=hill-school/{ARTIFACT},line=" in run("check", *DAY, "--format", "github", cwd=broken).stdout
    assert json.loads(run("check", *DAY, "--format", "sarif").stdout)["version"] == "2.1.0"


def test_explain_reference(run: Run) -> None:
    """All rules come as one page of Markdown, for a school's own pages."""
    page = run("explain", "--reference").stdout
    assert page.startswith("# ") and all(rule.code in page and rule.name in page for rule in list_rules())
    assert run("explain", "ART004", "--reference").exit_code == 2


def test_explain(run: Run) -> None:
    """Every rule can be explained by its code and by its name; without one, all are listed."""
    listed = run("explain").stdout.splitlines()
    assert len(listed) == len(list_rules()) >= 40
    for rule in list_rules():
        result = run("explain", rule.code)
        assert result.exit_code == 0 and rule.name in result.stdout
    assert run("explain", "gol001").stdout == run("explain", "goal-without-measure").stdout
