"""Recording that a consent was taken back, in `consent.csv` and nowhere else.

A yes that is touched gets its `withdrawn_on`; a row that is touched in part is cut in two, and the
rest keeps its yes. Where nothing had been answered a no is added, so that the answer is on record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import layout
from generator.editing._table import Table, guard_table, read_table, save_table
from generator.errors import UsageError
from generator.loading import _office
from generator.loading._trouble import Trouble
from generator.model.office import ITEMS, ConsentRow
from generator.model.whole import School

_HEADER = ",".join((*_office.CONSENT_COLUMNS, "giver"))


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of a withdrawal: the file, how many rows were changed in it and how many are new."""

    path: str
    changed: int = 0
    added: int = 0


def record_withdrawal(root: Path, school: School, learner_id: str, uses: Iterable[str], items: Iterable[str], day: date) -> Recorded:
    """Record that these uses of these items are taken back on a day; a second time changes nothing.

    Raises UsageError, with nothing written, where the table cannot be read, was saved by somebody
    else meanwhile or cannot be written.
    """
    path = f"{(school.settings.office or layout.OFFICE).rstrip('/')}/consent.csv"
    with guard_table(root, path):
        before = read_table(root, path)
        try:
            after, changed, added = withdraw_rows(f"{_HEADER}\n".encode() if before is None else before, learner_id, uses, items, day, school.settings.csv_dates)
        except Trouble as trouble:
            raise UsageError(f"{path} cannot be read as it is. {trouble.message} {trouble.hint}".strip()) from trouble
        except UsageError as error:
            raise UsageError(f"{path} was left as it is. {error}") from error
        if changed or added:
            save_table(root, path, before, after)
    return Recorded(path, changed, added)


def withdraw_rows(
    data: bytes, learner_id: str, uses: Iterable[str], items: Iterable[str], day: date, order: str = "iso"
) -> tuple[bytes, int, int]:
    """Take back uses of items in the bytes of a consent table; gives the bytes, rows changed and rows added.

    `order` is the school's `csv_dates`; days are written in ISO form. Rows that cannot be read stay
    as they are: they close the learner already. Raises Trouble where the table cannot be read.
    """
    uses, items = set(uses), set(items)
    table = Table(data, _office.CONSENT_COLUMNS, ("giver",))
    read = [(row, record) for row in table.rows if not row.surplus and (record := _office._read_consent(row, "", order, []))]
    own = [(row, record) for row, record in read if record.learner_id == learner_id]
    changed = 0
    for row, record in own:
        if record.use in uses and items & set(record.items) and _holds(record, day):
            _take_back(table, row.line, row.cells["items"].split(), items, day)
            changed += 1
    added = 0
    giver = _find_giver(record for _, record in own)
    for use in sorted(uses, key=_office_order):
        answered = {item for _, record in own if record.use == use and record.given_on <= day for item in record.items}
        silent = [item for item in ITEMS if item in items - answered]
        if silent:
            table.append({"learner_id": learner_id, "use": use, "items": " ".join(silent), "answer": "no", "given_by_role": "guardian", "given_on": day.isoformat(), "giver": giver})
            added += 1
    return table.render(), changed, added


def _holds(record: ConsentRow, day: date) -> bool:
    """Tell whether a row is a yes that nobody has taken back by a day, one that has run out or is to come included."""
    return record.answer == "yes" and (record.withdrawn_on is None or record.withdrawn_on > day)


def _take_back(table: Table, line: int, words: list[str], items: set[str], day: date) -> None:
    """Write the day into a row; where it holds other items too, those go on in a row of their own below."""
    rest = [word for word in words if word.lower() not in items]
    if not rest:
        table.change(line, {"withdrawn_on": day.isoformat()})
        return
    gone = [word for word in words if word.lower() in items]
    table.split(line, {"items": " ".join(gone), "withdrawn_on": day.isoformat()}, {"items": " ".join(rest)})


def _find_giver(records: Iterable[ConsentRow]) -> str:
    """The guardian who has answered so far, if it is one alone: their next yes can then lift the no."""
    givers = {record.giver for record in records if record.given_by_role == "guardian"}
    return givers.pop() if len(givers) == 1 else ""


def _office_order(use: str) -> tuple[int, str]:
    """The order of uses in FORMATS section 2."""
    known = ("families", "onsite", "print", "web", "web-indexed", "press")
    return (known.index(use) if use in known else len(known), use)
