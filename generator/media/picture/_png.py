"""PNG headers: the chunks, walked without reading what is in them."""

from __future__ import annotations

from typing import BinaryIO

from generator.media._files import read_at
from generator.media.picture._exif import parse_orientation
from generator.media.picture._header import Header, damaged

_CHUNKS_MAX = 50_000
_EXIF_MAX = 65_536


def read_header(stream: BinaryIO) -> Header:
    """Size, orientation and movement of a PNG; raises `UnreadableMedium`."""
    start = read_at(stream, 8, 16)
    if start[4:8] != b"IHDR":
        raise damaged("PNG")
    width, height = int.from_bytes(start[8:12], "big"), int.from_bytes(start[12:16], "big")
    orientation, animated, offset = 1, False, 8
    for _ in range(_CHUNKS_MAX):
        length, kind = _read_chunk(stream, offset)
        if kind == b"IEND":
            return Header("PNG", width, height, orientation, animated)
        if kind == b"eXIf":
            orientation = parse_orientation(read_at(stream, offset + 8, min(length, _EXIF_MAX)))
        animated = animated or kind == b"acTL"
        offset += 12 + length
    raise damaged("PNG")


def _read_chunk(stream: BinaryIO, offset: int) -> tuple[int, bytes]:
    """Length and type of the chunk at an offset; raises `CutOff` where the file ends."""
    data = read_at(stream, offset, 8)
    length, kind = int.from_bytes(data[:4], "big"), data[4:8]
    if length > 0x7FFFFFFF or not kind.isalpha():
        raise damaged("PNG")
    if kind == b"IEND":
        read_at(stream, offset + 8, 4)  # the checksum is the last thing that must be there
    return length, kind
