"""SVG drawings: named with title and size; their bytes are published by no edition."""

from __future__ import annotations

import re
from pathlib import Path

from generator.media._files import read_whole
from generator.media._limits import MB
from generator.media._problem import CutOff, UnreadableMedium
from generator.media._text import decode_text, is_text
from generator.model.medium import MediumFacts

KIND = "svg"
TITLE = "Drawing"
SUFFIXES = (".svg",)
PUBLISHABLE = False
NEEDS_ALT = True
NEEDS_CAPTIONS = False
NEEDS_TRANSCRIPT = False
LIMITS = {"bytes": 5 * MB}
SHRINK = "Export it as PNG and add that instead."
EXPORT = "Open it in a drawing program, export it as SVG or PNG, and add that instead."

_ROOT = re.compile(r"<svg(?=[\s/>])([^<>]{0,20000})>")
_NUMBER = r"\s*=\s*[\"']\s*([0-9]{1,7}(?:\.[0-9]{0,9})?)(?:px)?\s*[\"']"
_WIDTH = re.compile(rf"\swidth{_NUMBER}")
_HEIGHT = re.compile(rf"\sheight{_NUMBER}")
_BOX = re.compile(r"\sviewBox\s*=\s*[\"']([^\"']{1,200})[\"']")


def matches(head: bytes, suffix: str) -> bool:
    """Whether a file named .svg begins as text of that kind."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    marked = start.startswith((b"<", b"\xff\xfe", b"\xfe\xff"))
    return suffix in SUFFIXES and marked and is_text(head) and b"<html" not in head.lower()


def read_facts(path: Path) -> MediumFacts:
    """Width and height from the root element, by patterns alone: no XML parser sees the file."""
    data = read_whole(path, LIMITS["bytes"])
    text = decode_text(data)
    root = _ROOT.search(text)
    if root is None:
        raise UnreadableMedium("There is no SVG drawing in the file.", EXPORT)
    if not root[1].endswith("/") and "</svg" not in text[-4096:]:
        raise CutOff
    width, height = _parse_size(root[1])
    return MediumFacts(KIND, len(data), width, height)


def _parse_size(attributes: str) -> tuple[int, int]:
    """Size in pixels from `width` and `height`, else from the view box, else 0 by 0."""
    width, height = _WIDTH.search(f" {attributes}"), _HEIGHT.search(f" {attributes}")
    if width and height:
        return round(float(width[1])), round(float(height[1]))
    box = _BOX.search(f" {attributes}")
    try:
        numbers = [float(part) for part in re.split(r"[\s,]+", box[1].strip())] if box else []
        return (round(numbers[2]), round(numbers[3])) if min(numbers[2:4]) > 0 else (0, 0)
    except (ValueError, IndexError, OverflowError):
        return 0, 0
