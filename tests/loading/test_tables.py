"""The office's tables open whatever a spreadsheet saves, and what cannot be read is never read as leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from generator.loading import Loaded
from tests.conftest import CONSENT, CONSENT_HEADER, ROSTER, ROSTER_HEADER, SCHOOL, STAFF

PATH = "content/office/consent.csv"


def _with_crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


SAVED = {
    "UTF-8 with byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "CRLF": _with_crlf,
    "CR alone": lambda text: text.replace("\n", "\r").encode(),
    "semicolons": lambda text: text.replace(",", ";").encode(),
    "tabs": lambda text: text.replace(",", "\t").encode(),
    "UTF-16 as Excel's Unicode text": lambda text: text.replace(",", "\t").encode("utf-16"),
    "UTF-16, big end first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "Windows-1252": lambda text: text.encode("cp1252"),
    "blank rows": lambda text: ("\n,,,,\n" + text.replace("\n", "\n\n;;;\n,,,,,,,,,\n")).replace(";;;\n", "").encode(),
    "non-breaking spaces": lambda text: text.replace(",", "\u00a0,\u00a0").encode(),
    "every cell in quotes": lambda text: "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) if line else "" for line in text.split("\n")).encode(),
    "capital headings with spaces": lambda text: "\n".join([text.split("\n")[0].replace("_", " ").title(), *text.split("\n")[1:]]).encode(),
    "columns in another order": lambda text: "\n".join(",".join(reversed(line.split(","))) for line in text.strip().split("\n")).encode(),
}


@pytest.mark.parametrize("how", SAVED)
def test_tables_are_read_whatever_a_spreadsheet_saves(how: str, school: Callable[..., Loaded]) -> None:
    """The same roster, staff and consents, in every way that spreadsheets save them."""
    roster = ROSTER.replace("Anita", "Añita")
    plain = school({"content/office/roster.csv": roster}).school
    save = SAVED[how]
    loaded = school({"content/office/roster.csv": save(roster), "content/office/staff.csv": save(STAFF), PATH: save(CONSENT)})
    assert loaded.problems == ()
    assert (loaded.school.roster, loaded.school.staff, loaded.school.consents) == (plain.roster, plain.staff, plain.consents)


@pytest.mark.parametrize(("order", "written"), [("dmy", "27/08/2026"), ("dmy", "27.8.2026"), ("mdy", "8/27/2026"), ("mdy", "2026-08-27"), ("iso", "2026-08-27")])
def test_days_as_spreadsheets_write_them(order: str, written: str, school: Callable[..., Loaded]) -> None:
    """The school says once in which order its spreadsheets write a day."""
    table = f"{CONSENT_HEADER}\nana-r,web,work,yes,guardian,{written},2027-06-30,v1,,g1\n"
    loaded = school({"content/school.yml": f"{SCHOOL}csv_dates: {order}\n", PATH: table})
    assert loaded.problems == ()
    assert loaded.school.consents.rows[0].given_on == date(2026, 8, 27)


@pytest.mark.parametrize(("order", "written"), [("iso", "27/08/2026"), ("dmy", "8/27/2026"), ("mdy", "27/08/2026"), ("dmy", "30.02.2026"), ("iso", "2026-02-30"), ("iso", "46261"), ("dmy", "27/08/26")])
def test_a_day_in_another_order_is_never_guessed(order: str, written: str, school: Callable[..., Loaded]) -> None:
    """A day that does not fit the order closes the learner and is a finding."""
    table = f"{CONSENT_HEADER}\nana-r,web,work,yes,guardian,{written},2027-06-30,v1,,g1\n"
    loaded = school({"content/school.yml": f"{SCHOOL}csv_dates: {order}\n", PATH: table})
    assert [(each.code, each.place.line, each.learner_id) for each in loaded.problems] == [("CON001", 2, "ana-r")]
    assert loaded.school.consents.closed == {"ana-r"}


BROKEN = {
    "a column is missing": CONSENT.replace(",until", ""),
    "a column is misspelled": CONSENT.replace("withdrawn_on", "withdrawn_at"),
    "a column is too much": CONSENT.replace("giver\n", "giver,remarks\n"),
    "a column stands twice": CONSENT.replace(CONSENT_HEADER, CONSENT_HEADER.replace("notice_version", "until")),
    "an optional column stands twice": CONSENT.replace("giver\n", "giver,giver\n"),
    "no header": CONSENT.partition("\n")[2],
    "empty": "",
    "conflict markers": CONSENT + "<<<<<<< HEAD\nana-r,web,work,no,guardian,2026-09-01,,v1,,g1\n=======\n>>>>>>> main\n",
    "a quote that is not closed": CONSENT + 'ana-r,print,work,yes,guardian,2026-08-27,2027-06-30,"v1,,g1\nana-r,web,work,no,guardian,2026-09-01,,v1,,g1\n',
    "two stray quotes": CONSENT + 'ana-r,print,work,yes,guardian,2026-08-27,2027-06-30,"v1,,g1\nana-r,web,work,no,guardian,2026-09-01,,v1,,g1\nben-k,print,work,yes,guardian,2026-08-27,2027-06-30,v1",,g1\n',
    "a cell of 200,000 letters": CONSENT + f"ana-r,web,work,no,guardian,2026-09-01,,{'v' * 200_000},,g1\n",
    "NUL": CONSENT + "ana-r,web,work,no,guardian,2026-09-01,,v\0,,g1\n",
    "UTF-16 without byte order mark": CONSENT.encode("utf-16-le"),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_consent_table_that_cannot_be_trusted_allows_nothing(how: str, school: Callable[..., Loaded]) -> None:
    """CON003, and no consent is read from it; the rest of the school is read."""
    loaded = school({PATH: BROKEN[how]})
    assert [(each.code, each.place.path) for each in loaded.problems] == [("CON003", PATH)]
    assert loaded.school.consents.broken
    assert all(row.answer == "no" or row.withdrawn_on for row in loaded.school.consents.rows)
    assert set(loaded.school.learners) == {"ana-r", "ben-k", "noa-d"}


@pytest.mark.parametrize("how", ["conflict markers", "a quote that is not closed", "two stray quotes", "a column is misspelled", "a column is too much"])
def test_refusals_are_read_even_from_a_broken_table(how: str, school: Callable[..., Loaded]) -> None:
    """What takes pages down is still read, so that removal never waits for somebody to mend the file."""
    refusal = "ana-r,web,work,no,guardian,2026-09-01,,v1,,g1\n"
    broken = BROKEN[how]
    assert isinstance(broken, str)
    loaded = school({PATH: broken if refusal in broken else broken + refusal})
    assert [(row.learner_id, row.use, row.answer) for row in loaded.school.consents.rows] == [("ana-r", "web", "no")]


SHIFTED = {
    "a comma too much": "ana-r,web,work,yes,guardian,2026-08-27,2027-06-30,v1,,2026-10-01,g1",
    "a comma too much before the last cell": "ana-r,web,work,yes,guardian,2026-08-27,2027-06-30,v1,,2026-10-01",
    "a comma in the notice": "ana-r,web,work,yes,guardian,2026-08-27,2027-06-30,v1, second print,2026-10-01,g1",
    "items with commas": "ana-r,web,work,name,no,guardian,2026-08-27,,v1,,g1",
    "a cell too few": "ana-r,work,no,guardian,2026-08-27,,v1,,g1",
    "an empty use": "ana-r,,work,no,guardian,2026-08-27,,v1,,g1",
}


@pytest.mark.parametrize("how", SHIFTED)
def test_a_row_whose_cells_slipped_closes_the_learner(how: str, school: Callable[..., Loaded]) -> None:
    """A withdrawal in the wrong column is never read as leave."""
    loaded = school({PATH: f"{CONSENT}{SHIFTED[how]}\n"})
    assert [(each.code, each.learner_id) for each in loaded.problems] == [("CON001", "ana-r")]
    assert loaded.school.consents.closed == {"ana-r"}


def test_a_column_more_than_the_header_empty_is_fine(school: Callable[..., Loaded]) -> None:
    """Spreadsheets leave empty cells at the end of rows and of the header."""
    loaded = school({PATH: CONSENT.replace("\n", ",,\n")})
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("roster", "code"),
    [
        (ROSTER.replace("display_name", "nickname"), "SRC019"),
        (ROSTER.replace(",never_publish", ""), "SRC019"),
        (ROSTER + '"x,\n', "SRC020"),
        ("", "SRC019"),
        (None, "SRC025"),
    ],
)
def test_a_broken_roster_is_fatal(roster: str | None, code: str, school: Callable[..., Loaded]) -> None:
    """Without the roster's header nothing may be built, and nothing that is built may change."""
    loaded = school({"content/office/roster.csv": roster})
    assert loaded.fatal
    assert code in {each.code for each in loaded.problems}
    assert loaded.school.roster == {}


def test_a_broken_roster_row_leaves_out_that_learner(school: Callable[..., Loaded]) -> None:
    """A row that cannot be read, or that has a cell too many, is left out with a finding; the others stay."""
    rows = "Eva M,Eva,Moreno,Eva,7,Otters,k-ortiz,2032,active,no\nkai-z,Kai,Z,Kai,7,Otters,k-ortiz,2032,away,no\nlea-w,Lea,W,Lea,7,Otters,k-ortiz,2032,active,no,no,,,x\n"
    loaded = school({"content/office/roster.csv": ROSTER + rows})
    assert [(each.code, each.place.line) for each in loaded.problems] == [("SRC020", 5), ("SRC020", 6), ("SRC020", 7)]
    assert set(loaded.school.roster) == {"ana-r", "ben-k", "noa-d"}
    assert not loaded.fatal


def test_an_id_that_stands_twice_belongs_to_nobody(school: Callable[..., Loaded]) -> None:
    """Two learners with one id: LRN001 names both lines, and neither is published until it is mended."""
    twice = "ana-r,Anabel,Ruiz,Anabel,8,Otters,k-ortiz,2031,active,no,no,,\n"
    loaded = school({"content/office/roster.csv": ROSTER + twice})
    found = next(each for each in loaded.problems if each.code == "LRN001")
    assert (found.place.line, "line 2" in found.message) == (5, True)
    assert "ana-r" not in loaded.school.roster


def test_staff_and_approvals_that_cannot_be_read_stop_nothing(school: Callable[..., Loaded]) -> None:
    """A broken staff or approvals table is a finding; nobody is approved by it."""
    loaded = school({"content/office/staff.csv": "id,name\n", "content/office/approvals.csv": "item,edition\nana-r,public\n"})
    assert sorted((each.code, each.place.path) for each in loaded.problems) == [("SRC019", "content/office/approvals.csv"), ("SRC019", "content/office/staff.csv")]
    assert (loaded.school.staff, loaded.school.approvals, loaded.fatal) == ({}, (), False)


def test_a_finding_in_a_table_shows_the_line_whatever_the_encoding(school: Callable[..., Loaded]) -> None:
    """The source line beside the caret is readable text also for UTF-16 and for a table above 256 KiB."""
    row = "ana-r,web,work,perhaps,guardian,2026-08-27,2027-06-30,v1,,g1"
    for data in ((CONSENT + row + "\n").encode("utf-16"), (CONSENT + row + "\n" + "# x\n".replace("# x", "") * 300_000).encode()):
        loaded = school({PATH: data})
        assert [loaded.sources.locate(each.place)[2] for each in loaded.problems] == [row]


def test_many_consents_for_nobody_do_not_hang(school: Callable[..., Loaded]) -> None:
    """A roster with new ids beside an old consent table is checked at once."""
    roster = ROSTER_HEADER + "\n" + "".join(f"new-{n:04},A,B,C,7,O,k-ortiz,2032,active,no,no,,\n" for n in range(300))
    consents = CONSENT_HEADER + "\n" + "".join(f"pupil{n:04},{use},work,no,guardian,2026-08-27,,v1,,g1\n" for n in range(60) for use in ("web", "onsite", "print"))
    loaded = school({"content/office/roster.csv": roster, PATH: consents})
    assert sum(each.code == "CON002" for each in loaded.problems) == 180
