"""A table of the office as it stands on disk, changed cell by cell: every other byte stays.

The loader refuses a cell that goes on over lines, so a row is a line. Cells that are not touched
keep their quotes; a line that is not touched keeps its bytes, its line end included.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator import layout
from generator.editing._write import refuse_links, replace_bytes, write_new
from generator.editing.roster import _find_encoding
from generator.errors import UsageError
from generator.loading import _csv
from generator.loading._office import refuse_swallowed_rows
from generator.loading._text import CSV_MAX, read_bytes
from generator.loading._trouble import Trouble
from generator.site.lock import take_lock


class Table:
    """The lines of a table; `rows` are those the loader sees, `line` of a row counts from 1.

    Raises Trouble where the loader would, and UsageError where bytes could not be written back.
    """

    def __init__(self, data: bytes, needed: Sequence[str], optional: Sequence[str] = ()) -> None:
        self.rows = _csv.parse_table(_csv.decode_table(data), needed, optional)
        refuse_swallowed_rows(self.rows)
        self.encoding = _find_encoding(data)
        try:
            text = data.decode(self.encoding, "surrogateescape")
            same = text.encode(self.encoding, "surrogateescape") == data
        except UnicodeError:
            same = False
        if not same:
            raise UsageError("It holds bytes that belong to no letter. Save it again with the encoding UTF-8.")
        self.lines = list(io.StringIO(text, newline=""))
        head = next(line for line in self.lines if line.lstrip("\ufeff").strip())
        self.separator = max(",;\t", key=head.count)
        self.line_end = _end_of(head) or "\n"
        raw = self._split(head.lstrip("\ufeff"))
        self.columns = [_csv._column(_unquote(cell)) for cell in raw]
        self.quotes = all(cell.startswith('"') for cell in raw)

    def change(self, line: int, cells: Mapping[str, str]) -> None:
        """Put other words into some cells of a row."""
        self.lines[line - 1] = self._edit(self.lines[line - 1], cells)

    def split(self, line: int, above: Mapping[str, str], below: Mapping[str, str]) -> None:
        """Make two rows of one: the first with some cells changed, a second below it with others."""
        whole = self.lines[line - 1]
        first = self._edit(whole, above)
        self.lines[line - 1] = f"{first if _end_of(first) else first + self.line_end}{self._edit(whole, below)}"

    def append(self, cells: Mapping[str, str]) -> None:
        """Add a row at the end, each cell below its column."""
        if self.lines and not _end_of(self.lines[-1]):
            self.lines[-1] += self.line_end
        row = self.separator.join(self._quote(cells.get(column, ""), self.quotes) for column in self.columns)
        self.lines.append(f"{row}{self.line_end}")

    def render(self) -> bytes:
        """Give the bytes of the table as it is now. Raises UsageError for letters its encoding lacks."""
        try:
            return "".join(self.lines).encode(self.encoding, "surrogateescape")
        except UnicodeEncodeError as error:
            raise UsageError(f"Its encoding cannot write {error.object[error.start : error.end]!r}. Save it as UTF-8 and try again.") from error

    def _edit(self, line: str, cells: Mapping[str, str]) -> str:
        end = _end_of(line)
        raw = self._split(line)
        raw += [self._quote("", self.quotes)] * (max(map(self.columns.index, cells)) + 1 - len(raw))
        for column, text in cells.items():
            at = self.columns.index(column)
            raw[at] = self._quote(text, raw[at].startswith('"'))
        return self.separator.join(raw) + end

    def _split(self, line: str) -> list[str]:
        """Cut a line into its cells as they are written, quotes and blanks included."""
        body = line.removesuffix(_end_of(line))
        cell = re.compile(rf'("(?:[^"]|"")*"|[^{self.separator}]*)({self.separator}|\Z)')
        found, at = [], 0
        while match := cell.match(body, at):
            found.append(match[1])
            at = match.end()
            if not match[2]:
                break
        if [_unquote(each) for each in found] != next(csv.reader([body], delimiter=self.separator), [""]):
            raise UsageError(f"This row has a form that cannot be changed safely: {body[:60]}")
        return found

    def _quote(self, text: str, always: bool) -> str:
        if always or any(each in text for each in (self.separator, '"')):
            return '"' + text.replace('"', '""') + '"'
        return text


def _unquote(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell


def _end_of(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


@contextmanager
def guard_table(root: Path, path: str) -> Iterator[None]:
    """Let one run at a time change a table. Raises OutputError naming the other's process."""
    refuse_links(root, path)
    lock = take_lock(root / layout.WORK / "locks" / "office.lock", root / path)
    try:
        yield
    finally:
        lock.release()


def read_table(root: Path, path: str) -> bytes | None:
    """Read a table; None where there is none. Raises UsageError where it cannot be read."""
    if not (root / path).exists():
        return None
    try:
        return read_bytes(root / path, CSV_MAX)
    except Trouble as trouble:
        raise UsageError(f"{path} cannot be read. {trouble.message} {trouble.hint}") from trouble


def save_table(root: Path, path: str, before: bytes | None, after: bytes) -> None:
    """Put a changed table in place, unless somebody else has saved it since it was read.

    `before` is what `read_table` gave. Raises UsageError, with nothing written, where it is another now.
    """
    if read_table(root, path) != before:
        raise UsageError(f"{path} was saved by somebody else at the same moment, so nothing was written. Run this again.")
    if before is None:
        write_new(root, path, after)
    elif after != before:
        replace_bytes(root, path, after)
