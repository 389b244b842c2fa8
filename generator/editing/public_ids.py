"""Public ids: written where one is missing, and renewed when asked, with every other byte left as it was."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import layout
from generator.editing._write import refuse_links, replace_bytes
from generator.editing.place import refuse_elsewhere
from generator.errors import UsageError
from generator.ids import hint_nearest, is_public_id, new_public_id
from generator.loading._text import decode_text, read_bytes
from generator.loading._trouble import Trouble
from generator.loading._yaml import Parsed, parse_yaml

KEY = "public_id"


@dataclass(frozen=True, slots=True)
class Written:
    """An id that was written: the record's path, the new id, and the old one or ""."""

    path: str
    public_id: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Ids:
    """What came of writing ids: those written, and records that could not be read, with the reason."""

    written: tuple[Written, ...]
    unreadable: tuple[tuple[str, str], ...] = ()


def write_missing_ids(root: Path) -> Ids:
    """Write an id into every profile and artifact that has none; pointers get none (FORMATS section 2)."""
    refuse_elsewhere(root)
    trees, unreadable = _read_all(root)
    taken = {found for parsed in trees.values() if (found := _find_id(parsed))}
    written = []
    for path, parsed in trees.items():
        if not isinstance(parsed.tree, dict) or not parsed.tree or "shared_from" in parsed.tree or _find_id(parsed):
            continue
        public_id = new_public_id(taken)
        taken.add(public_id)
        try:
            _put(root, path, parsed, public_id)
            written.append(Written(path, public_id))
        except (Trouble, UsageError) as error:
            unreadable.append((path, str(error)))
    return Ids(tuple(written), tuple(unreadable))


def renew_id(root: Path, path: str) -> Written:
    """Give one record a new id; the old address is gone then. Raises UsageError for what is no such record."""
    refuse_elsewhere(root)
    name = _find_record(root, path)
    trees, unreadable = _read_all(root)
    if name not in trees:
        reason = next((why for each, why in unreadable if each == name), "It cannot be read.")
        raise UsageError(f"{name} was left as it is. {reason}")
    parsed = trees[name]
    if not isinstance(parsed.tree, dict) or not parsed.tree or "shared_from" in parsed.tree:
        raise UsageError(f"{name} has no public id of its own: it points at a classmate's piece, or is empty.")
    before = _find_id(parsed)
    public_id = new_public_id(found for each in trees.values() if (found := _find_id(each)))
    _put(root, name, parsed, public_id)
    return Written(name, public_id, before)


def list_records(root: Path) -> Iterator[str]:
    """List the records that may carry an id, in order: profiles and artifacts."""
    folder = root / layout.PORTFOLIOS
    for learner in sorted(folder.iterdir()) if folder.is_dir() else []:
        for record in [learner / "profile.yml", *sorted(learner.glob("artifacts/*/artifact.yml"))]:
            if record.is_file():
                yield record.relative_to(root).as_posix()


def _find_record(root: Path, path: str) -> str:
    """Turn what was typed (a path, or the folder of a record) into the path of a record."""
    known = list(list_records(root))
    plain = path.replace("\\", "/").removeprefix("./").rstrip("/")
    if Path(plain).is_absolute():
        plain = Path(plain).relative_to(root.resolve()).as_posix() if Path(plain).is_relative_to(root.resolve()) else plain
    for name in (plain, f"{plain}/artifact.yml", f"{plain}/profile.yml"):
        if name in known:
            return name
    raise UsageError(f"{path} is no profile.yml or artifact.yml of this school. {hint_nearest(plain, known)}".strip())


def _read_all(root: Path) -> tuple[dict[str, Parsed], list[tuple[str, str]]]:
    """Parse every record that may carry an id; those that cannot be read are named with the reason."""
    trees: dict[str, Parsed] = {}
    unreadable: list[tuple[str, str]] = []
    for path in list_records(root):
        try:
            refuse_links(root, path)
            trees[path] = parse_yaml(decode_text(read_bytes(root / path)))
        except (Trouble, UsageError) as error:
            unreadable.append((path, str(error)))
    return trees, unreadable


def _find_id(parsed: Parsed) -> str:
    found = parsed.tree.get(KEY) if isinstance(parsed.tree, dict) else None
    return found if isinstance(found, str) and is_public_id(found) else ""


def _put(root: Path, path: str, parsed: Parsed, public_id: str) -> None:
    """Write an id into a record's text and prove by reading it again that nothing else changed."""
    data = read_bytes(root / path)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data[len(mark) :].decode("utf-8")
    changed = _replace_value(text, parsed, public_id) if KEY in parsed.spot.children else _insert_key(text, parsed, public_id)
    wanted = {**parsed.tree, KEY: public_id} if isinstance(parsed.tree, dict) else None
    if parse_yaml(decode_text(changed.encode("utf-8"))).tree != wanted:
        raise UsageError(f"The id could not be written without changing something else. Write this line yourself: {KEY}: {public_id}")
    replace_bytes(root, path, mark + changed.encode("utf-8"))


def _insert_key(text: str, parsed: Parsed, public_id: str) -> str:
    """Put the key before the record's first one: on a line of its own, or inside its braces."""
    first = next(iter(parsed.spot.children.values()))
    at = _index(text, first.key_line, first.key_column)
    in_braces = text[_index(text, parsed.spot.line, parsed.spot.column)] == "{"
    indent = " " * (first.key_column - 1)
    return f"{text[:at]}{KEY}: {public_id}{', ' if in_braces else _line_end(text) + indent}{text[at:]}"


def _replace_value(text: str, parsed: Parsed, public_id: str) -> str:
    """Put an id where another value of that key stands, or where none was typed."""
    spot = parsed.spot.children[KEY]
    tree = parsed.tree
    old = tree.get(KEY) if isinstance(tree, dict) else None
    if not isinstance(old, str):
        at = _index(text, spot.key_line, spot.key_column)
        colon = text.index(":", at) + 1
        return f"{text[:colon]} {public_id}{text[colon:]}"
    at = _index(text, spot.line, spot.column)
    quote = text[at] if text[at] in "\"'" else ""
    length = len(old) + 2 * len(quote)
    return f"{text[:at]}{public_id}{text[at + length :]}"


def _index(text: str, line: int, column: int) -> int:
    """Give the index of a line and column from 1; other line breaks than LF, CRLF and CR were refused before."""
    return sum(len(each) for each in text.splitlines(keepends=True)[: line - 1]) + column - 1


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
