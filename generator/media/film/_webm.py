"""WebM: elements within elements (EBML, RFC 8794), read as far as the first pictures."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from generator.media._files import read_at, read_tail, size_of
from generator.media._iso import Movie
from generator.media._problem import CutOff, UnreadableMedium

_SEGMENT, _INFO, _TRACKS, _CLUSTER = 0x18538067, 0x1549A966, 0x1654AE6B, 0x1F43B675
_SCALE, _DURATION, _ENTRY, _TYPE = 0x2AD7B1, 0x4489, 0xAE, 0x83
_VIDEO, _WIDTH, _HEIGHT, _TIME = 0xE0, 0xB0, 0xBA, 0xE7
_KINDS = {1: "vide", 2: "soun"}
_ELEMENTS_MAX = 5_000
_TAIL = 4 << 20
_WITHIN = {_SEGMENT: (_INFO, _TRACKS), _TRACKS: (_ENTRY,), _ENTRY: (_VIDEO,)}
"""Which elements are gone into, by the one they stand in; so a nest cannot go deep."""


@dataclass(slots=True)
class _Found:
    """What was read so far; `scale` is nanoseconds a tick, `left` how many elements may follow."""

    scale: int = 1_000_000
    ticks: float = 0.0
    width: int = 0
    height: int = 0
    tracks: set[str] = field(default_factory=set)
    left: int = _ELEMENTS_MAX


def is_webm(head: bytes) -> bool:
    """Whether the first bytes are those of a WebM, and not of another Matroska file."""
    return head.startswith(b"\x1aE\xdf\xa3") and b"webm" in head[:64]


def read_webm(stream: BinaryIO) -> Movie:
    """Play time, size and tracks of a WebM; raises `UnreadableMedium`."""
    found, size = _Found(), size_of(stream)
    kind, start, length = _read_element(stream, 0)
    segment, start, length = _read_element(stream, start + (length or 0))
    if segment != _SEGMENT:
        raise UnreadableMedium("The film is damaged.", "Export it again as MP4 or WebM.")
    if length is not None and start + length > size:
        raise CutOff
    _read_inside(stream, _SEGMENT, (start, size), found)
    if not found.ticks:
        found.ticks = _find_last_tick(stream)
    seconds = found.ticks * found.scale / 1e9
    return Movie(seconds, found.width, found.height, frozenset(found.tracks))


def _read_inside(stream: BinaryIO, parent: int, span: tuple[int, int], found: _Found) -> None:
    """Note what the elements between two offsets say, going into those that hold others."""
    for kind, body, length in _walk(stream, *span):
        found.left -= 1
        if kind == _CLUSTER or found.left < 0:
            return
        if kind in _WITHIN.get(parent, ()):
            _read_inside(stream, kind, (body, body + length), found)
        elif length <= 8:
            _note(kind, read_at(stream, body, length), found)


def _note(kind: int, data: bytes, found: _Found) -> None:
    """Keep the value of an element that matters."""
    number = int.from_bytes(data, "big")
    if kind == _SCALE:
        found.scale = number or found.scale
    elif kind == _DURATION and len(data) in (4, 8):
        ticks = struct.unpack(">f" if len(data) == 4 else ">d", data)[0]
        found.ticks = ticks if 0 < ticks < 1e12 else 0.0  # false for what is no number too
    elif kind == _TYPE:
        found.tracks.add(_KINDS.get(number, ""))
    elif kind == _WIDTH:
        found.width = min(number, 65_535)
    elif kind == _HEIGHT:
        found.height = min(number, 65_535)


def _walk(stream: BinaryIO, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Id, offset and length of the elements between two offsets."""
    for _ in range(_ELEMENTS_MAX):
        if start + 2 > end:
            return
        kind, body, length = _read_element(stream, start)
        yield kind, body, end - body if length is None else length
        if length is None:
            return
        start = body + length


def _read_element(stream: BinaryIO, offset: int) -> tuple[int, int, int | None]:
    """The id of an element, where its content begins, and its length; None for one without."""
    stream.seek(offset)
    data = stream.read(12)
    first = _count_bytes(data[:1], 4)
    second = _count_bytes(data[first : first + 1], 8)
    if len(data) < first + second:
        raise CutOff
    mask = (1 << 7 * second) - 1
    length = int.from_bytes(data[first : first + second], "big") & mask
    kind = int.from_bytes(data[:first], "big")
    return kind, offset + first + second, None if length == mask else length


def _count_bytes(first: bytes, most: int) -> int:
    """How many bytes a number takes, told by the leading zeros of the first."""
    if not first:
        raise CutOff
    count = 9 - first[0].bit_length()
    if count > most:
        raise UnreadableMedium("The film is damaged.", "Export it again as MP4 or WebM.")
    return count


def _find_last_tick(stream: BinaryIO) -> float:
    """When the last cluster begins, for recordings made in a browser, which leave out the length."""
    tail = read_tail(stream, _TAIL)
    at = tail.rfind(_CLUSTER.to_bytes(4, "big"))
    mark = tail.find(bytes([_TIME]), at + 5, at + 24) if at >= 0 else -1
    if mark < 0 or mark + 2 > len(tail):
        return 0.0
    count = tail[mark + 1] & 0x0F
    return float(int.from_bytes(tail[mark + 2 : mark + 2 + min(count, 8)], "big"))
