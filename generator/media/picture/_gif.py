"""GIF headers: the screen, and its blocks as far as a second frame."""

from __future__ import annotations

from typing import BinaryIO

from generator.media._files import read_at
from generator.media._problem import CutOff
from generator.media.picture._header import Header, damaged

_BLOCKS_MAX = 250_000
"""Data blocks looked at in all; 40 MB of full ones are 160,000."""
_IMAGE, _EXTENSION, _TRAILER = 0x2C, 0x21, 0x3B


def read_header(stream: BinaryIO) -> Header:
    """Size and movement of a GIF; raises `UnreadableMedium`."""
    screen = read_at(stream, 6, 7)
    width, height = int.from_bytes(screen[:2], "little"), int.from_bytes(screen[2:4], "little")
    _skip_colours(stream, screen[4])
    return Header("GIF", width, height, animated=_count_frames(stream) > 1)


def _count_frames(stream: BinaryIO) -> int:
    """How many frames there are, 2 standing for more; raises where the blocks make no sense."""
    frames, left = 0, _BLOCKS_MAX
    while frames < 2:
        kind = _read_byte(stream)
        if kind == _TRAILER:
            break
        if kind == _IMAGE:
            frames += 1
            _skip_colours(stream, _read(stream, 9)[8])
            _read(stream, 1)  # the code size
        elif kind == _EXTENSION:
            _read(stream, 1)
        else:
            raise damaged("GIF")
        left = _skip_blocks(stream, left)
    if not frames:
        raise damaged("GIF")
    return frames


def _skip_colours(stream: BinaryIO, flags: int) -> None:
    """Pass over a colour table, if the flags say that there is one."""
    if flags & 0x80:
        _read(stream, 3 << (flags & 7) + 1)


def _skip_blocks(stream: BinaryIO, left: int) -> int:
    """Pass over data blocks, each told by its length, up to the empty one.

    `left` is how many may still follow in the file; what is left after them is returned.
    """
    for used in range(left):
        length = _read_byte(stream)
        if not length:
            return left - used - 1
        _read(stream, length)
    raise damaged("GIF")


def _read_byte(stream: BinaryIO) -> int:
    return _read(stream, 1)[0]


def _read(stream: BinaryIO, length: int) -> bytes:
    """The next bytes, without a seek, which would empty the buffer; raises `CutOff`."""
    data = stream.read(length)
    if len(data) < length:
        raise CutOff
    return data
