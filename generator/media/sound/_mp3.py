"""MP3: frames of fixed play time, counted by a first frame that says so, or by their size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from generator.media._files import read_at, read_tail, size_of
from generator.media._problem import UnreadableMedium

_SEARCH = 131_072
_RATES = (44_100, 48_000, 32_000)
_BITRATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_BITRATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)


@dataclass(frozen=True, slots=True)
class _Frame:
    """A frame: samples a second, samples in it, bits a second, its length, and bytes before Xing."""

    rate: int
    samples: int
    bitrate: int
    length: int
    side: int


def is_mp3(head: bytes) -> bool:
    """Whether the first bytes are those of an MP3: its tag, or a frame."""
    return head[:3] == b"ID3" or _parse_frame(head[:4]) is not None


def read_mp3_seconds(stream: BinaryIO) -> float:
    """Play time; exact where the first frame counts the others, else from their pace."""
    start = _find_audio(stream)
    stream.seek(start)
    data = stream.read(_SEARCH)
    at, frame = _find_frame(data)
    told = _read_count(data[at : at + 200], frame)
    if told:
        return told * frame.samples / frame.rate
    tag = 128 if read_tail(stream, 128)[:3] == b"TAG" else 0
    return max(0, size_of(stream) - start - at - tag) / _measure_pace(data, at)


def _find_audio(stream: BinaryIO) -> int:
    """Where the frames begin: behind the tag, if there is one."""
    head = read_at(stream, 0, 10)
    if head[:3] != b"ID3":
        return 0
    length = 0
    for byte in head[6:10]:
        length = length << 7 | byte & 0x7F
    return 10 + length + (10 if head[5] & 0x10 else 0)


def _find_frame(data: bytes) -> tuple[int, _Frame]:
    """The first frame that another one follows, and where it is."""
    at = data.find(b"\xff")
    while at >= 0:
        frame = _parse_frame(data[at : at + 4])
        if frame:
            after = data[at + frame.length : at + frame.length + 4]
            if _parse_frame(after) or (len(after) < 4 and at == 0):
                return at, frame
        at = data.find(b"\xff", at + 1)
    raise UnreadableMedium("There is no MP3 sound in the file.", "Export it again as MP3.")


def _measure_pace(data: bytes, at: int) -> float:
    """Bytes a second, over all frames at hand: some programs change the bitrate without a count."""
    first, seconds = at, 0.0
    while frame := _parse_frame(data[at : at + 4]):
        seconds += frame.samples / frame.rate
        at += frame.length
    return (at - first) / seconds


def _parse_frame(head: bytes) -> _Frame | None:
    """The frame whose four header bytes these are, None for anything else."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or head[1] & 0x06 != 0x02:
        return None
    version, index, pace = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or index in (0, 15) or pace == 3:
        return None
    first = version == 3
    rate = _RATES[pace] >> (0 if first else 1 if version == 2 else 2)
    bitrate = (_BITRATES_1 if first else _BITRATES_2)[index] * 1000
    samples = 1152 if first else 576
    length = samples // 8 * bitrate // rate + (head[2] >> 1 & 1)
    mono = head[3] >> 6 == 3
    side = (17 if mono else 32) if first else (9 if mono else 17)
    return _Frame(rate, samples, bitrate, length, side)


def _read_count(data: bytes, frame: _Frame) -> int:
    """How many frames the first one says there are, 0 where it does not."""
    at = 4 + frame.side
    if data[at : at + 4] in (b"Xing", b"Info") and data[at + 7 : at + 8] and data[at + 7] & 1:
        return int.from_bytes(data[at + 8 : at + 12], "big")
    if data[36:40] == b"VBRI":
        return int.from_bytes(data[50:54], "big")
    return 0
