"""A new school to run commands in, and a way to run them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli._program import program
from generator.editing.starter import init_school

DAY = "2026-11-22"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new school that no test changes."""
    folder = tmp_path_factory.mktemp("made") / "hill-school"
    init_school(folder, date.fromisoformat(DAY))
    return folder


@pytest.fixture
def school(made: Path, tmp_path: Path) -> Path:
    """A new school of one's own."""
    return Path(shutil.copytree(made, tmp_path / "hill-school"))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command line as the script does, in a folder if one is given."""
    monkeypatch.delenv("EXHIBIT_DEBUG", raising=False)

    def run(*args: object, cwd: Path | None = None) -> Result:
        if cwd is not None:
            monkeypatch.chdir(cwd)
        return CliRunner().invoke(program, [str(each) for each in args], prog_name="exhibit")

    return run
