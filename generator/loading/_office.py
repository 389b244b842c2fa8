"""The office's tables: roster, staff, consent and approvals.

What cannot be read here is never read as leave: a consent row that we do not understand may be
somebody's withdrawal, so it closes whoever it could mean (FORMATS section 2, threat C1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.findings import Place, Problem
from generator.ids import find_nearest
from generator.loading import _csv
from generator.loading._records import explain_cell
from generator.loading._text import CSV_MAX, read_bytes
from generator.loading._trouble import Trouble
from generator.model._base import Record
from generator.model.office import ApprovalRow, ConsentRow, Consents, RosterRow, StaffRow

R = TypeVar("R", bound=Record)

ROSTER_COLUMNS = ("learner_id", "given_name", "family_name", "display_name", "grade", "group", "adviser", "cohort_year", "status", "never_publish")
ROSTER_OPTIONAL = ("eligible", "pseudonym", "family_edition_name")
STAFF_COLUMNS = ("staff_id", "name", "role", "email", "active")
CONSENT_COLUMNS = ("learner_id", "use", "items", "answer", "given_by_role", "given_on", "until", "notice_version", "withdrawn_on")
APPROVAL_COLUMNS = ("item", "edition", "revision", "approved_by", "approved_on")


def load_rows(root: Path, name: str, columns: Sequence[str], optional: Sequence[str] = ()) -> list[_csv.Row]:
    """Load the rows of one table; raises Trouble where the file as a whole cannot be read."""
    return _csv.parse_table(_csv.decode_table(read_bytes(root / name, CSV_MAX)), columns, optional)


def load_roster(rows: Iterable[_csv.Row], path: str) -> tuple[dict[str, RosterRow], list[Problem]]:
    """Load the learners of the school; a row that cannot be read, or an id that stands twice, is left out."""
    problems: list[Problem] = []
    found: dict[str, tuple[int, RosterRow]] = {}
    twice: set[str] = set()
    for line, row in _load_records(RosterRow, rows, path, problems):
        if row.learner_id in found:
            twice.add(row.learner_id)
            first = found[row.learner_id][0]
            problems.append(Problem(
                "LRN001", f'"{row.learner_id}" stands here and already in line {first}; an id belongs to one learner.',
                "Give one of the two another id, and rename their folder too.", Place(path, (), line, 1), row.learner_id,
            ))
        found[row.learner_id] = (line, row)
    return {learner_id: row for learner_id, (_, row) in sorted(found.items()) if learner_id not in twice}, problems


def load_staff(rows: Iterable[_csv.Row], path: str) -> tuple[dict[str, StaffRow], list[Problem]]:
    """Load the adults of the school by id."""
    problems: list[Problem] = []
    return {row.staff_id: row for _, row in _load_records(StaffRow, rows, path, problems)}, problems


def load_approvals(rows: Iterable[_csv.Row], path: str, order: str) -> tuple[tuple[ApprovalRow, ...], list[Problem]]:
    """Load the approvals; one that cannot be read approves nothing."""
    problems: list[Problem] = []
    dated = (_with_dates(row, ("approved_on",), order) for row in rows)
    return tuple(row for _, row in _load_records(ApprovalRow, dated, path, problems)), problems


def load_consents(rows: Iterable[_csv.Row], path: str, order: str, roster: Mapping[str, Any] | None) -> tuple[Consents, list[Problem]]:
    """Load the consents; rows that cannot be read or that name nobody close whoever they could mean.

    Without a roster (None, it could not be read) nobody can be missing from it.
    """
    problems: list[Problem] = []
    read: list[ConsentRow] = []
    closed: set[str] = set()
    near: dict[str, tuple[str, ...]] = {}
    for row in rows:
        learner_id = row.cells.get("learner_id", "")
        record = _read_consent(row, path, order, problems)
        if roster is not None and learner_id not in roster:
            if learner_id not in near:
                near[learner_id] = find_nearest(learner_id, roster)
            problems.append(_consent_for_nobody(learner_id, row.line, path, near[learner_id]))
            if record is None or record.answer == "no" or record.withdrawn_on is not None:
                closed.update(_look_alikes(learner_id, roster))
        elif record is None:
            closed.add(learner_id)
        else:
            read.append(record)
    return Consents(rows=tuple(read), closed=frozenset(closed)), problems


def _read_consent(row: _csv.Row, path: str, order: str, problems: list[Problem]) -> ConsentRow | None:
    cells: dict[str, Any] = dict(_with_dates(row, ("given_on", "until", "withdrawn_on"), order).cells)
    cells["items"] = tuple(cells.get("items", "").lower().split())
    for key in ("use", "answer", "given_by_role"):
        cells[key] = cells.get(key, "").lower()
    learner_id = cells.get("learner_id")
    record = _read_row(ConsentRow, _csv.Row(row.line, cells, row.surplus), path, problems, "CON001")
    if record is not None and re.match(r"\d{1,4}[./-]\d", record.giver):
        problems.append(_row_problem("CON001", path, row.line, f'The giver is "{record.giver}", which looks like a day: the cells may be in the wrong columns.', "Put each cell below its own heading.", learner_id))
        return None
    if record is not None and not record.items:
        problems.append(_row_problem("CON001", path, row.line, "This row names no items, so we do not know what was allowed or refused.", "Write some of: work name face voice words", learner_id))
        return None
    if record is not None and record.answer == "yes" and record.until is None:
        problems.append(_row_problem("CON001", path, row.line, "A yes needs a last day, and `until` is empty.", "Write the last day on which this yes holds, for instance 2027-06-30.", learner_id))
        return None
    return record


def _consent_for_nobody(learner_id: str, line: int, path: str, near: tuple[str, ...]) -> Problem:
    hint = f"Did you mean {' or '.join(near)}? Put the id right, or delete the row." if near else "Put the id right, or delete the row."
    return Problem("CON002", f'This consent names "{learner_id}", and nobody in the roster has that id.', hint, Place(path, (), line, 1), near[0] if near else None)


_LOOK_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "|": "l", "_": "-", " ": "-", "\u2013": "-"})


def _look_alikes(learner_id: str, roster: Iterable[str]) -> Iterator[str]:
    """List roster ids that a mistyped id could mean: by case, by look-alikes, by one character."""
    plain = learner_id.casefold().translate(_LOOK_ALIKE).replace("rn", "m")
    for known in roster:
        other = known.translate(_LOOK_ALIKE).replace("rn", "m")
        if plain == other or _one_apart(plain, other) or _one_apart(learner_id.casefold(), known):
            yield known


def _one_apart(one: str, other: str) -> bool:
    """Tell whether one insertion, deletion, change or swap turns one word into the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (len(a) > 1 and a[0:2] == b[1::-1] and a[2:] == b[2:])


def _with_dates(row: _csv.Row, columns: Sequence[str], order: str) -> _csv.Row:
    dated = {column: _csv.parse_csv_date(row.cells[column], order) for column in columns if column in row.cells}
    return _csv.Row(row.line, {**row.cells, **dated})


def _load_records(model: type[R], rows: Iterable[_csv.Row], path: str, problems: list[Problem]) -> Iterator[tuple[int, R]]:
    for row in rows:
        record = _read_row(model, row, path, problems, "SRC020")
        if record is not None:
            yield row.line, record


def _read_row(model: type[R], row: _csv.Row, path: str, problems: list[Problem], code: str) -> R | None:
    if row.surplus:
        problems.append(_row_problem(code, path, row.line, f'"{_shorten(row.surplus)}" stands beyond the last column, so the cells before it may be in the wrong ones.', "Put a text that holds a separator in double quotes, or empty the cells at the end.", row.cells.get("learner_id")))
        return None
    try:
        return model.model_validate(dict(row.cells))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        message, hint = explain_cell(model, first)
        learner_id = row.cells.get("learner_id")
        problems.append(Problem(code, message, hint, Place(path, (), row.line, 1), str(learner_id) if learner_id else None))
        return None


def _row_problem(code: str, path: str, line: int, message: str, hint: str, learner_id: str | None = None) -> Problem:
    return Problem(code, message, hint, Place(path, (), line, 1), learner_id)


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}…"


def salvage_refusals(path: Path, order: str) -> Consents:
    """Read what can be read of a broken consent table, for its refusals and withdrawals alone.

    A file with conflict markers holds both sides; a no on either side counts.
    """
    try:
        lines = _csv.decode_cells(read_bytes(path, CSV_MAX)).split("\n")
        plain = [line for line in lines if line.strip() and not line.lstrip().startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||"))]
        rows = [row for line in plain[1:] for row in _salvage_row(plain[0], line)]
    except Trouble:
        return Consents(broken=True)
    read = (_read_consent(row, "", order, []) for row in rows if "learner_id" in row.cells)
    return Consents(rows=tuple(row for row in read if row and (row.answer == "no" or row.withdrawn_on)), broken=True)


def _salvage_row(header: str, line: str) -> list[_csv.Row]:
    """Read one line of a broken table by itself, so that a quote that is not closed swallows no other.

    Columns that we do not know are passed over.
    """
    try:
        rows = _csv.parse_table(f"{header}\n{line}", ("learner_id",), (), strict=False)
    except Trouble:
        rows = _csv.parse_table(f"{header}\n{line}".replace('"', ""), ("learner_id",), (), strict=False)
    return [_csv.Row(row.line, {name: cell for name, cell in row.cells.items() if name in ConsentRow.model_fields}) for row in rows]


def refuse_swallowed_rows(rows: Iterable[_csv.Row]) -> None:
    """Raise Trouble SRC020 where a cell spans lines: two stray quotes have swallowed the rows between them."""
    for row in rows:
        if any("\n" in cell for cell in (*row.cells.values(), row.surplus)):
            raise Trouble("SRC020", "A cell of this row goes on over several lines, and so it may have swallowed other rows.", 'Look for a stray " in this row and delete it.', row.line)


def refuse_broken_consents(error: Trouble) -> Trouble:
    """Turn trouble with the consent table as a whole into the finding that stops every edition but staff."""
    return Trouble("CON003", f"{error.message} Until this is mended nothing is published.", error.hint, error.line)
