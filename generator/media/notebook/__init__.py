"""Jupyter notebooks: named with title and cells; their bytes are published by no edition."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.media._files import read_whole
from generator.media._limits import MB
from generator.media._problem import UnreadableMedium
from generator.media._text import clip_excerpt, decode_text, is_text, strip_markdown
from generator.model.medium import MediumFacts

KIND = "notebook"
TITLE = "Notebook"
SUFFIXES = (".ipynb",)
PUBLISHABLE = False
NEEDS_ALT = False
NEEDS_CAPTIONS = False
NEEDS_TRANSCRIPT = False
LIMITS = {"bytes": 10 * MB}
SHRINK = "In Jupyter choose Edit, Clear All Outputs, save, and add it again."
EXPORT = "In Jupyter choose File, Download, Notebook (.ipynb), and add that instead."


def matches(head: bytes, suffix: str) -> bool:
    """Whether a file named .ipynb begins as JSON."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return suffix in SUFFIXES and is_text(head) and start.startswith(b"{")


def read_facts(path: Path) -> MediumFacts:
    """Cells, and the first words cell; raises `UnreadableMedium`."""
    data = read_whole(path, LIMITS["bytes"])
    cells = _parse_cells(decode_text(data))
    excerpt = ""
    for cell in cells:
        if cell.get("cell_type") == "markdown" and not excerpt:
            excerpt = clip_excerpt(strip_markdown(_join_source(cell.get("source"))))
    return MediumFacts(KIND, len(data), count=len(cells), excerpt=excerpt)


def _parse_cells(text: str) -> list[dict[str, Any]]:
    """The cells of a notebook of format 3 or 4; raises `UnreadableMedium`."""
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableMedium("The notebook is damaged: it is not whole JSON.", EXPORT) from error
    sheets = tree.get("worksheets") if isinstance(tree, dict) else None
    if isinstance(sheets, list) and sheets and isinstance(sheets[0], dict):
        tree = sheets[0]
    cells = tree.get("cells") if isinstance(tree, dict) else None
    if not isinstance(cells, list):
        raise UnreadableMedium("There is no notebook in the file.", EXPORT)
    return [cell for cell in cells if isinstance(cell, dict)]


def _join_source(source: object) -> str:
    """A cell's text, which may be one string or a list of lines."""
    lines = source if isinstance(source, list) else [source]
    return "".join(line for line in lines if isinstance(line, str))[:4000]
