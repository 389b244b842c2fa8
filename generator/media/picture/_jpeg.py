"""JPEG headers: segments up to the scan, and the end marker."""

from __future__ import annotations

from typing import BinaryIO

from generator.media._files import read_at, read_tail, size_of
from generator.media._problem import CutOff
from generator.media.picture._exif import parse_orientation
from generator.media.picture._header import Header, damaged

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a frame header, which holds the size; the three others share their range."""
_SCAN, _END, _EXIF = 0xDA, 0xD9, 0xE1
_SEGMENTS_MAX, _FILL_MAX = 5_000, 100
_TAIL, _CHUNK = 1_024, 1 << 20


def read_header(stream: BinaryIO) -> Header:
    """Size and orientation of a JPEG; raises `UnreadableMedium`."""
    width = height = orientation = 0
    offset = 2
    for _ in range(_SEGMENTS_MAX):
        marker, offset, length = _read_marker(stream, offset)
        if marker == _END:
            break
        if marker in _FRAMES:
            frame = read_at(stream, offset, 5)
            height, width = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
        elif marker == _EXIF and not orientation:
            block = read_at(stream, offset, length)
            orientation = parse_orientation(block) if block.startswith(b"Exif\0\0") else 0
        elif marker == _SCAN:
            _check_end(stream, offset + length)
            break
        offset += length
    if not width or not height:
        raise damaged("JPEG")
    return Header("JPEG", width, height, orientation or 1)


def _read_marker(stream: BinaryIO, offset: int) -> tuple[int, int, int]:
    """The marker at an offset, where its data begin, and how long they are."""
    start = read_at(stream, offset, 2)
    for _ in range(_FILL_MAX):
        if start != b"\xff\xff":  # fill bytes may stand before a marker
            break
        offset += 1
        start = read_at(stream, offset, 2)
    marker = start[1]
    if start[0] != 0xFF or marker in (0, 0xFF):
        raise damaged("JPEG")
    if marker == _END or marker == 0x01 or 0xD0 <= marker <= 0xD8:  # these carry no data
        return marker, offset + 2, 0
    length = int.from_bytes(read_at(stream, offset + 2, 2), "big")
    if length < 2:
        raise damaged("JPEG")
    return marker, offset + 4, length - 2


def _check_end(stream: BinaryIO, scan: int) -> None:
    """Raise `CutOff` where no end marker follows the scan.

    Phones hang films and second pictures on a photo, so the marker need not be last. Inside a
    scan 0xFF is always followed by something else, so the pair is found only where it is meant.
    """
    if size_of(stream) - _TAIL >= scan and b"\xff\xd9" in read_tail(stream, _TAIL):
        return  # the usual case, told from little
    stream.seek(scan)
    last = b""
    while chunk := stream.read(_CHUNK):
        if b"\xff\xd9" in last + chunk:
            return
        last = chunk[-1:]
    raise CutOff
