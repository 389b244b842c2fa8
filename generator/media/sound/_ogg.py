"""OGG: pages that carry a clock; the last one tells the play time (RFC 3533, RFC 7845)."""

from __future__ import annotations

from typing import BinaryIO

from generator.media._files import read_at, read_tail
from generator.media._problem import UnreadableMedium

_TAIL = 131_072
_OPUS_RATE = 48_000


def is_ogg(head: bytes) -> bool:
    """Whether the first bytes are those of an OGG that begins with sound."""
    return head[:4] == b"OggS" and _find_codec(head) != ""


def _find_codec(page: bytes) -> str:
    """The codec of a first page, "" for one that is not sound."""
    start = 27 + page[26] if len(page) > 26 else 0
    for magic, name in ((b"\x01vorbis", "vorbis"), (b"OpusHead", "opus")):
        if page.startswith(magic, start):
            return name
    return ""


def read_ogg_seconds(stream: BinaryIO) -> float:
    """Play time from the last page's clock; raises `UnreadableMedium`."""
    head = read_at(stream, 0, 28)
    head = read_at(stream, 0, 27 + head[26] + 19)
    start = 27 + head[26]
    rate, skipped = _OPUS_RATE, int.from_bytes(head[start + 10 : start + 12], "little")
    if _find_codec(head) == "vorbis":
        rate, skipped = int.from_bytes(head[start + 12 : start + 16], "little"), 0
    clock = _find_clock(read_tail(stream, _TAIL), head[14:18])
    if not rate or clock is None:
        raise UnreadableMedium("The sound is damaged.", "Export it again as OGG or MP3.")
    return max(0, clock - skipped) / rate


def _find_clock(tail: bytes, serial: bytes) -> int | None:
    """The clock of the last page of a stream, None where there is none that counts."""
    at = tail.rfind(b"OggS")
    while at >= 0:
        clock = int.from_bytes(tail[at + 6 : at + 14], "little", signed=True)
        if tail[at + 14 : at + 18] == serial and clock >= 0:
            return clock
        at = tail.rfind(b"OggS", 0, at)
    return None
