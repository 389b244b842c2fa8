"""Adding a row to the office's roster; separator, encoding, line ends and every other row stay."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.editing._write import refuse_links, replace_bytes
from generator.errors import UsageError
from generator.loading import _csv, _office
from generator.loading._text import CSV_MAX, read_bytes
from generator.loading._trouble import Trouble


@dataclass(frozen=True, slots=True)
class _Form:
    """How a table is written: its encoding without the mark, separator and line end."""

    encoding: str
    separator: str
    line_end: str


def add_roster_row(root: Path, path: str, cells: Mapping[str, str]) -> None:
    """Append one learner to the roster, each cell under its column; unknown columns are left empty.

    Raises UsageError where the table cannot be read, holds that learner already, or its encoding
    cannot write the name.
    """
    refuse_links(root, path)
    data = _read(root, path)
    form = _find_form(data)
    text = data.decode(form.encoding)
    columns = _find_columns(text, form)
    row = _render_row([_safe_cell(cells.get(column, "")) for column in columns], form)
    lead = "" if not text or text.endswith(("\n", "\r")) else form.line_end
    try:
        added = (lead + row).encode(form.encoding)
    except UnicodeEncodeError as error:
        raise UsageError(f"{path} is saved in an encoding that cannot write {error.object[error.start : error.end]!r}. Save it as UTF-8 and try again.") from error
    _prove(data + added, path, cells["learner_id"])
    replace_bytes(root, path, data + added)


def _read(root: Path, path: str) -> bytes:
    try:
        data = read_bytes(root / path, CSV_MAX)
        _csv.parse_table(_csv.decode_table(data), _office.ROSTER_COLUMNS, _office.ROSTER_OPTIONAL)
    except Trouble as trouble:
        raise UsageError(f"{path} cannot be read, so no row was added. {trouble.message} {trouble.hint}") from trouble
    return data


def _find_form(data: bytes) -> _Form:
    encoding = _find_encoding(data)
    text = data.decode(encoding)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(",;\t", key=first.count)
    return _Form(encoding, separator, "\r\n" if "\r\n" in text else "\n")


def _find_encoding(data: bytes) -> str:
    """Find the encoding that appended text must have; the mark at the start stays where it is."""
    if data.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _find_columns(text: str, form: _Form) -> list[str]:
    """Read the header's columns as the loader reads them."""
    for cells in csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=form.separator):
        if any(cell.strip() for cell in cells):
            return [_csv._column(cell) for cell in cells]
    return []


def _render_row(cells: list[str], form: _Form) -> str:
    made = io.StringIO()
    csv.writer(made, delimiter=form.separator, lineterminator=form.line_end).writerow(cells)
    return made.getvalue()


def _safe_cell(text: str) -> str:
    """One line, and nothing that a spreadsheet takes for a formula."""
    plain = " ".join(text.split())
    if plain.startswith(("=", "+", "-", "@")):
        raise UsageError(f'"{plain}" would be read as a formula by a spreadsheet. Begin it with a letter.')
    return plain


def _prove(data: bytes, path: str, learner_id: str) -> None:
    """Read the table as it would be: the new row is there once, and no row is in trouble that was not before."""
    rows = _csv.parse_table(_csv.decode_table(data), _office.ROSTER_COLUMNS, _office.ROSTER_OPTIONAL)
    found = [row for row in rows if row.cells.get("learner_id") == learner_id]
    if len(found) > 1:
        raise UsageError(f'{path} has a row for "{learner_id}" already.')
    if not found:
        raise UsageError(f"{path} has a form that no row could be added to. Add the learner there in your spreadsheet.")
