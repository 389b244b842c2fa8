"""The office's tables are read the same with and without the portfolios."""

from __future__ import annotations

from pathlib import Path

from generator.loading import load_school
from generator.loading.office_alone import load_office
from tests.conftest import write_school


def test_the_same_tables(tmp_path: Path) -> None:
    """Settings, roster, staff, consents and approvals equal those of the whole school; the learners' ids too."""
    root = write_school(tmp_path / "school")
    whole, office = load_school(root, jobs=1).school, load_office(root)
    for key in ("settings", "roster", "staff", "consents", "approvals", "has_office"):
        assert getattr(office, key) == getattr(whole, key)
    assert set(office.learners) == set(whole.learners)


def test_what_cannot_be_read_is_as_empty(tmp_path: Path) -> None:
    """Broken settings and a missing office raise nothing."""
    root = write_school(tmp_path / "school", {"content/school.yml": "name: [", "content/office/consent.csv": "<<<<<<< HEAD\n"})
    assert load_office(root).consents.broken
    assert not load_office(write_school(tmp_path / "own", {f"content/office/{name}.csv": None for name in ("roster", "staff", "consent")})).has_office
