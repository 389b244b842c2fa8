"""From a problem to a finding: name and severity from its rule, line and column from the file."""

from __future__ import annotations

import csv
import re
from itertools import count
from typing import Protocol

from generator.checks._rule import Rule
from generator.findings import Finding, Place, Problem

_BLANK_ROWS = 50
"""So many empty lines in a row end a table: spreadsheets leave a few."""


class Sources(Protocol):
    """What turns a place into line, column and the text of the line: the loading room's `SourceMap`."""

    def locate(self, place: Place) -> tuple[int, int, str]:
        """Give line and column, from 1, and the line itself; (1, 1, "") where there is none."""


def locate_finding(problem: Problem, rule: Rule, sources: Sources) -> Finding:
    """Join a problem with its rule and its place in the file."""
    place = problem.place
    if place.path.endswith(".csv") and place.line is None and place.field:
        place = _find_cell(place, sources)
    line, column, source = sources.locate(place)
    return Finding(
        path=problem.place.path, line=line, column=column, code=problem.code, name=rule.name, severity=rule.severity,
        message=problem.message, hint=problem.hint, learner_id=problem.learner_id or "", source_line=source,
    )


def _find_cell(place: Place, sources: Sources) -> Place:
    """Find the row of a table that holds all words of a field but the last, which names the column."""
    *words, column = map(str, place.field)
    header = _read_row(sources, place.path, 1)
    blank = 0
    for line in count(2):
        row = _read_row(sources, place.path, line)
        blank = 0 if any(row) else blank + 1
        if blank > _BLANK_ROWS:
            return place
        if row and all(word in row for word in words):
            return Place(place.path, (), line, _find_column(sources, place.path, line, header, column))
    return place


def _read_row(sources: Sources, path: str, line: int) -> list[str]:
    text = sources.locate(Place(path, (), line, 1))[2]
    return [cell.strip() for cell in next(csv.reader([text], delimiter=_delimiter(text)), [])]


def _delimiter(text: str) -> str:
    return max(",;\t", key=text.count)


def _find_column(sources: Sources, path: str, line: int, header: list[str], column: str) -> int:
    """Give the column of the text where a cell begins, from 1; 1 where the header does not have it."""
    if column not in header:
        return 1
    text = sources.locate(Place(path, (), line, 1))[2]
    starts = [1, *(match.end() + 1 for match in re.finditer(re.escape(_delimiter(text)), text))]
    index = header.index(column)
    return starts[index] if index < len(starts) else 1
