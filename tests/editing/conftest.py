"""A new school, made once, and copied for each test that writes into it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.editing.starter import init_school

DAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new school that no test changes."""
    folder = tmp_path_factory.mktemp("made") / "hill-school"
    init_school(folder, DAY)
    return folder


@pytest.fixture
def school(made: Path, tmp_path: Path) -> Path:
    """A new school of one's own."""
    return Path(shutil.copytree(made, tmp_path / "hill-school"))
