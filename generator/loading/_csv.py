"""Tables as spreadsheets save them: any of their encodings and separators, header by name."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.ids import hint_nearest
from generator.loading._text import refuse_conflict_markers, refuse_control_characters
from generator.loading._trouble import Trouble


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file and its cells by column name, stripped; empty cells are left out.

    `surplus` holds what stands beyond the last column: then the cells may be in the wrong columns.
    """

    line: int
    cells: Mapping[str, str]
    surplus: str = ""


def decode_table(data: bytes) -> str:
    """Decode what a spreadsheet saved; raises Trouble SRC001 or SRC007 for what no table holds."""
    text = decode_cells(data)
    refuse_conflict_markers(text)
    refuse_control_characters(text)
    return text


def decode_cells(data: bytes) -> str:
    """Decode UTF-8 with or without BOM, UTF-16, else Windows-1252; line ends become `\\n`."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_table(text: str, needed: Sequence[str], optional: Sequence[str] = (), strict: bool = True) -> list[Row]:
    """Parse a table whose first row that is not blank names the columns.

    Where not `strict`, unknown and doubled columns pass. Separators are comma, semicolon and tab. Raises Trouble SRC019 where a needed column is missing,
    a column is unknown or stands twice, and SRC020 at a quote that is not closed, which would
    swallow the rows below it; nothing is read by position.
    """
    rows = _read_rows(text)
    if not rows:
        raise Trouble("SRC019", "This table is empty.", f"Its first row names the columns: {','.join(needed)}")
    line, header = rows[0]
    names = [_column(cell) for cell in header]
    while names and not names[-1]:
        names.pop()
    _refuse_header(names, needed, optional if strict else names, line)
    if strict:
        _refuse_doubled(names, line)
    found = []
    for number, cells in rows[1:]:
        named = zip(names, (_strip(cell) for cell in cells), strict=False)
        surplus = " ".join(filter(None, (_strip(cell) for cell in cells[len(names):])))
        found.append(Row(number, {name: cell for name, cell in named if cell and name}, surplus))
    return found


def _read_rows(text: str) -> list[tuple[int, list[str]]]:
    """Read the rows that are not blank, each with the line on which it starts."""
    reader = csv.reader(io.StringIO(text), delimiter=_separator(text), strict=True)
    rows, start = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise Trouble(
            "SRC020", f"This row cannot be read: a quote is not closed, or a cell is too long ({error}).",
            "Look for a single \" in this row and delete it.", start,
        ) from error
    return rows


def parse_csv_date(text: str, order: str) -> str:
    """Write a day as a spreadsheet may have left it in ISO form; anything else stays as it is.

    `order` is the school's `csv_dates`: "iso", "dmy" or "mdy", tried after ISO.
    """
    if order == "iso" or re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text
    found = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text)
    if not found:
        return text
    first, second, year = (int(part) for part in found.groups())
    day, month = (first, second) if order == "dmy" else (second, first)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return text


def _separator(text: str) -> str:
    """Guess the separator from the first line that is not blank."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return max(",;\t", key=first.count)


def _strip(cell: str) -> str:
    return cell.replace("\u00a0", " ").strip()


def _column(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", _strip(cell).lower())


def _refuse_header(names: Sequence[str], needed: Sequence[str], optional: Sequence[str], line: int) -> None:
    missing = [name for name in needed if name not in names]
    unknown = [name for name in names if name not in needed and name not in optional]
    if unknown:
        hint = hint_nearest(unknown[0], [*missing, *optional])
        raise Trouble("SRC019", f'We do not know the column "{unknown[0]}".', hint or f"The columns are: {','.join(needed)}", line)
    if missing:
        raise Trouble("SRC019", f'The column "{missing[0]}" is missing.', f"The first row must name: {','.join(needed)}", line)


def _refuse_doubled(names: Sequence[str], line: int) -> None:
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise Trouble("SRC019", f'The column "{twice}" stands twice.', "Keep one of the two.", line)
