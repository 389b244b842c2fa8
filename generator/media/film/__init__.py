"""Films: MP4, MOV and WebM. Named with title and length; their bytes are published by no edition."""

from __future__ import annotations

from pathlib import Path

from generator.media._files import open_medium, size_of
from generator.media._iso import is_iso, read_movie
from generator.media._limits import MB
from generator.media._problem import UnreadableMedium
from generator.media.film._webm import is_webm, read_webm
from generator.model.medium import MediumFacts

KIND = "film"
TITLE = "Film"
SUFFIXES = (".mp4", ".mov", ".webm", ".m4v")
PUBLISHABLE = False
NEEDS_ALT = True
NEEDS_CAPTIONS = True
NEEDS_TRANSCRIPT = False
LIMITS = {"bytes": 300 * MB, "seconds": 20 * 60}
SHRINK = "Cut it to the part that matters, or export it again as MP4 at 720p."
EXPORT = "Open it in a film program, export it as MP4, and add that instead."

_SOUND_BRANDS = (b"M4A ", b"M4B ", b"M4P ")


def matches(head: bytes, suffix: str) -> bool:
    """Whether the first bytes are those of an MP4, MOV or WebM that does not call itself sound."""
    if is_webm(head):
        return True
    return is_iso(head) and head[8:12] not in _SOUND_BRANDS


def read_facts(path: Path) -> MediumFacts:
    """Play time and shown size; raises `UnreadableMedium` for a file without moving pictures."""
    with open_medium(path) as stream:
        size = size_of(stream)
        movie = read_webm(stream) if is_webm(stream.read(64)) else read_movie(stream)
    if "vide" not in movie.tracks:
        raise UnreadableMedium(
            "The file holds no moving pictures.",
            "If it is a sound, export it as MP3 or M4A. If it is a film, export it again as MP4.",
        )
    return MediumFacts(KIND, size, movie.width, movie.height, seconds=round(movie.seconds, 3))
