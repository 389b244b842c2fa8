"""Approval by record: what waits, in which order, and what is written for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.audience.publish import redact_school
from generator.editing.approval import choose_items, list_waiting, record_approvals, with_approvals
from generator.errors import UsageError
from generator.loading import load_school
from generator.model.whole import School
from tests.conftest import BASE, SCHOOL, SENSOR, write_school

DAY = date(2026, 11, 1)
PATH = "content/office/approvals.csv"
BY_RECORD: dict[str, str | bytes | None] = {
    "content/school.yml": SCHOOL + "  approval: record\n",
    "portfolios/ana-r/artifacts/old-boat/artifact.yml": SENSOR.replace("snsr2222", "bttt2222").replace("How muddy is our river", "Old boat").replace("2026-10-03", "2025-01-02").replace("audience: public", "audience: onsite"),
    "portfolios/ana-r/artifacts/old-boat/sensor.png": BASE["portfolios/ana-r/artifacts/river-sensor/sensor.png"],
    "portfolios/ana-r/artifacts/old-boat/draft.png": BASE["portfolios/ana-r/artifacts/river-sensor/draft.png"],
}
EDITIONS = ("public", "onsite")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base school with approval by record and a second, older piece for the walls alone."""
    return write_school(tmp_path / "school", BY_RECORD)


def load(root: Path) -> School:
    """Load the school as it is now."""
    return load_school(root, jobs=1).school


def waiting(root: Path) -> list[tuple[str, str]]:
    """The items that wait and their editions, in order."""
    return [(each.item, each.edition) for each in list_waiting(load(root), EDITIONS, DAY)]


def approve(root: Path, *items: str, editions: tuple[str, ...] = (), staff: str = "k-ortiz") -> int:
    """Approve items and give how many rows were added."""
    school = load(root)
    return record_approvals(root, school, choose_items(school, school, items, editions, DAY), staff, DAY)[1]


def test_the_oldest_waits_first(root: Path) -> None:
    """By the day it was made, not by file times; profiles, which have no day, come last; nobody who may not be shown waits."""
    assert waiting(root) == [
        ("ana-r/old-boat", "onsite"),
        ("ana-r/river-sensor", "public"), ("ana-r/river-sensor", "onsite"),
        ("ben-k/our-sensor", "public"), ("ben-k/our-sensor", "onsite"),
        ("ana-r", "public"), ("ana-r", "onsite"), ("ben-k", "public"), ("ben-k", "onsite"),
    ]


def test_an_approval_is_for_what_stands_there(root: Path) -> None:
    """What was approved waits no more, appears, and waits again when a word of it changes."""
    assert approve(root, "ana-r/river-sensor", "ana-r") == 4
    assert "ana-r/river-sensor" not in dict(waiting(root)) and "ana-r" not in dict(waiting(root))
    assert "snsr2222" in redact_school(load(root), "public", DAY).pieces
    record = root / "portfolios/ana-r/artifacts/river-sensor/artifact.yml"
    record.write_text(record.read_text("utf-8").replace("nine dollars", "ten dollars"), "utf-8")
    assert ("ana-r/river-sensor", "public") in waiting(root)
    assert "snsr2222" not in redact_school(load(root), "public", DAY).pieces


def test_it_appears_as_it_was_shown(root: Path) -> None:
    """What whoever approves is shown is what the edition shows after the row is written."""
    school = load(root)
    chosen = choose_items(school, school, ["ana-r/river-sensor", "ben-k/our-sensor"], [], DAY)
    shown = redact_school(with_approvals(school, chosen, "k-ortiz", DAY), "public", DAY)
    record_approvals(root, school, chosen, "k-ortiz", DAY)
    assert redact_school(load(root), "public", DAY).pieces == shown.pieces


def test_a_second_time_adds_nothing(root: Path) -> None:
    """The same approval again changes no byte."""
    approve(root, "ana-r")
    before = (root / PATH).read_bytes()
    assert approve(root, "ana-r") == 0 and (root / PATH).read_bytes() == before


def test_one_edition_alone(root: Path) -> None:
    """Approved for the walls is not approved for the web."""
    assert approve(root, "ana-r/river-sensor", editions=("onsite",)) == 1
    assert ("ana-r/river-sensor", "public") in waiting(root) and ("ana-r/river-sensor", "onsite") not in waiting(root)


@pytest.mark.parametrize(
    ("item", "editions", "said"),
    [
        ("ana-r/river-senser", (), 'Did you mean "ana-r/river-sensor"'),
        ("ana-r/old-boat", ("public",), "its audience is onsite"),
        ("noa-d", (), "never_publish"),
    ],
)
def test_what_cannot_be_approved(root: Path, item: str, editions: tuple[str, ...], said: str) -> None:
    """Nothing is approved that nobody could have seen as it will appear; the sentence says why."""
    with pytest.raises(UsageError, match=said):
        approve(root, item, editions=editions)
    assert not (root / PATH).exists()


def test_what_is_held_back_cannot_be_approved(root: Path) -> None:
    """A piece that is not among what is sound is named with the way to find out why."""
    whole = load(root)
    ana = whole.learners["ana-r"]
    sound = replace(whole, learners={**whole.learners, "ana-r": replace(ana, artifacts={"old-boat": ana.artifacts["old-boat"]})})
    with pytest.raises(UsageError, match="held back by an error. See: exhibit check --learner ana-r"):
        choose_items(sound, whole, ["ana-r/river-sensor"], [], DAY)


@pytest.mark.parametrize(("staff", "said"), [("k-ortis", 'Did you mean "k-ortiz"'), ("old-t", "no longer active")])
def test_only_active_staff_approve(root: Path, staff: str, said: str) -> None:
    """An unknown id gets the nearest one; who has left cannot approve."""
    path = root / "content/office/staff.csv"
    path.write_text(path.read_text("utf-8") + "old-t,Old Teacher,adviser,,no\n", "utf-8")
    with pytest.raises(UsageError, match=said):
        approve(root, "ana-r", staff=staff)


@pytest.mark.parametrize("encode", [lambda text: text.encode("utf-16"), lambda text: text.encode("utf-8-sig"), lambda text: text.replace(",", ";").replace("\n", "\r\n").encode()])
def test_the_form_of_the_table_stays(root: Path, encode: Callable[[str], bytes]) -> None:
    """Every byte that was there stays, and the new rows are read."""
    before = encode("item,edition,revision,approved_by,approved_on\nana-r/gone,public,00,k-ortiz,2026-01-01")
    (root / PATH).write_bytes(before)
    assert approve(root, "ana-r") == 2
    assert (root / PATH).read_bytes().startswith(before)
    assert [row.item for row in load(root).approvals] == ["ana-r/gone", "ana-r", "ana-r"]


def test_a_broken_table_is_left_as_it_is(root: Path) -> None:
    """Where the approvals cannot be read nothing is written."""
    (root / PATH).write_text("item,edition\n", "utf-8")
    with pytest.raises(UsageError, match="nothing was approved"):
        approve(root, "ana-r")
    assert (root / PATH).read_text("utf-8") == "item,edition\n"
