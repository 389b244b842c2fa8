"""Text and Markdown: shown as escaped words."""

from __future__ import annotations

from pathlib import Path

from generator.media._files import read_whole
from generator.media._limits import MB
from generator.media._text import (
    clip_excerpt,
    clip_words,
    count_lines,
    decode_text,
    is_text,
    strip_markdown,
)
from generator.model.medium import MediumFacts

KIND = "text"
TITLE = "Text"
SUFFIXES = (".txt", ".md", ".markdown")
PUBLISHABLE = True
NEEDS_ALT = False
NEEDS_CAPTIONS = False
NEEDS_TRANSCRIPT = False
LIMITS = {"bytes": 2 * MB}
SHRINK = "Add the part that matters, or make a PDF of it."
EXPORT = "Save it as plain text in UTF-8 and add that instead."


def matches(head: bytes, suffix: str) -> bool:
    """Whether a file with one of the endings holds text."""
    return suffix in SUFFIXES and is_text(head)


def read_facts(path: Path) -> MediumFacts:
    """Lines, and the first prose without Markdown marks; raises `UnreadableMedium`."""
    data = read_whole(path, LIMITS["bytes"])
    text = decode_text(data)
    prose = text if path.suffix.lower() == ".txt" else strip_markdown(text)
    return MediumFacts(KIND, len(data), count=count_lines(text), excerpt=clip_excerpt(prose))


def read_words(path: Path, facts: MediumFacts) -> str:
    """The whole text as it was written, at most 200,000 characters; still to be escaped."""
    return clip_words(decode_text(read_whole(path, LIMITS["bytes"])))
