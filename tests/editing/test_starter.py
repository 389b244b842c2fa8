"""A new school checks clean, names nobody real, and lies in a folder of its own."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.checks import make_findings, run_rules
from generator.editing.starter import init_school
from generator.errors import UsageError
from generator.findings import Finding
from generator.loading import load_school

DAY = date(2026, 11, 22)


def find_all(root: Path, day: date = DAY) -> tuple[Finding, ...]:
    """Find everything in a school's folder."""
    loaded = load_school(root, jobs=1)
    return make_findings([*loaded.problems, *run_rules(loaded.school, day)], loaded.sources, loaded.school, day)


@pytest.mark.parametrize("pilot", [False, True])
@pytest.mark.parametrize("day", [DAY, date(2028, 2, 29), date(2027, 1, 1)])
def test_new_school_checks_clean(tmp_path: Path, pilot: bool, day: date) -> None:
    """Nothing is found in a new school on its first day, whatever the day, nor for the days after."""
    init_school(tmp_path / "school", day, pilot=pilot)
    assert find_all(tmp_path / "school", day) == ()
    assert find_all(tmp_path / "school", day + timedelta(days=7)) == ()


@pytest.mark.parametrize("name", ['Río: #1 "School"', "no", "0x1F", "- school", "{{day}}", "l'École", "Schule: eins", "*", "2026", "\\n", "学校"])
def test_any_name_is_kept_as_typed(tmp_path: Path, name: str) -> None:
    """The school's name reaches school.yml and mkdocs.yml as it was typed."""
    init_school(tmp_path / "school", DAY, name=name)
    loaded = load_school(tmp_path / "school", jobs=1)
    assert str(loaded.school.settings.name) == name
    assert not loaded.problems


def test_a_name_is_made_from_the_folder(tmp_path: Path) -> None:
    """Without a name, the folder's is put into words."""
    init_school(tmp_path / "hill-school_west", DAY)
    assert str(load_school(tmp_path / "hill-school_west", jobs=1).school.settings.name) == "Hill school west"


def test_names_of_two_lines_are_refused(tmp_path: Path) -> None:
    """A name that could be two lines of a file is refused before anything is written."""
    with pytest.raises(UsageError, match="one line"):
        init_school(tmp_path / "school", DAY, name="a\nb: c")
    assert not (tmp_path / "school").exists()


def test_a_pilot_begins_with_less(tmp_path: Path, made: Path) -> None:
    """One class has no exhibition, rubric or plan yet, and all else."""
    written = init_school(tmp_path / "class", DAY, pilot=True)
    whole = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    assert whole - set(written) == {"content/exhibitions/first-show.yml", "content/rubrics/project.yml", "content/plan.yml"}
    assert set(written) <= whole


def test_no_placeholder_is_left(made: Path) -> None:
    """Every word that stands for another was replaced."""
    for path in made.rglob("*"):
        if path.is_file():
            assert b"{{" not in path.read_bytes(), path


def test_two_schools_have_other_ids(tmp_path: Path, made: Path) -> None:
    """Public ids are random: the example's addresses are not the same everywhere."""
    init_school(tmp_path / "other", DAY)
    profile = "portfolios/robin-l/profile.yml"
    assert (tmp_path / "other" / profile).read_text("utf-8") != (made / profile).read_text("utf-8")


def test_git_ignores_what_is_built(made: Path) -> None:
    """Built trees and the tool's own folder are not committed."""
    assert {"/site/", "/editions/", "/.exhibit/"} <= set((made / ".gitignore").read_text("utf-8").split())


def test_editors_are_told_the_schemas(made: Path) -> None:
    """Every schema that the settings name is there, and every record of the new school has one."""
    schemas = json.loads((made / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    covered = set()
    for file, globs in schemas.items():
        assert json.loads((made / file).read_text("utf-8"))["title"].startswith("Exhibit: ")
        covered |= {path for glob in globs for path in made.glob(glob)}
    records = {path for path in made.rglob("*.yml") if path.name != "mkdocs.yml"}
    assert records == covered


@pytest.mark.parametrize("name", ["notes.txt", ".env", "content"])
def test_a_filled_folder_is_left_alone(tmp_path: Path, name: str) -> None:
    """Where something lies already, hidden or not, nothing is written."""
    (tmp_path / name).touch()
    with pytest.raises(UsageError, match="not empty"):
        init_school(tmp_path, DAY)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_empty_repository_is_no_hindrance(tmp_path: Path) -> None:
    """A folder with nothing but .git in it, as `git init` leaves it, is empty."""
    (tmp_path / ".git").mkdir()
    init_school(tmp_path, DAY)
    assert find_all(tmp_path) == ()


def test_links_files_and_schools_are_refused(tmp_path: Path, school: Path) -> None:
    """A school is not written through a link, over a file or into another school."""
    (tmp_path / "target").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "target")
    (tmp_path / "file").touch()
    for folder in (tmp_path / "link", tmp_path / "file", school / "content" / "new"):
        with pytest.raises(UsageError):
            init_school(folder, DAY)
