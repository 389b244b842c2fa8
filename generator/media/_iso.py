"""MP4, MOV and M4A: boxes within boxes, walked by their lengths and hardly read.

The container of ISO/IEC 14496-12 and of QuickTime, shared by film and sound.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from generator.media._files import read_at, size_of
from generator.media._problem import CutOff, UnreadableMedium

_BOXES_MAX, _INNER_MAX = 20_000, 100
"""Boxes looked at in a file, and within one box: a hostile file must not cost minutes."""
_UNKNOWN = (0, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF)
_MUST_BE_WHOLE = (b"moov", b"mdat")


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its type, and where its content begins and ends."""

    kind: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Movie:
    """Play time in seconds (0 where the file does not say), shown size, and the tracks' types.

    `tracks` holds "vide" for pictures and "soun" for sound, as the file names them.
    """

    seconds: float
    width: int
    height: int
    tracks: frozenset[str]


def is_iso(head: bytes) -> bool:
    """Whether the first bytes are those of an MP4, MOV or M4A that holds film or sound."""
    if head[4:8] == b"ftyp":
        pictures = (b"hei", b"hev", b"mif1", b"msf1", b"avif", b"avis")
        return not head[8:12].startswith(pictures)
    return head[4:8] in (b"moov", b"mdat", b"wide") and len(head) > 8


def read_movie(stream: BinaryIO) -> Movie:
    """Read what an MP4, MOV or M4A says about itself; raises `UnreadableMedium`."""
    moov = None
    for box in _walk(stream, 0, size_of(stream), _BOXES_MAX):
        if box.end > size_of(stream) and box.kind in _MUST_BE_WHOLE:
            raise CutOff
        if box.kind == b"moov":
            moov = moov or box
    if moov is None:
        raise UnreadableMedium(
            "The recording was not finished: its table of contents is missing.",
            "Stop the recording properly or copy the file again, then replace this one.",
        )
    return _read_moov(stream, moov)


def _read_moov(stream: BinaryIO, moov: Box) -> Movie:
    """Time, size and tracks from the table of contents."""
    seconds, scale, sizes, tracks = 0.0, 0, [(0, 0)], set()
    for box in _walk(stream, moov.start, moov.end):
        if box.kind == b"mvhd":
            scale, seconds = _read_time(stream, box)
        elif box.kind == b"mvex" and not seconds and scale:
            seconds = _read_fragments(stream, box) / scale
        elif box.kind == b"trak":
            kind, size = _read_track(stream, box)
            tracks.add(kind)
            if kind == "vide":
                sizes.append(size)
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return Movie(seconds, width, height, frozenset(tracks))


def _walk(stream: BinaryIO, start: int, end: int, most: int = _INNER_MAX) -> Iterator[Box]:
    """The boxes between two offsets; ends quietly where bytes stop making sense."""
    for _ in range(most):
        if start + 8 > end:
            return
        data = read_at(stream, start, 8)
        length, kind, head = int.from_bytes(data[:4], "big"), data[4:], 8
        if length == 1:
            length, head = int.from_bytes(read_at(stream, start + 8, 8), "big"), 16
        elif length == 0:
            length = end - start
        if length < head:
            return
        yield Box(kind, start + head, start + length)
        start += length


def _read_time(stream: BinaryIO, box: Box) -> tuple[int, float]:
    """Units a second and the play time in seconds of a movie header."""
    version = read_at(stream, box.start, 1)[0]
    wide = 8 if version == 1 else 4
    data = read_at(stream, box.start + 4 + 2 * wide, 4 + wide)
    scale, length = int.from_bytes(data[:4], "big"), int.from_bytes(data[4:], "big")
    if not scale or length in _UNKNOWN:
        return scale, 0.0
    return scale, length / scale


def _read_fragments(stream: BinaryIO, box: Box) -> int:
    """The length of a film written in pieces, in units, 0 where it is not told."""
    for inner in _walk(stream, box.start, box.end):
        if inner.kind == b"mehd":
            wide = 8 if read_at(stream, inner.start, 1)[0] == 1 else 4
            length = int.from_bytes(read_at(stream, inner.start + 4, wide), "big")
            return 0 if length in _UNKNOWN else length
    return 0


def _read_track(stream: BinaryIO, box: Box) -> tuple[str, tuple[int, int]]:
    """The type of a track and its shown size."""
    kind, size = "", (0, 0)
    for inner in _walk(stream, box.start, box.end):
        if inner.kind == b"tkhd":
            size = _read_size(stream, inner)
        elif inner.kind == b"mdia":
            for part in _walk(stream, inner.start, inner.end):
                if part.kind == b"hdlr":
                    kind = read_at(stream, part.start + 8, 4).decode("latin-1")
    return kind, size


def _read_size(stream: BinaryIO, box: Box) -> tuple[int, int]:
    """Width and height of a track header, swapped where its matrix turns by a quarter."""
    wide = 88 if read_at(stream, box.start, 1)[0] == 1 else 76
    data = read_at(stream, box.start + wide - 36, 44)
    width, height = int.from_bytes(data[36:38], "big"), int.from_bytes(data[40:42], "big")
    turned = data[:4] == data[16:20] == b"\0\0\0\0"
    return (height, width) if turned else (width, height)
