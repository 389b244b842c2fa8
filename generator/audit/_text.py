"""Bringing text to one form: escapes undone, accents and case folded, invisible letters dropped."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import unquote

_WORD = re.compile(r"[^\W_]+")
_ALIKE = {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ı": "i"}
_LIKE = re.compile(f"[{''.join(_ALIKE)}]")
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_DROPPED = re.compile(f"[{_INVISIBLE}{''.join(re.escape(chr(each)) for each in range(0x300, 0xFFFF) if unicodedata.combining(chr(each)))}]+")
_SCRIPT = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrtbfv])|(.))")
_CSS = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_ROUNDS = 3


def plain(text: str) -> str:
    """Drop accents and invisible letters and write letters of other widths as usual; the case stays."""
    if text.isascii():
        return text
    text = _LIKE.sub(lambda found: _ALIKE[found[0]], _DROPPED.sub("", text))
    return _DROPPED.sub("", unicodedata.normalize("NFKD", text))


def fold(text: str) -> str:
    """Write text in the form in which it is compared; as long as `plain` makes it."""
    return plain(text).lower()


def list_words(text: str) -> list[str]:
    """List the words of a text, folded."""
    return _WORD.findall(fold(text))


def undo_escapes(text: str, css: bool = False) -> str:
    """Undo the escapes of HTML, JSON, scripts, addresses and, if asked, style sheets, nested ones too."""
    for _ in range(_ROUNDS):
        before = text
        if "\\" in text:
            text = _CSS.sub(_find_css_letter, text) if css else _SCRIPT.sub(_find_letter, text)
        if "&" in text:
            text = html.unescape(text)
        if "%" in text:
            text = unquote(text)
        if text == before:
            break
    return text


def _find_letter(found: re.Match[str]) -> str:
    number = found[1] or found[2] or found[3]
    if number:
        return chr(min(int(number, 16), 0x10FFFF))
    return " " if found[4] else found[5]


def _find_css_letter(found: re.Match[str]) -> str:
    return chr(min(int(found[1], 16), 0x10FFFF))
