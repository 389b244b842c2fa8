"""Bytes to words for every text-like medium: encodings, control characters, Markdown marks, excerpts."""

from __future__ import annotations

import codecs
import re

from generator.media._problem import UnreadableMedium

EXCERPT = 600
"""Characters of prose in an excerpt, about."""
WORDS_MAX = 200_000
"""Characters that a page shows of a text or a program at most."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: the shorter mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_MARKS = (
    (re.compile(r"\A---\n.*?\n---\n", re.S), ""),
    (re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.S | re.M), ""),
    (re.compile(r"<!--.*?-->", re.S), ""),
    (re.compile(r"</?[A-Za-z][^<>]{0,300}>"), ""),
    (re.compile(r"!\[[^\[\]]{0,300}\](?:\([^()]{0,500}\))?"), ""),
    (re.compile(r"\[([^\[\]]{0,300})\](?:\([^()]{0,500}\)|\[[^\[\]]{0,100}\])"), r"\1"),
    (re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+)+", re.M), ""),
    (re.compile(r"^[ \t]*(?:[-*_=][ \t]*){3,200}$", re.M), ""),
    (re.compile(r"(\*\*|__|~~|`{1,3})(?=\S)"), ""),
    (re.compile(r"(?<=\S)(\*\*|__|~~|`{1,3})"), ""),
    (re.compile(r"(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def is_text(head: bytes) -> bool:
    """Whether the beginning of a file can be text: marked as Unicode, or free of NUL bytes."""
    return any(head.startswith(bom) for bom, _ in _BOMS) or (bool(head) and b"\0" not in head)


def decode_text(data: bytes) -> str:
    """Turn bytes into text with `\\n` line ends and without control characters.

    UTF-8, any Unicode with a byte order mark, else Windows-1252, which older programs still
    save. Raises `UnreadableMedium` where none of them fits.
    """
    bom, encoding = next((pair for pair in _BOMS if data.startswith(pair[0])), (b"", ""))
    tries = (encoding,) if encoding else ("utf-8", "cp1252")
    for name in tries:
        try:
            text = data[len(bom) :].decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    raise UnreadableMedium(
        "The file is not readable as text.",
        "Open it in the program that made it and save it as text in UTF-8.",
    )


def strip_markdown(text: str) -> str:
    """The prose of a Markdown text's beginning: marks, pictures, code and comments taken out.

    Only the first 4,000 characters are looked at, so the patterns stay cheap on any input.
    """
    prose = text[:4000]
    for pattern, instead in _MARKS:
        prose = pattern.sub(instead, prose)
    return prose


def clip_excerpt(text: str, most: int = EXCERPT) -> str:
    """The beginning of a text in paragraphs, at most `most` characters, cut between words."""
    paragraphs = (" ".join(part.split()) for part in text[: most * 8].split("\n\n"))
    prose = "\n\n".join(part for part in paragraphs if part)
    if len(prose) <= most:
        return prose
    cut = prose[: most + 1].rsplit(None, 1)[0]
    return f"{cut[:most].rstrip()}…"


def clip_words(text: str) -> str:
    """At most `WORDS_MAX` characters of a text, cut at a line's end where there is one."""
    if len(text) <= WORDS_MAX:
        return text
    cut = text[:WORDS_MAX]
    return cut[: cut.rfind("\n") + 1] or cut


def count_lines(text: str) -> int:
    """Lines as an editor counts them: a last line end does not begin another."""
    return text.count("\n") + (not text.endswith("\n")) if text else 0
