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
    """One row: its line in the file and its cells by column name, stripped; empty cells are left out."""

    line: int
    cells: Mapping[str, str]


def decode_table(data: bytes) -> str:
    """Decode what a spreadsheet saved: UTF-8 with or without BOM, UTF-16, else Windows-1252."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_conflict_markers(text)
    refuse_control_characters(text)
    return text


def parse_table(text: str, needed: Sequence[str], optional: Sequence[str] = (), strict: bool = True) -> list[Row]:
    """Parse a table whose first row that is not blank names the columns.

    Where not `strict`, unknown and doubled columns pass. Separators are comma, semicolon and tab. Raises Trouble SRC019 where a needed column is missing,
    a column is unknown or stands twice; nothing is read by position.
    """
    reader = csv.reader(io.StringIO(text), delimiter=_separator(text), strict=False)
    rows = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    if not rows:
        raise Trouble("SRC019", "This table is empty.", f"Its first row names the columns: {','.join(needed)}")
    line, header = rows[0]
    names = [_column(cell) for cell in header]
    while names and not names[-1]:
        names.pop()
    _refuse_header(names, needed, optional if strict else names, line)
    found = []
    for number, cells in rows[1:]:
        named = zip(names, (_strip(cell) for cell in cells), strict=False)
        found.append(Row(number, {name: cell for name, cell in named if cell}))
    return found


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
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice and twice not in optional:
        raise Trouble("SRC019", f'The column "{twice}" stands twice.', "Keep one of the two.", line)
