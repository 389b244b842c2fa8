"""From the disk to text: plain files only, a size limit, one encoding, no control characters."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from generator.loading._trouble import Trouble

RECORD_MAX = 256 * 1024
"""Bytes of one record; above 25 kB of nested brackets a YAML composer can die (security.md M1)."""

CSV_MAX = 16 * 1024 * 1024
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_CONFLICT = re.compile(r"^[ \t]*(?:<{7}|>{7}|\|{7})(?:[ \t].*)?$", re.MULTILINE)


def read_bytes(path: Path | str, limit: int = RECORD_MAX) -> bytes:
    """Read a plain file of at most `limit` bytes without following a link at its end.

    Raises Trouble SRC022 for anything that is not a plain file, SRC002 above the limit and SRC001
    where the machine would not let us read.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if os.path.islink(path):
            raise Trouble("SRC022", "This is a link to another place, and links are not followed.", "Put the file itself here.") from error
        raise Trouble("SRC001", f"This file could not be opened ({error.strerror}).", "Check that you may read it.") from error
    try:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            raise Trouble("SRC022", "This is not a plain file.", "Put an ordinary file here, or take it away.")
        with os.fdopen(handle, "rb", closefd=False) as opened:
            data = opened.read(limit + 1)
    except OSError as error:
        raise Trouble("SRC001", f"This file could not be read ({error.strerror}).", "Check that the disk is sound and copy the file here again.") from error
    finally:
        os.close(handle)
    if len(data) > limit:
        found = max(facts.st_size, len(data)) // 1024
        raise Trouble(
            "SRC002",
            f"This file has {found} KiB; a record may have at most {limit // 1024} KiB.",
            "Keep pictures and long texts in files of their own and name them here.",
        )
    return data


def decode_text(data: bytes) -> str:
    """Decode UTF-8, with or without a BOM; refuse control characters and conflict markers.

    Line ends become `\\n`. Raises Trouble SRC001 or SRC007 with the line.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Trouble("SRC001", "This file is saved as UTF-16; UTF-8 was expected.", "Save it again with the encoding UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Trouble(
            "SRC001",
            f"Byte {error.start} of this file is not UTF-8 text.",
            "Save it again with the encoding UTF-8.",
            line,
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_control_characters(text)
    refuse_conflict_markers(text)
    return text


def refuse_control_characters(text: str, at: tuple[int, int] | None = None) -> None:
    """Raise Trouble SRC001 at the first character that cannot be seen and does not belong in text.

    `at` is the line and column to name where the text is a value whose escapes are already read.
    """
    if text.isascii() and text.isprintable():
        return
    found = _CONTROL.search(text)
    if found:
        line, column = at or position(text, found.start())
        raise Trouble(
            "SRC001",
            f"There is a character here that cannot be seen (U+{ord(found[0]):04X}).",
            "Delete it: put the cursor there and press Backspace, then type the word again.",
            line,
            column,
        )


def refuse_conflict_markers(text: str) -> None:
    """Raise Trouble SRC007 at the first line that git left from a merge, in block text too."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text and "|||||||" not in text:
        return
    found = _CONFLICT.search(text)
    if found:
        line, _ = position(text, found.start())
        raise Trouble(
            "SRC007",
            "Git could not merge two versions here and left both, with marker lines between them.",
            "Keep the lines you want and delete the lines that start with <<<<<<<, ======= and >>>>>>>.",
            line,
        )


def position(text: str, index: int) -> tuple[int, int]:
    """Give the line and column, from 1, of an index in a text."""
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - start + 1
