"""The slips that children make in YAML, recognised, with the line put right as the hint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import yaml

from generator.findings import Field
from generator.loading._trouble import Trouble

_KEYED = re.compile(r"^(?P<lead>\s*(?:- )*)(?P<key>[A-Za-z_][\w-]*)(?P<colon>:\s+)(?P<value>\S.*)$")
_LISTED = re.compile(r"^(?P<lead>\s*(?:- )+)(?P<value>\S.*)$")
_CUT = re.compile(r"\s#\w")


def may_be_cut(text: str) -> bool:
    """Tell cheaply whether any text could have been cut by a `#` that was meant as text."""
    return _CUT.search(text) is not None


def find_cut_texts(text: str, ends: Iterable[tuple[Field, int, int, str]]) -> Iterator[Trouble]:
    """Find unquoted texts that a ` #` cut short: `Robot #2` is read as `Robot`.

    `ends` gives the field of each unquoted text and the line and column, from 0, where it ended. A
    `#` with a space after it is an ordinary comment.
    """
    lines = text.split("\n")
    for way, line, column, value in ends:
        rest = lines[line][column:] if line < len(lines) else ""
        if _CUT.match(rest):
            whole = (value.split("\n")[-1] + rest).strip()
            yield Trouble(
                "SRC014", f'The text stops before "{rest.strip()}", because a space and # begin a comment.',
                f"Put the text in quotes: {_with_key(lines[line], whole)}", line + 1, column + 1, way,
            )


def find_curly_quotes(value: str, line: int, column: int, way: Field) -> Iterator[Trouble]:
    """Find a text that stands in curly quotes, which YAML takes as part of the text."""
    if value[0] == "\u201c" and value[-1] == "\u201d" and "\u201c" not in value[1:]:
        yield Trouble(
            "SRC018", "This text stands in curly quotes, and they will be shown as part of it.",
            f'Use straight quotes if they only hold the text together: "{value[1:-1]}"', line, column, way,
        )


def split_sentence(key: str, found: Mapping[str, object], line: int, column: int, way: Field) -> Trouble:
    """Explain a sentence in { } that a comma cut in two."""
    last = next(reversed(found), "text") if found else "text"
    begun = found.get(last)
    whole = f"{begun}, {key}" if isinstance(begun, str) else key
    return Trouble(
        "SRC015", f'Inside {{ }} a comma ends the entry, so "{key}" was cut off from its sentence.',
        f'Put the sentence in quotes: {last}: "{whole}" or write each key on a line of its own.', line, column, way,
    )


def explain_sign(text: str, line: int) -> Trouble | None:
    """Explain a text that begins with *, !, & where a sentence was meant; None where it may be YAML's own."""
    source = _line(text, line)
    value = _value_of(source)
    if value and re.match(r"(\*[^\s*]+\*|\*\*|!(?!!)|[*&](?=\S*\s+\S))", value) and not re.search(r"(^|\s)&\w+\s*$", value):
        return Trouble(
            "SRC016", f'A text that begins with "{value[0]}" must stand in quotes.',
            f"Put it in quotes: {_with_key(source, value)}", line, source.find(value) + 1,
        )
    return None


def explain_error(error: yaml.MarkedYAMLError, text: str) -> Trouble:
    """Turn an error of the YAML reader into words, with the line put right where we know the slip."""
    mark = error.problem_mark or error.context_mark
    if mark and _line(text, mark.line + 1).startswith("%"):
        return Trouble("SRC004", "A line that starts with % gives orders to the YAML reader, which we do not take.", "Delete that line.", mark.line + 1)
    line = min((mark.line if mark else 0) + 1, text.count("\n") + 1)
    column = (mark.column if mark else 0) + 1
    for number in (line, line - 1, (error.context_mark.line + 1) if error.context_mark else 0):
        slip = _explain_line(_line(text, number), number) if number > 0 else None
        if slip:
            return slip
    if (error.problem or "").startswith("mapping values are not allowed"):
        return Trouble(
            "SRC016", "There is a colon inside this text, and YAML takes what stands before it for a key.",
            "Put the whole text in quotes, or write it below its key, indented, after a |.", line, column,
        )
    if "document start" in (error.problem or ""):
        return Trouble("SRC004", "A second document starts here.", "Keep one record in one file, and delete lines of three dots or three dashes.", line)
    said = (error.problem or "it has a part we do not understand").strip()
    return Trouble(
        "SRC003", f"This file cannot be read from here on: {said}.",
        "Look at this line and the one above: spaces at the start, a missing colon, a quote or bracket that is not closed.",
        line, column,
    )


def _explain_line(source: str, line: int) -> Trouble | None:
    """Recognise the slip in a line that the reader stumbled over."""
    indent = source[: len(source) - len(source.lstrip())]
    if "\t" in indent:
        put_right = source.replace("\t", "  ")
        return Trouble("SRC017", "This line begins with a tab; YAML wants spaces.", f"Use spaces: {put_right.rstrip()}", line, indent.index("\t") + 1)
    value = _value_of(source)
    if not value:
        return None
    column = source.find(value) + 1
    if value[0] in "@*!%&`|>" and not re.fullmatch(r"[|>][+-]?\d?", value):
        return _needs_quotes(f'A text that begins with "{value[0]}" must stand in quotes.', source, value, line, column)
    if value[0] in "\"'" and not (len(value) > 1 and value.endswith(value[0]) and value.count(value[0]) == 2):
        whole = value[1:-1] if len(value) > 1 and value[-1] == value[0] else value
        hint = f"Put it in quotes: {_with_key(source, whole)}"
        return Trouble("SRC016", "A text that begins with a quote must end with it, and no other of its kind may stand between.", hint, line, column)
    if value[0] not in "{[\"'" and (cut := _CUT.search(value)):
        return Trouble(
            "SRC014", f'The text stops before "{value[cut.start():].strip()}", because a space and # begin a comment.',
            f"Put the text in quotes: {_with_key(source, value)}", line, column + cut.start(),
        )
    if re.search(r":(\s|$)", value) and value[0] not in "{[\"'":
        return _needs_quotes("There is a colon inside this text, and YAML takes what stands before it for a key.", source, value, line, column)
    return None


def _needs_quotes(message: str, source: str, value: str, line: int, column: int) -> Trouble:
    return Trouble("SRC016", message, f"Put it in quotes: {_with_key(source, value)}", line, column)


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _value_of(source: str) -> str:
    found = _KEYED.match(source) or _LISTED.match(source)
    return found["value"].rstrip() if found else ""


def _with_key(source: str, value: str) -> str:
    """Write a line again with its value in quotes that hold."""
    quoted = f'"{value}"' if '"' not in value else "'" + value.replace("'", "''") + "'"
    found = _KEYED.match(source)
    if found:
        return f"{found['key']}: {quoted}"
    return f"- {quoted}" if _LISTED.match(source) else quoted
