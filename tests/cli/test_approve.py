"""`exhibit approve`: the list, the piece as it will appear, the row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
DAY = ("--today", "2026-11-22", "--jobs", "1")
APPROVALS = "content/office/approvals.csv"


@pytest.fixture
def by_record(school: Path) -> Path:
    """A new school that approves item by item."""
    path = school / "content/school.yml"
    path.write_text(path.read_text("utf-8").replace("approval: branch", "approval: record"), "utf-8")
    return school


def test_a_school_that_approves_by_branch(run: Run, school: Path) -> None:
    """It is told so in a sentence; an item is refused, and no file is touched."""
    before = (school / APPROVALS).read_bytes()
    assert "approves by branch" in run("approve", *DAY, cwd=school).stdout
    assert run("approve", *DAY, cwd=school).exit_code == 0
    assert run("approve", "robin-l", "--by", "m-vale", *DAY, cwd=school).exit_code == 2
    assert (school / APPROVALS).read_bytes() == before


def test_from_the_list_to_the_row(run: Run, by_record: Path) -> None:
    """What waits is listed; approving shows it with its makers, alt texts and words; then nothing waits."""
    listed = run("approve", *DAY, cwd=by_record)
    assert listed.exit_code == 0 and "2 items wait" in listed.stdout and "2026-11-18  robin-l/paper-boat  (public, onsite)" in listed.stdout
    result = run("approve", "robin-l/paper-boat", "robin-l", "--by", "m-vale", *DAY, cwd=by_record)
    assert result.exit_code == 0, result.output
    for words in ("By: Robin", "A boat that carries eleven coins", "alt text: A wide paper boat", "folded six boats", "4 rows added"):
        assert words in result.stdout
    rows = (by_record / APPROVALS).read_text("utf-8").splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == ["robin-l/paper-boat", "robin-l/paper-boat", "robin-l", "robin-l"]
    assert run("approve", *DAY, cwd=by_record).stdout == "Nothing waits for approval.\n"
    again = run("approve", "robin-l", "--by", "m-vale", *DAY, cwd=by_record)
    assert "approved" in again.stdout and "already" in again.stdout


def test_the_name_form_of_each_edition(run: Run, by_record: Path) -> None:
    """Where the editions differ each is shown as it will be."""
    shown = run("approve", "robin-l", "--by", "m-vale", *DAY, cwd=by_record).stdout
    assert "as the public edition will show it\nPortfolio of Robin\n" in shown
    assert "as the onsite edition will show it\nPortfolio of Robin L.\n" in shown


@pytest.mark.parametrize(
    ("args", "said"),
    [(["robin-l"], "--by STAFF"), (["robin-l", "--by", "m-vael"], 'Did you mean "m-vale"'), (["robin-l/paper-boot", "--by", "m-vale"], 'Did you mean "robin-l/paper-boat"')],
)
def test_slips(run: Run, by_record: Path, args: list[str], said: str) -> None:
    """A slip gets the nearest known id, status 2, and nothing is written."""
    before = (by_record / APPROVALS).read_bytes()
    result = run("approve", *args, *DAY, cwd=by_record)
    assert result.exit_code == 2 and said in result.stderr
    assert (by_record / APPROVALS).read_bytes() == before
