"""A withdrawal closes what was chosen and nothing else, and every other byte of the table stays."""

from __future__ import annotations

import codecs
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.audience.consent import ConsentBook, Decision
from generator.editing import withdrawal
from generator.editing._table import save_table
from generator.editing.withdrawal import record_withdrawal, withdraw_rows
from generator.errors import UsageError
from generator.loading import _csv, _office
from generator.loading.office_alone import load_office
from generator.model.office import ITEMS, USES, RosterRow

DAY = date(2026, 11, 22)
HEADER = "learner_id,use,items,answer,given_by_role,given_on,until,notice_version,withdrawn_on,giver"
LEARNERS = ("ana-r", "ben-k")
DAYS = [DAY + timedelta(days=each) for each in (-400, -30, -1, 0, 1, 30, 200)]
ROSTER = {
    "ana-r": RosterRow.model_validate({"learner_id": "ana-r"}),
    "ben-k": RosterRow.model_validate({"learner_id": "ben-k", "eligible": "yes"}),
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252")
MARKS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


def encode(text: str, encoding: str) -> bytes:
    """Encode a table as a spreadsheet does, with the mark that the encoding wants."""
    return MARKS.get(encoding, b"") + text.encode(encoding)


def decide_all(data: bytes) -> dict[tuple[str, str, str, date], Decision]:
    """Every decision that a table leads to."""
    rows = _csv.parse_table(_csv.decode_table(data), _office.CONSENT_COLUMNS, ("giver",))
    consents, _ = _office.load_consents(rows, "consent.csv", "iso", ROSTER)
    book = ConsentBook(consents, ROSTER)
    return {(who, use, item, day): book.decide(who, item, use, day) for who in LEARNERS for use in USES for item in ITEMS for day in DAYS}


OPTIONAL_DAY = st.one_of(st.just(""), st.sampled_from(DAYS).map(str))
ROWS = st.builds(
    lambda who, use, items, answer, role, given, until, note, withdrawn, giver: [who, use, " ".join(items), answer, role, str(given), until, note, withdrawn if answer == "yes" else "", giver],
    st.sampled_from(LEARNERS), st.sampled_from(USES), st.lists(st.sampled_from([*ITEMS, "Work"]), min_size=1, max_size=5, unique_by=str.lower),
    st.sampled_from(["yes", "yes", "yes", "no"]), st.sampled_from(["guardian", "guardian", "learner", "eligible-student"]), st.sampled_from(DAYS),
    st.sampled_from(["2026-11-21", "2026-11-22", "2027-06-30", ""]), st.sampled_from(["", "v1", "é, \"2\"", " v 2 "]), OPTIONAL_DAY, st.sampled_from(["", "g1", "g2"]),
)


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """Tables as spreadsheets leave them: any separator, encoding, line end, some cells quoted, blank lines, a row cut short."""
    separator, end = draw(st.sampled_from(",;\t")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    always = draw(st.booleans())

    def quote(cell: str) -> str:
        wants = always or separator in cell or '"' in cell or draw(st.integers(0, 9)) == 0
        return '"' + cell.replace('"', '""') + '"' if wants else cell

    lines = [separator.join(f'"{each}"' if always else each for each in HEADER.split(","))]
    for row in draw(st.lists(ROWS, max_size=9)):
        cells = row[:-1] if not row[-1] and draw(st.booleans()) else row
        lines.append(separator.join(map(quote, cells)))
        if draw(st.integers(0, 5)) == 0:
            lines.append(draw(st.sampled_from(["", separator * 9])))
    text = end.join(lines) + end * draw(st.booleans())
    return encode(text, draw(st.sampled_from(ENCODINGS)))


CHOSEN = (st.sampled_from(LEARNERS), st.lists(st.sampled_from(USES), min_size=1, unique=True), st.lists(st.sampled_from(ITEMS), min_size=1, unique=True))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(tables(), *CHOSEN)
def test_it_closes_what_was_chosen_and_nothing_else(data: bytes, who: str, uses: list[str], items: list[str]) -> None:
    """From the day on the answer to what was chosen is no; every other answer, its reason too, is as before."""
    before, after = decide_all(data), decide_all(withdraw_rows(data, who, uses, items, DAY)[0])
    for key, decision in after.items():
        if key[0] == who and key[1] in uses and key[2] in items and key[3] >= DAY:
            assert not decision.allowed
        else:
            assert decision == before[key]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(tables(), *CHOSEN)
def test_it_never_adds_a_yes(data: bytes, who: str, uses: list[str], items: list[str]) -> None:
    """Nothing is allowed afterwards that was not allowed before."""
    before, after = decide_all(data), decide_all(withdraw_rows(data, who, uses, items, DAY)[0])
    assert {key for key, each in after.items() if each.allowed} <= {key for key, each in before.items() if each.allowed}


@settings(max_examples=100, deadline=None, derandomize=True)
@given(tables(), *CHOSEN)
def test_a_second_time_changes_nothing(data: bytes, who: str, uses: list[str], items: list[str]) -> None:
    """The same withdrawal again leaves every byte."""
    once = withdraw_rows(data, who, uses, items, DAY)[0]
    assert withdraw_rows(once, who, uses, items, DAY) == (once, 0, 0)


def split_lines(data: bytes) -> list[str]:
    """The lines of a table with their ends, decoded so that no byte is lost."""
    for encoding in ("utf-16-le", "utf-16-be"):
        if data.startswith(MARKS[encoding]):
            return data.decode(encoding).splitlines(keepends=True)
    return data.decode("latin-1").splitlines(keepends=True)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(tables(), *CHOSEN)
def test_rows_that_are_not_touched_keep_their_bytes(data: bytes, who: str, uses: list[str], items: list[str]) -> None:
    """Lines of another learner, blank lines and the header are there as they were, in their order; of the others only those counted differ."""
    after, changed, added = withdraw_rows(data, who, uses, items, DAY)
    old, new = split_lines(data), split_lines(after)
    assert 0 <= len(new) - len(old) - added <= changed
    strip = [line.rstrip("\r\n") for line in new]
    kept = [line.rstrip("\r\n") for line in old if who not in line]
    assert [line for line in strip if who not in line] == kept
    own = [line.rstrip("\r\n") for line in old if who in line]
    assert sum(line not in strip for line in own) <= changed
    ends = {line[len(line.rstrip("\r\n")):] for line in old} - {""}
    assert {line[len(line.rstrip("\r\n")):] for line in new} - {""} <= (ends or {"\n"})
    if not (changed or added):
        assert after == data


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_row_is_cut_in_two(encoding: str, separator: str, end: str) -> None:
    """The part taken back stands where the row stood, the rest keeps its yes below it, all other cells are as they were typed."""
    row = 'ana-r,web,work  Name voice,yes,guardian,2026-08-27,2027-06-30,"v1",,g1'
    other = "ben-k,web,work,yes,guardian,2026-08-27,2027-06-30,vé,,"
    data = encode(end.join([HEADER, row, other]).replace(",", separator), encoding)
    after, changed, added = withdraw_rows(data, "ana-r", ["web"], ["voice", "name"], DAY)
    gone = 'ana-r,web,Name voice,yes,guardian,2026-08-27,2027-06-30,"v1",2026-11-22,g1'
    rest = 'ana-r,web,work,yes,guardian,2026-08-27,2027-06-30,"v1",,g1'
    assert (after, changed, added) == (encode(end.join([HEADER, gone, rest, other]).replace(",", separator), encoding), 1, 0)


def test_quotes_of_the_file_are_kept() -> None:
    """A file that quotes every cell gets quoted cells, in changed rows and in new ones."""
    head = ",".join(f'"{each}"' for each in HEADER.split(","))
    data = f'{head}\n"ana-r","web","work","yes","guardian","2026-08-27","2027-06-30","","","g1"\n'.encode()
    after = withdraw_rows(data, "ana-r", ["web"], ["work", "face"], DAY)[0].decode().splitlines()
    assert after[1] == '"ana-r","web","work","yes","guardian","2026-08-27","2027-06-30","","2026-11-22","g1"'
    assert after[2] == '"ana-r","web","face","no","guardian","2026-11-22","","","","g1"'


def test_columns_in_any_order_without_the_optional_one() -> None:
    """Cells are found by the header; a table without `giver` gets none."""
    columns = ["Withdrawn On", *HEADER.split(",")[:-2]]
    data = (";".join(columns) + "\n;ana-r;web;work;yes;guardian;2026-08-27;2027-06-30;v1\n").encode()
    after = withdraw_rows(data, "ana-r", ["web"], ["work", "name"], DAY)[0].decode().splitlines()
    assert after[1:] == ["2026-11-22;ana-r;web;work;yes;guardian;2026-08-27;2027-06-30;v1", ";ana-r;web;name;no;guardian;2026-11-22;;"]


def test_days_that_a_spreadsheet_turned_round() -> None:
    """Days are read as the school's `csv_dates` says and written in ISO form."""
    data = f"{HEADER}\nana-r,web,work,yes,guardian,27/08/2026,30/06/2027,v1,,g1\n".encode()
    assert b"27/08/2026,30/06/2027,v1,2026-11-22,g1" in withdraw_rows(data, "ana-r", ["web"], ["work"], DAY, "dmy")[0]


def test_bytes_that_no_letter_has_survive() -> None:
    """A byte that Windows-1252 does not know stays in its row."""
    data = f"{HEADER}\nben-k,web,work,yes,guardian,2026-08-27,2027-06-30,@,,\nana-r,web,work,yes,guardian,2026-08-27,2027-06-30,,,\n".encode().replace(b"@", b"\x81\xe9")
    after = withdraw_rows(data, "ana-r", ["web"], ["work"], DAY)[0]
    assert after.splitlines()[:2] == data.splitlines()[:2] and b"2026-11-22" in after


@pytest.mark.parametrize(("rows", "giver"), [("", ""), ("g1", "g1"), ("g1 g2", "")])
def test_a_refusal_is_written_in_the_name_of_the_only_guardian(rows: str, giver: str) -> None:
    """So that this guardian's next yes lifts it; with several nobody is named."""
    data = "\n".join([HEADER, *(f"ana-r,onsite,work,yes,guardian,2026-08-27,2027-06-30,v1,,{each}" for each in rows.split())]).encode()
    assert withdraw_rows(data, "ana-r", ["web"], ["work"], DAY)[0].decode().splitlines()[-1] == f"ana-r,web,work,no,guardian,2026-11-22,,,,{giver}"


def test_a_row_that_cannot_be_read_stays(school: Path) -> None:
    """It closes the learner already; the refusal beside it holds when the row is mended."""
    row = "ana-r,web,work,maybe,guardian,2026-08-27,2027-06-30,v1,,"
    after, changed, added = withdraw_rows(f"{HEADER}\n{row}\n".encode(), "ana-r", ["web"], ["work"], DAY)
    assert row in after.decode() and (changed, added) == (0, 1)


PATH = "content/office/consent.csv"


def record(school: Path) -> withdrawal.Recorded:
    """Take back everything of the example learner."""
    return record_withdrawal(school, load_office(school), "robin-l", USES, ITEMS, DAY)


def test_it_is_written_whole(school: Path) -> None:
    """The file holds the withdrawal, and nothing else is left beside it."""
    names = sorted(each.name for each in (school / PATH).parent.iterdir())
    assert record(school).changed == 2
    assert "2026-11-22" in (school / PATH).read_text("utf-8").splitlines()[1].split(",")[8]
    assert sorted(each.name for each in (school / PATH).parent.iterdir()) == names


def test_a_missing_table_is_begun(school: Path) -> None:
    """Where nobody has answered yet the file is written with its header and the refusals."""
    (school / PATH).unlink()
    assert record(school).added == len(USES)
    assert (school / PATH).read_text("utf-8").startswith(f"{HEADER}\nrobin-l,families,")


@pytest.mark.parametrize("broken", [b"", b"a,b\n", b"<<<<<<< HEAD\n"])
def test_a_broken_table_is_left_as_it_is(school: Path, broken: bytes) -> None:
    """What cannot be read is not changed, and the sentence says why."""
    (school / PATH).write_bytes(broken)
    with pytest.raises(UsageError, match="cannot be read as it is"):
        record(school)
    assert (school / PATH).read_bytes() == broken


def test_a_save_at_the_same_moment_is_not_lost(school: Path) -> None:
    """Whoever saved while we worked keeps their rows; nothing of ours is written."""
    before = (school / PATH).read_bytes()
    (school / PATH).write_bytes(before + b"\n")
    with pytest.raises(UsageError, match="somebody else"):
        save_table(school, PATH, before, b"ours")
    assert (school / PATH).read_bytes() == before + b"\n"
