"""`exhibit disclose`: for the office, on the terminal and for machines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
DAY = ("--today", "2026-11-22", "--jobs", "1")


def test_both_editions_unless_told(run: Run, school: Path) -> None:
    """Public and onsite are disclosed; no file is written."""
    before = sorted(school.rglob("*"))
    result = run("disclose", *DAY, cwd=school)
    assert result.exit_code == 0, result.output
    assert "The public edition on 2026-11-22" in result.stdout and "The onsite edition on 2026-11-22" in result.stdout
    assert "robin-l" in result.stdout and "no built tree" in result.stdout
    assert sorted(school.rglob("*")) == before


def test_against_a_built_tree(run: Run, school: Path) -> None:
    """After a build nothing would change; on a day when the consent has run out, what would go is named with the reason."""
    run("build", *DAY, cwd=school)
    assert "would change nothing" in run("disclose", "--edition", "public", *DAY, cwd=school).stdout
    found = json.loads(run("disclose", "--edition", "public", "--format", "json", "--today", "2027-09-01", "--jobs", "1", cwd=school).stdout)
    changes = found["editions"][0]["changes"]
    assert {each["rule"] for each in changes["removed"]} == {"the yes ran out on 2027-08-19"}
    assert found["editions"][0]["learners"] == [] and changes["added"] == []


@pytest.mark.parametrize("edition", ["public", "onsite", "family", "staff"])
def test_one_learner_in_every_edition(run: Run, school: Path, edition: str) -> None:
    """A parent is answered in sentences, and machines in JSON."""
    result = run("disclose", "--learner", "robin-l", "--edition", edition, *DAY, cwd=school)
    assert result.exit_code == 0 and "What we show of Robin (robin-l)" in result.stdout and "A boat that carries eleven coins" in result.stdout
    assert json.loads(run("disclose", "--learner", "robin-l", "--edition", edition, "--format", "json", *DAY, cwd=school).stdout)["learner_id"] == "robin-l"


@pytest.mark.parametrize(
    ("args", "said"),
    [(["--learner", "robin-1"], 'Did you mean "robin-l"'), (["--edition", "pulbic"], 'Did you mean "public"'), (["--edition", "family"], "--learner ID")],
)
def test_slips(run: Run, school: Path, args: list[str], said: str) -> None:
    """A slip gets a sentence and status 2."""
    result = run("disclose", *args, *DAY, cwd=school)
    assert result.exit_code == 2 and said in result.stderr
