"""WebP headers: a RIFF box with one of three beginnings."""

from __future__ import annotations

from typing import BinaryIO

from generator.media._files import read_at, size_of
from generator.media._problem import CutOff
from generator.media.picture._exif import parse_orientation
from generator.media.picture._header import Header, damaged

_CHUNKS_MAX = 20_000
_EXIF_MAX = 65_536
_ANIMATED, _HAS_EXIF = 0x02, 0x08


def read_header(stream: BinaryIO) -> Header:
    """Size, orientation and movement of a WebP; raises `UnreadableMedium`."""
    start = read_at(stream, 0, 30)
    end = 8 + int.from_bytes(start[4:8], "little")
    if end > size_of(stream) + 1:  # some programs count a padding byte that they do not write
        raise CutOff
    kind = start[12:16]
    if kind == b"VP8X":
        return _read_extended(stream, start, end)
    if kind == b"VP8L" and start[20] == 0x2F:
        bits = int.from_bytes(start[21:25], "little")
        return Header("WEBP", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if kind == b"VP8 " and start[23:26] == b"\x9d\x01\x2a":
        width, height = int.from_bytes(start[26:28], "little"), int.from_bytes(start[28:30], "little")
        return Header("WEBP", width & 0x3FFF, height & 0x3FFF)
    raise damaged("WebP")


def _read_extended(stream: BinaryIO, start: bytes, end: int) -> Header:
    """The header of a WebP that declares a canvas."""
    flags = start[20]
    width = int.from_bytes(start[24:27], "little") + 1
    height = int.from_bytes(start[27:30], "little") + 1
    orientation = _read_orientation(stream, end) if flags & _HAS_EXIF else 1
    return Header("WEBP", width, height, orientation, bool(flags & _ANIMATED))


def _read_orientation(stream: BinaryIO, end: int) -> int:
    """The orientation in the EXIF chunk, 1 where there is none."""
    offset = 12
    for _ in range(_CHUNKS_MAX):
        if offset + 8 > end:
            break
        data = read_at(stream, offset, 8)
        length = int.from_bytes(data[4:], "little")
        if data[:4] == b"EXIF":
            return parse_orientation(read_at(stream, offset + 8, min(length, _EXIF_MAX)))
        offset += 8 + length + length % 2
    return 1
