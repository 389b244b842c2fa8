"""The one thing worth knowing from EXIF data: how to turn the picture. Everything else is dropped."""

from __future__ import annotations

import struct

_ORIENTATION = 0x0112
_ENTRIES_MAX = 200
_SHORT, _LONG = 3, 4


def parse_orientation(block: bytes) -> int:
    """The orientation 1 to 8 in a TIFF block, with or without "Exif" before it; 1 where unsure."""
    block = block.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None or len(block) < 8:
        return 1
    start = struct.unpack_from(f"{order}I", block, 4)[0]
    if start + 2 > len(block):
        return 1
    count = struct.unpack_from(f"{order}H", block, start)[0]
    for index in range(min(count, _ENTRIES_MAX)):
        entry = block[start + 2 + 12 * index :][:12]
        if len(entry) == 12 and struct.unpack_from(f"{order}H", entry)[0] == _ORIENTATION:
            return _parse_value(entry, order)
    return 1


def _parse_value(entry: bytes, order: str) -> int:
    """The number in a directory entry, 1 where it is no orientation."""
    kind = struct.unpack_from(f"{order}H", entry, 2)[0]
    letter = {_SHORT: "H", _LONG: "I"}.get(kind)
    value = struct.unpack_from(f"{order}{letter}", entry, 8)[0] if letter else 1
    return value if 1 <= value <= 8 else 1
