"""Telling whether a family name stands beside another name of the same learner."""

from __future__ import annotations

import re
from functools import lru_cache

REACH = 40
"""So many characters that a reader sees may stand between the two (security.md, L3)."""

_INSIDE = re.compile(r"</?(?:b|em|strong|i|mark|u|bdi|wbr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>?")
_SPACE = re.compile(r"[ \t\r\n\u00a0]+")
_EDGES = re.compile(r"(?:\s*\u2029\s*)+")
_WORD = re.compile(r"[^\W_]+")
_EDGE = "\u2029"


def is_named(text: str, given: frozenset[str], word: str, ordinary: bool, printed: bool) -> bool:
    """Tell whether `word`, a folded family name, stands in `text` beside one of the `given` names.

    An ordinary word has to follow at once, written as a name: "Ana Rivers", not "Ana likes rivers".
    One that is also somebody's printed name is not read backwards: "Brooks, Ana" may be two learners.
    """
    lowered = text.lower()
    if not any(each in lowered for each in given):
        return False
    for form in {text, read_visible(text)} if "<" in text else (text,):
        if _follows(form, given, word, not printed) if ordinary else _is_near(form.lower(), given, word):
            return True
    return False


def read_visible(text: str) -> str:
    """Take the tags out of HTML; where a block or another box ends stands a paragraph separator."""
    shown = _TAG.sub(_EDGE, _INSIDE.sub("", text))
    return _EDGES.sub(_EDGE, _SPACE.sub(" ", shown))


def _is_near(folded: str, given: frozenset[str], word: str) -> bool:
    for found in _find_word(word).finditer(folded):
        before = folded[max(0, found.start() - REACH - 1) : found.start()]
        after = folded[found.end() : found.end() + REACH + 1]
        words = _WORD.findall(before)[1 if len(before) > REACH and before[0].isalnum() else 0 :]
        last = _WORD.findall(after)
        words += last[:-1] if len(after) > REACH and after[-1].isalnum() else last
        if not given.isdisjoint(words):
            return True
    return False


def _follows(cased: str, given: frozenset[str], word: str, backwards: bool) -> bool:
    folded = cased.lower()
    for found in _find_word(word).finditer(folded):
        before = _BEHIND.search(folded, max(0, found.start() - REACH), found.start())
        if before and before[1] in given and (before[2] in "-_" or (_is_name(cased, before.start(1)) and _is_name(cased, found.start()))):
            return True
        after = _BACKWARDS.match(folded, found.end()) if backwards else None
        if after and after[1] in given and _is_name(cased, after.start(1)) and _is_name(cased, found.start()):
            return True
    return False


_BEHIND = re.compile(r"(?<![^\W_])([^\W_]+)([ \n_-]|(?: [^\W\d_]\.? ))\Z")
_BACKWARDS = re.compile(r",[ \n]([^\W_]+)")


def _is_name(cased: str, at: int) -> bool:
    """Tell whether a word is written as a name, or in a script that knows no capitals."""
    return not cased[at].islower()


@lru_cache(maxsize=4096)
def _find_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])")
