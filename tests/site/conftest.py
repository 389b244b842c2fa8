"""A small school for the tests of this room, and the theme that the tool carries."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.face import SiteFace
from generator.site.output import Output

THEME = Path(__file__).resolve().parents[2] / "theme"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """An empty school's folder with the folders that people write."""
    folder = tmp_path / "school"
    (folder / "content" / "pages").mkdir(parents=True)
    (folder / "portfolios").mkdir()
    return folder


@pytest.fixture
def output(school: Path) -> Output:
    """The public output of that school."""
    return Output(school / "site", school, "public")


@pytest.fixture
def face() -> SiteFace:
    """A site with the words of the header that a school usually has."""
    sections = (("exhibition", "exhibition/2026-fall/index.html"), ("works", "exhibition/index.html"))
    return SiteFace("Riverbend", sections=sections, inks="--ink-a:#0e5a47", inks_night="--ink-a:#0d5443")


@pytest.fixture
def themes(school: Path) -> list[Path]:
    """The theme folders: the school's own, which is absent, then the tool's."""
    return [school / "theme", THEME]
