"""WAV: a RIFF box with a format and the samples."""

from __future__ import annotations

from typing import BinaryIO

from generator.media._files import read_at, size_of
from generator.media._problem import CutOff, UnreadableMedium

_CHUNKS_MAX = 1_000
_STREAMED = 0xFFFFFFFF


def is_wav(head: bytes) -> bool:
    """Whether the first bytes are those of a WAV."""
    return head[:4] == b"RIFF" and head[8:12] == b"WAVE"


def read_wav_seconds(stream: BinaryIO) -> float:
    """Play time from the bytes a second and the bytes of samples; raises `UnreadableMedium`."""
    size, offset, rate = size_of(stream), 12, 0
    for _ in range(_CHUNKS_MAX):
        if offset + 8 > size:
            break
        data = read_at(stream, offset, 8)
        length = int.from_bytes(data[4:], "little")
        if data[:4] == b"fmt ":
            rate = int.from_bytes(read_at(stream, offset + 16, 4), "little")
        elif data[:4] == b"data":
            left = size - offset - 8
            if length > left and length != _STREAMED:
                raise CutOff
            return min(length, left) / rate if rate else _fail()
        offset += 8 + length + length % 2
    return _fail()


def _fail() -> float:
    raise UnreadableMedium("The sound is damaged.", "Export it again as MP3 or WAV.")
