"""What a folder of this room declares, so that the rest of the program never asks which kind it has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from generator.model.medium import MediumFacts


class Medium(Protocol):
    """A medium: the module of one folder. A new one is dropped in and found; no list is edited.

    `FOLDER` may be left out and is then no. A part whose words a page can show has `read_words`
    too; the picture part has `plan_widths` and `render_derivatives`.
    """

    KIND: str
    """The folder's name."""
    TITLE: str
    """One plain English word for captions."""
    SUFFIXES: tuple[str, ...]
    """File name endings, lower case, with the dot."""
    PUBLISHABLE: bool
    """Whether something made from it may stand in an edition: its cleaner exists."""
    NEEDS_ALT: bool
    NEEDS_CAPTIONS: bool
    NEEDS_TRANSCRIPT: bool
    LIMITS: Mapping[str, int]
    """The most `bytes`, `pixels`, `seconds` or `files`."""
    SHRINK: str
    """What to do with one that is over a limit."""
    EXPORT: str
    """What to do with a file that has the ending, but is of another kind."""

    def matches(self, head: bytes, suffix: str) -> bool:
        """Whether a file beginning with `head` is of this kind; content decides, not the name."""

    def read_facts(self, path: Path) -> MediumFacts:
        """The facts of a file of this kind; raises `UnreadableMedium` or `OSError`."""
