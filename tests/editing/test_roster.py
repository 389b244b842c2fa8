"""A row is added to the roster in the form that the office's spreadsheet gave it, and nothing else changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.editing.new_record import Person, new_learner
from generator.editing.roster import add_roster_row
from generator.errors import UsageError
from generator.loading import load_school

DAY = date(2026, 11, 22)
PATH = "content/office/roster.csv"
HEADER = "learner_id,given_name,family_name,display_name,grade,group,adviser,cohort_year,status,never_publish"
ROW = "robin-l,Robin,Lindqvist,Robin,7,7-a,m-vale,,active,no"
PERSON = Person("Zoë", "Ångström, Jr.", "Zoë", "7", "7-a", "m-vale")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("ended", [True, False])
def test_the_form_of_the_table_stays(school: Path, encoding: str, separator: str, line_end: str, ended: bool) -> None:
    """Encoding, separator and line end are kept; every byte that was there stays."""
    name = "é" if encoding == "cp1252" else ""
    text = line_end.join([HEADER, ROW.replace("Robin,L", f"Robin{name},L")]).replace(",", separator) + line_end * ended
    before = text.encode(encoding)
    before = b"\xfe\xff" + before if encoding == "utf-16-be" else before
    (school / PATH).write_bytes(before)
    new_learner(school, "zoe-a", DAY, PERSON)
    after = (school / PATH).read_bytes()
    assert after.startswith(before)
    loaded = load_school(school, jobs=1)
    assert not loaded.problems
    row = loaded.school.roster["zoe-a"]
    assert (row.given_name, row.family_name, row.display_name, row.grade, row.group) == ("Zoë", "Ångström, Jr.", "Zoë", "7", "7-a")
    assert row.status == "active" and not row.never_publish


def test_columns_are_found_by_name(school: Path) -> None:
    """Columns in another order, spelled as spreadsheets do, with optional ones, are filled by their names."""
    columns = ["Never Publish", *HEADER.split(",")[:-1], "eligible"]
    (school / PATH).write_text(",".join(columns) + "\n", "utf-8")
    add_roster_row(school, PATH, {"learner_id": "zoe-a", "display_name": "Zoë", "status": "active", "never_publish": "no"})
    assert (school / PATH).read_text("utf-8").splitlines()[1] == "no,zoe-a,,,Zoë,,,,,active,"


def test_a_broken_roster_is_left_as_it_is(school: Path) -> None:
    """What cannot be read gets no row, and the sentence says why; no portfolio is begun either."""
    for broken in (b"", b"a,b\n1,2\n", b"<<<<<<< HEAD\n"):
        (school / PATH).write_bytes(broken)
        with pytest.raises(UsageError, match="no row was added"):
            new_learner(school, "zoe-a", DAY, PERSON)
        assert (school / PATH).read_bytes() == broken
        assert not (school / "portfolios/zoe-a").exists()


def test_letters_that_the_encoding_lacks(school: Path) -> None:
    """A name that the table's encoding cannot write is refused, not misspelt."""
    (school / PATH).write_bytes(f"{HEADER}\n{ROW.replace('Lindqvist', 'Lindqvíst')}\n".encode("cp1252"))
    with pytest.raises(UsageError, match="Save it as UTF-8"):
        new_learner(school, "zoe-a", DAY, Person(display_name="Żaneta"))


@pytest.mark.parametrize("name", ["=1+1", "@SUM", "+49", "-x"])
def test_no_formula_gets_into_a_spreadsheet(school: Path, name: str) -> None:
    """A name that a spreadsheet would run is refused."""
    with pytest.raises(UsageError, match="formula"):
        new_learner(school, "zoe-a", DAY, Person(display_name=name))


def test_a_learner_who_is_enrolled_keeps_the_row(school: Path) -> None:
    """Where the office was first, the row stays and only the profile is written."""
    (school / PATH).write_text(f"{HEADER}\n{ROW}\nana-r,Ana,Rosales,Ana,9,9-a,m-vale,,active,no\n", "utf-8")
    before = (school / PATH).read_bytes()
    assert "already" in new_learner(school, "ana-r", DAY).note
    assert (school / PATH).read_bytes() == before


def test_without_an_office_the_note_says_so(school: Path) -> None:
    """In a learner's own clone nothing of the office is made up."""
    import shutil

    shutil.rmtree(school / "content/office")
    assert "ask the office" in new_learner(school, "zoe-a", DAY, PERSON).note
    assert not (school / "content/office").exists()
