"""Source code: shown as escaped words."""

from __future__ import annotations

from pathlib import Path

from generator.media._files import read_whole
from generator.media._limits import MB
from generator.media._text import clip_words, count_lines, decode_text, is_text
from generator.model.medium import MediumFacts

KIND = "code"
TITLE = "Code"
SUFFIXES = tuple(
    ".py .js .mjs .ts .jsx .tsx .java .c .h .cpp .hpp .cc .ino .pde .cs .rb .go .rs .swift .kt "
    ".lua .r .jl .sql .sh .ps1 .pl .php .scad .m .css .hs .scm .lisp .pas .bas .asm .vb .dart "
    ".gd .tex .json .yaml .yml .toml .xml .ini".split()
)
PUBLISHABLE = True
NEEDS_ALT = False
NEEDS_CAPTIONS = False
NEEDS_TRANSCRIPT = False
LIMITS = {"bytes": MB}
SHRINK = "Add the file you wrote yourself, not the libraries it uses."
EXPORT = "Save the source code as plain text and add that instead."

_EXCERPT_LINES, _LINE_MAX = 6, 120


def matches(head: bytes, suffix: str) -> bool:
    """Whether a file with one of the endings holds text."""
    return suffix in SUFFIXES and is_text(head)


def read_facts(path: Path) -> MediumFacts:
    """Lines, and the first six that are not empty; raises `UnreadableMedium`."""
    data = read_whole(path, LIMITS["bytes"])
    text = decode_text(data)
    lines = [line.rstrip()[:_LINE_MAX] for line in text[:20_000].split("\n") if line.strip()]
    excerpt = "\n".join(lines[:_EXCERPT_LINES])
    return MediumFacts(KIND, len(data), count=count_lines(text), excerpt=excerpt)


def read_words(path: Path, facts: MediumFacts) -> str:
    """The whole program as it was written, at most 200,000 characters; still to be escaped."""
    return clip_words(decode_text(read_whole(path, LIMITS["bytes"])))
