"""Pictures: JPEG, PNG, WebP, GIF and HEIC, shown as WebP rebuilt from bare pixels."""

from __future__ import annotations

from pathlib import Path

from generator.media._files import open_medium, size_of
from generator.media._limits import MB
from generator.media._problem import UnreadableMedium
from generator.media.picture._header import is_picture, read_header
from generator.media.picture._plan import plan_widths
from generator.model.medium import MediumFacts

__all__ = ["matches", "plan_widths", "read_facts", "render_derivatives"]

KIND = "picture"
TITLE = "Picture"
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif", ".jpe", ".jfif")
PUBLISHABLE = True
NEEDS_ALT = True
NEEDS_CAPTIONS = False
NEEDS_TRANSCRIPT = False
LIMITS = {"bytes": 40 * MB, "pixels": 60_000_000}
SHRINK = "Make it smaller: 2,000 pixels on the longer side is plenty. Then add it again."
EXPORT = "Open it in a picture program, export it as JPEG or PNG, and add that instead."


def matches(head: bytes, suffix: str) -> bool:
    """Whether the first bytes are those of a picture, whatever the name says."""
    return is_picture(head)


def read_facts(path: Path) -> MediumFacts:
    """Width and height as shown and whether it moves, from the file's header alone.

    Raises `UnreadableMedium` for a header that makes no sense and for a file whose end is missing.
    """
    with open_medium(path) as stream:
        size, header = size_of(stream), read_header(stream)
    width, height = header.shown_size
    if width < 1 or height < 1:
        raise UnreadableMedium("The picture has no size.", EXPORT)
    return MediumFacts(KIND, size, width, height, animated=header.animated)


def render_derivatives(source: Path, widths: tuple[int, ...], limit_px: int) -> dict[int, bytes]:
    """WebP files of a picture by width, rebuilt from bare pixels, so without any metadata.

    The widths are those of `plan_widths` for the picture's shown size, widest first. `limit_px`
    is the longest side that is made. Raises `UnreadableMedium`.
    """
    from generator.media.picture import _pixels  # Pillow is loaded only when a picture is made

    return _pixels.render_derivatives(source, widths, limit_px)
