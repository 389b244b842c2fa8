"""Facts about a media file that can be told from its bytes: shared by loading, checks and pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MediumFacts:
    """What a file is, whatever its name says.

    `kind` is the name of a folder of `generator/media` ("picture", "film", ...). `size` counts
    bytes, `width` and `height` pixels as shown (orientation applied), `seconds` play time,
    `count` pages, lines, rows, cells or blocks, as the kind counts. `excerpt` is the beginning
    of what a text-like file says, already plain text, "" elsewhere. `problem` and `advice` say
    why the file cannot be used and what to do; both "" where it can.
    """

    kind: str
    size: int
    width: int = 0
    height: int = 0
    seconds: float = 0.0
    count: int = 0
    excerpt: str = ""
    problem: str = ""
    advice: str = ""
    animated: bool = False
