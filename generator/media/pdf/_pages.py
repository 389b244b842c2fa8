"""Counting a PDF's pages without reading its structure: page objects, plain or in packed streams.

Best effort (ISO 32000-1, 7.5.7): pages are counted once by object number, so that a file saved
several times does not count double; a page taken out in a later saving is still counted.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right

_OBJECT_OR_PAGE = re.compile(
    rb"(?<!\d)(\d{1,9})\s{1,4}\d{1,5}\s{1,4}obj\b|/Type\s{0,4}/Page(?![A-Za-z])"
)  # the look behind keeps long runs of digits from being tried at each of them
_PAGE = re.compile(rb"/Type\s{0,4}/Page(?![A-Za-z])")
_PACKED = re.compile(rb"/Type\s{0,4}/ObjStm")
_FIRST = re.compile(rb"/First\s{1,4}(\d{1,9})")
_LOCKED = re.compile(rb"/Encrypt\s{0,4}(?:\d{1,9}\s{1,4}\d{1,5}\s{1,4}R|<<)")
_STREAMS_MAX, _UNPACKED_MAX, _TOTAL_MAX = 2_000, 4 << 20, 64 << 20
_DICT_MAX = 2_000


def is_locked(data: bytes) -> bool:
    """Whether the file says that it is encrypted."""
    return _LOCKED.search(data) is not None


def count_pages(data: bytes) -> int:
    """How many page objects there are, 0 where none can be seen."""
    return len(_find_plain(data) | _find_packed(data))


def _find_plain(data: bytes) -> set[int]:
    """Numbers of the page objects that stand in the file as they are."""
    pages, current = set(), 0
    for match in _OBJECT_OR_PAGE.finditer(data):
        if match[1]:
            current = int(match[1])
        else:
            pages.add(current)
    return pages


def _find_packed(data: bytes) -> set[int]:
    """Numbers of the page objects in packed streams, within caps for streams and bytes."""
    pages: set[int] = set()
    total = 0
    for index, match in enumerate(_PACKED.finditer(data)):
        if index >= _STREAMS_MAX or total > _TOTAL_MAX:
            break
        start = data.find(b"stream", match.end(), match.end() + _DICT_MAX)
        begin = max(data.rfind(b"obj", max(0, match.start() - _DICT_MAX), match.start()), 0)
        first = _FIRST.search(data, begin, start) if start >= 0 else None
        if first is None:
            continue
        plain = _unpack(data, start + 6)
        total += len(plain)
        pages |= _find_numbers(plain, int(first[1]))
    return pages


def _unpack(data: bytes, start: int) -> bytes:
    """The beginning of a packed stream, empty where it is packed in another way or damaged."""
    while data[start : start + 1] in (b"\r", b"\n"):
        start += 1
    try:
        return zlib.decompressobj().decompress(memoryview(data)[start:], _UNPACKED_MAX)
    except zlib.error:
        return b""


def _find_numbers(plain: bytes, first: int) -> set[int]:
    """Numbers of the page objects in one unpacked stream, which begins with numbers and offsets."""
    words = plain[:first].split()[:20_000]
    if len(words) % 2 or not all(word.isdigit() and len(word) < 10 for word in words):
        return set()
    numbers = [int(word) for word in words]
    starts = [first + offset for offset in numbers[1::2]]
    found = (bisect_right(starts, match.start()) - 1 for match in _PAGE.finditer(plain, first))
    return {numbers[2 * index] for index in found if index >= 0}
