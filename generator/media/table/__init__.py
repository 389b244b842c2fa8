"""Tables: CSV however a spreadsheet saved it, shown as escaped text cell by cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from generator.media._files import read_whole
from generator.media._limits import MB
from generator.media._problem import UnreadableMedium
from generator.media._text import WORDS_MAX, decode_text, is_text
from generator.model.medium import MediumFacts

KIND = "table"
TITLE = "Table"
SUFFIXES = (".csv", ".tsv")
PUBLISHABLE = True
NEEDS_ALT = False
NEEDS_CAPTIONS = False
NEEDS_TRANSCRIPT = False
LIMITS = {"bytes": 5 * MB}
SHRINK = "Add the rows that matter."
EXPORT = "Open it in a spreadsheet, save it as CSV, and add that instead."

ROWS_MAX, COLUMNS_MAX = 500, 50
_EXCERPT_ROWS, _CELL_MAX = 5, 40
_DELIMITERS = ",;\t|"


def matches(head: bytes, suffix: str) -> bool:
    """Whether a file with one of the endings holds text."""
    return suffix in SUFFIXES and is_text(head)


def read_facts(path: Path) -> MediumFacts:
    """Rows that are not blank, the header among them, and the first ones as lines of text."""
    data = read_whole(path, LIMITS["bytes"])
    first: list[list[str]] = []
    count = 0
    for row in _parse_rows(decode_text(data)):
        count += 1
        if count <= _EXCERPT_ROWS:
            first.append(row)
    lines = (", ".join(" ".join(cell.split())[:_CELL_MAX] for cell in row[:12]) for row in first)
    return MediumFacts(KIND, len(data), count=count, excerpt="\n".join(lines))


def read_words(path: Path, facts: MediumFacts) -> list[list[str]]:
    """At most 500 rows of at most 50 cells, of the first 200,000 characters; still to be escaped."""
    text = decode_text(read_whole(path, LIMITS["bytes"]))[:WORDS_MAX]
    return [row[:COLUMNS_MAX] for row in islice(_parse_rows(text), ROWS_MAX)]


def _parse_rows(text: str) -> Iterator[list[str]]:
    """The rows that are not blank; raises `UnreadableMedium` where quoting makes no sense."""
    first, _, rest = text.partition("\n")
    told = first.strip().lower()
    if told.startswith("sep=") and len(told) == 5:  # Excel's own first line
        delimiter, text = told[4], rest
    else:
        delimiter = _find_delimiter(text)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(cell.strip() for cell in row):
                yield row
    except csv.Error as error:
        raise UnreadableMedium("The table's quotation marks do not close.", EXPORT) from error


def _find_delimiter(text: str) -> str:
    """The sign between cells: the one that cuts the first rows into the same number of cells."""

    def rate(sign: str) -> tuple[int, int]:
        sample = io.StringIO(text[:8_000], newline="")
        try:
            widths = [len(row) for row in islice(csv.reader(sample, delimiter=sign), 20) if row]
        except csv.Error:
            return 0, 0
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=0)
        return (widths.count(usual) if usual > 1 else 0), usual

    return max(_DELIMITERS, key=rate)
