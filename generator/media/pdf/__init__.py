"""PDF: named with title and pages; its bytes are published by no edition."""

from __future__ import annotations

from pathlib import Path

from generator.media._files import open_medium, read_tail, size_of
from generator.media._limits import MB
from generator.media._problem import CutOff, UnreadableMedium
from generator.media.pdf._pages import count_pages, is_locked
from generator.model.medium import MediumFacts

KIND = "pdf"
TITLE = "PDF"
SUFFIXES = (".pdf",)
PUBLISHABLE = False
NEEDS_ALT = False
NEEDS_CAPTIONS = False
NEEDS_TRANSCRIPT = False
LIMITS = {"bytes": 100 * MB}
SHRINK = "Export it again with smaller pictures, or add the pages that matter."
EXPORT = "Export it as PDF from the program that made it, and add that instead."

_SCANNED_MAX = 32 * MB
"""Above this the pages are not counted: a school's check should not read it whole."""


def matches(head: bytes, suffix: str) -> bool:
    """Whether the first bytes are those of a PDF; one with something before it is refused."""
    return head.startswith(b"%PDF-")


def read_facts(path: Path) -> MediumFacts:
    """Pages, 0 where they cannot be told; raises `UnreadableMedium` for one cut off or locked."""
    with open_medium(path) as stream:
        size, tail = size_of(stream), read_tail(stream, 4096)
        stream.seek(0)
        data = stream.read(_SCANNED_MAX) if size <= _SCANNED_MAX else tail
    if b"%%EOF" not in tail and b"startxref" not in tail:
        raise CutOff
    if is_locked(data):
        raise UnreadableMedium("The PDF is locked with a password.", "Export it without one.")
    return MediumFacts(KIND, size, count=count_pages(data) if size <= _SCANNED_MAX else 0)
