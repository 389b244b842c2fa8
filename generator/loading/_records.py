"""From a tree to a record: what does not fit is a problem, and the smallest unit is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.findings import Field, Place, Problem
from generator.ids import hint_nearest
from generator.loading._trouble import Trouble
from generator.loading._yaml import Parsed, Spot, Tree
from generator.model._base import Record
from generator.model.units import Unit, unit_of

R = TypeVar("R", bound=Record)

PROBLEMS_MAX = 100
"""Misfits of one record that are spelled out: a scrambled file has thousands, and nobody reads them."""


@dataclass(frozen=True, slots=True)
class Read:
    """A record as far as it could be read.

    `record` is None where the whole record is held back. `dropped` says which entries of which
    list were left out, by their position in the file.
    """

    record: Any
    problems: tuple[Problem, ...] = ()
    dropped: tuple[Unit, ...] = ()


def read_record(model: type[Record], parsed: Parsed, path: str, learner_id: str | None = None) -> Read:
    """Read one record from a parsed file; never raises on what was written in it."""
    slips = [slip.at(path, learner_id) for slip in parsed.slips]
    if not isinstance(parsed.tree, dict):
        found = "is empty" if parsed.tree is None else "holds a list" if isinstance(parsed.tree, list) else "holds one piece of text"
        shape = Trouble("SRC010", f"This file {found}; lines of the form key: value were expected.", "Start from the example that `exhibit new` writes.")
        return Read(None, (*slips, shape.at(path, learner_id)))
    held = {unit_of(model, slip.field) for slip in parsed.slips if slip.code != "SRC018"}
    return _validate(model, parsed.tree, parsed.spot, path, learner_id, slips, held)


def read_records(model: type[Record], parsed: Parsed, path: str, learner_id: str | None = None) -> Read:
    """Read a file that is a list of records; `record` is the tuple of those that could be read."""
    slips = [slip.at(path, learner_id) for slip in parsed.slips]
    if parsed.tree is None:
        return Read((), tuple(slips))
    if not isinstance(parsed.tree, list):
        shape = Trouble("SRC010", "This file holds a map; a list was expected, each entry starting with a dash.", "Begin every entry with - and indent what belongs to it.")
        return Read((), (*slips, shape.at(path, learner_id)))
    bad = {slip.field[0] for slip in parsed.slips if slip.code != "SRC018" and slip.field}
    records, problems, dropped = [], list(slips), []
    for index, tree in enumerate(parsed.tree):
        read = _validate_entry(model, tree, parsed.spot.children[index], path, learner_id, index)
        problems.extend(read.problems)
        if read.record is None or index in bad:
            dropped.append(("", index))
        else:
            records.append(read.record)
    return Read(tuple(records), tuple(problems), tuple(dropped))


def _validate_entry(model: type[Record], tree: Tree, spot: Spot, path: str, learner_id: str | None, index: int) -> Read:
    if not isinstance(tree, dict):
        place = Place(path, (index,), spot.line, spot.column)
        return Read(None, (Problem("SRC010", "This entry is not made of key: value lines.", "Write each key on a line of its own below the dash.", place, learner_id),))
    read = _validate(model, tree, spot, path, learner_id, [], set())
    moved = tuple(
        Problem(each.code, each.message, each.hint, Place(path, (index, *each.place.field), each.place.line, each.place.column), learner_id)
        for each in read.problems
    )
    return Read(None if read.dropped or read.record is None else read.record, moved)


def _validate(
    model: type[Record],
    tree: dict[str, Tree],
    spot: Spot,
    path: str,
    learner_id: str | None,
    problems: list[Problem],
    held: set[Unit | None],
) -> Read:
    """Validate, leave out the units that do not fit, and validate what remains."""
    try:
        record = model.model_validate(tree)
        if not held:
            return Read(record, tuple(problems))
    except ValidationError as error:
        found = error.errors(include_url=False)
        problems.extend(_explain(model, each, spot, path, learner_id) for each in found[:PROBLEMS_MAX])
        held.update(unit_of(model, each["loc"]) for each in found)
    if None in held:
        return Read(None, tuple(problems))
    units = tuple(sorted(unit for unit in held if unit))
    try:
        record = model.model_validate(_without(tree, units))
    except ValidationError as error:
        known = {problem.place.field for problem in problems}
        more = [_explain(model, each, spot, path, learner_id) for each in error.errors(include_url=False)]
        return Read(None, (*problems, *(each for each in more if each.place.field not in known)))
    return Read(record, tuple(problems), units)


def _without(tree: dict[str, Tree], units: Iterable[Unit]) -> dict[str, Tree]:
    """Copy a tree without some entries of its lists."""
    left = dict(tree)
    gone: dict[str, set[int]] = {}
    for name, index in units:
        gone.setdefault(name, set()).add(index)
    for name, indexes in gone.items():
        entries = left.get(name)
        if isinstance(entries, list):
            left[name] = [entry for index, entry in enumerate(entries) if index not in indexes]
    return left


def _explain(model: type[Record], error: Any, spot: Spot, path: str, learner_id: str | None) -> Problem:
    """Say what pydantic found in the words of this field."""
    way: Field = tuple(part for part in error["loc"] if part != "[key]")
    kind, given = error["type"], error.get("input")
    unknown = kind == "extra_forbidden"
    line, column = find_spot(spot, way, on_key=unknown)
    key = next((part for part in reversed(way) if isinstance(part, str)), "this file")
    code, message, hint = _word(model, kind, key, way, given, error.get("ctx") or {})
    return Problem(code, message, hint, Place(path, way, line, column, unknown), learner_id)


def find_spot(spot: Spot, way: Field, on_key: bool = False) -> tuple[int, int]:
    """Find line and column of a value; where it is missing, those of the nearest thing around it."""
    here = spot
    for depth, part in enumerate(way):
        child = here.children.get(part)
        if child is None:
            return here.line, here.column
        here = child
        if on_key and depth == len(way) - 1:
            return here.key_line or here.line, here.key_column or here.column
    return here.line, here.column


def _word(model: type[Record], kind: str, key: str, way: Field, given: object, ctx: dict[str, Any]) -> tuple[str, str, str]:
    """Give code, message and hint for one kind of misfit."""
    said = f'"{_short(given)}"' if isinstance(given, str) else _shape(given)
    key = _short(key)
    if kind == "extra_forbidden":
        return _word_unknown_key(key, sorted(_known_keys(model, way[:-1])), given)
    if kind == "missing":
        return "SRC009", f'"{key}" is missing here.', f"Add a line: {key}: …"
    if kind == "literal_error":
        allowed = [word.strip(" '") for word in ctx["expected"].replace(" or ", ",").split(",")]
        near = hint_nearest(given, allowed) if isinstance(given, str) else ""
        return "SRC011", f'"{key}" says {said}; one of these words was expected: {", ".join(allowed)}.', near or f"Write {key}: {allowed[0]}, or another of these words."
    if kind in _TYPES:
        code, expected, hint = _TYPES[kind]
        fix = ctx.get("suggestion")
        return code, f'"{key}" is {said}; {expected} was expected.', f"Write {fix}" if fix else hint
    if kind in ("list_type", "tuple_type"):
        return "SRC010", f'"{key}" is {said}; a list was expected.', f"Write {key}: and below it each entry on a line of its own that begins with a dash."
    return "SRC010", f'"{key}" is {said}, which does not fit here.', f"Write {key}: and below it lines of the form key: value."


def _word_unknown_key(key: str, known: list[str], given: object) -> tuple[str, str, str]:
    """Tell a key that is misspelled from a sentence that its colon cut in two."""
    near = hint_nearest(key.replace(" ", "_"), [each for each in known if " " not in key or "_" in each])
    if not near and " " in key and isinstance(given, str | None):
        whole = f"{key}: {_short(given or '')}".strip().replace('"', "'")
        return "SRC016", f'There is a colon after "{key}", and YAML takes what stands before a colon for a key.', f'If it is a sentence, put it in quotes: "{whole}"'
    return "SRC008", f'We do not know the key "{key}" here.', near or (f"Known here: {', '.join(known)}." if known else "Take the line away.")


_TYPES = {
    "text": ("SRC010", "text", "Write the words behind the colon, or below it, indented, after a |."),
    "line": ("SRC010", "a short text", "Write the words behind the colon, on the same line."),
    "day": ("SRC012", "a day", "Write it as year-month-day, for instance 2026-10-03."),
    "moment": ("SRC012", "a day with a time", "Write it as 2026-11-12T17:20."),
    "yes": ("SRC026", "yes or no", "Write yes or no."),
    "count": ("SRC026", "a whole number", "Write a number without letters, for instance 25."),
    "number": ("SRC026", "a number", "Write a number, for instance 0.7."),
    "id": ("SRC013", "an id", "Use small letters a to z, figures and single hyphens, at most 64 characters."),
    "reference": ("SRC013", "an id, or ids joined by /", "Use small letters a to z, figures, single hyphens and /."),
    "public_id": ("SRC013", "a public id of 6 to 16 letters and figures", "Run `exhibit ids`, which writes one for you."),
}


def _known_keys(model: type[Record], way: Field) -> set[str]:
    """List the keys that a record, or a part of it, may have."""
    here: Any = model
    for part in way:
        if isinstance(part, int):
            continue
        fields = {(info.alias or name): info for name, info in here.model_fields.items()}
        info = fields.get(part)
        found = _record_in(info.annotation) if info else None
        if found is None:
            return set()
        here = found
    return {info.alias or name for name, info in here.model_fields.items()}


def _record_in(annotation: Any) -> type[Record] | None:
    """Find the record type inside an annotation such as `tuple[Draft, ...]` or `Label | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    inner = getattr(annotation, "__args__", ())
    return next((found for each in inner if (found := _record_in(each))), None)


def _shape(given: object) -> str:
    return {dict: "a group of key: value lines", list: "a list", type(None): "empty", tuple: "a list"}.get(type(given), "something else")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "…"


def explain_cell(model: type[Record], error: Any) -> tuple[str, str]:
    """Say what does not fit in a cell of a table: message and hint."""
    way: Field = error["loc"]
    key = next((part for part in way if isinstance(part, str)), "row")
    _, message, hint = _word(model, error["type"], key, way, error.get("input"), error.get("ctx") or {})
    return message, hint
