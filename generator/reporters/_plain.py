"""Making text from a school's files safe for a terminal or a log: what cannot be seen is spelled out."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset("\u00ad\u061c\u180e\u200b\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
"""Characters that reorder, break or hide text. Joiners stay: several scripts are written with them."""


def show_plainly(text: str) -> str:
    """Spell out control characters (`\\x1b`), so that no file can drive the reader's terminal.

    Line breaks and tabs are spelled out too: the result is one line.
    """
    if text.isprintable():
        return text
    return "".join(_spell(each) if _is_unsafe(each) else each for each in text)


def _is_unsafe(character: str) -> bool:
    return character in _UNSEEN or unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn")


def _spell(character: str) -> str:
    number = ord(character)
    named = {9: "\\t", 10: "\\n", 13: "\\r"}.get(number)
    return named or (f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}")


def count_cells(text: str) -> int:
    """Count the columns that a text takes on a terminal: wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_cells(each) for each in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
