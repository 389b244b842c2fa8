"""Sounds: MP3, M4A, OGG and WAV. Named with title and length; their bytes are published by no edition."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from generator.media._files import open_medium, size_of
from generator.media._iso import is_iso, read_movie
from generator.media._limits import MB
from generator.media._problem import UnreadableMedium
from generator.media.sound._mp3 import is_mp3, read_mp3_seconds
from generator.media.sound._ogg import is_ogg, read_ogg_seconds
from generator.media.sound._wav import is_wav, read_wav_seconds
from generator.model.medium import MediumFacts

KIND = "sound"
TITLE = "Sound"
SUFFIXES = (".mp3", ".m4a", ".ogg", ".wav", ".oga", ".opus")
PUBLISHABLE = False
NEEDS_ALT = False
NEEDS_CAPTIONS = False
NEEDS_TRANSCRIPT = True
LIMITS = {"bytes": 100 * MB, "seconds": 60 * 60}
SHRINK = "Cut it to the part that matters, or export it again as MP3."
EXPORT = "Open it in a sound program, export it as MP3 or M4A, and add that instead."


def matches(head: bytes, suffix: str) -> bool:
    """Whether the first bytes are those of a sound; the ending decides for an MP4 that may be one."""
    if is_iso(head):
        return suffix == ".m4a" or head[8:12] in (b"M4A ", b"M4B ")
    return is_wav(head) or is_ogg(head) or is_mp3(head)


def read_facts(path: Path) -> MediumFacts:
    """Play time in seconds; raises `UnreadableMedium`."""
    with open_medium(path) as stream:
        seconds = _read_seconds(stream, stream.read(64))
        size = size_of(stream)
    return MediumFacts(KIND, size, seconds=round(seconds, 3))


def _read_seconds(stream: BinaryIO, head: bytes) -> float:
    """The play time, by the reader of the format."""
    if is_wav(head):
        return read_wav_seconds(stream)
    if is_ogg(head):
        return read_ogg_seconds(stream)
    if not is_iso(head):
        return read_mp3_seconds(stream)
    movie = read_movie(stream)
    if "vide" in movie.tracks:
        raise UnreadableMedium(
            "This is a film, not a sound.", "Rename it so that it ends in .mp4, or export the sound."
        )
    if "soun" not in movie.tracks:
        raise UnreadableMedium("The file holds no sound.", EXPORT)
    return movie.seconds
