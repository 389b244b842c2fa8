"""What files other than text hold besides their pixels or sound: metadata, words, further files."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = re.compile(
    rb"Exif\0\0|http://ns\.adobe\.com/xap|<x:xmpmeta|<\?xpacket begin|Photoshop 3\.0\0|8BIM\x04\x04|\xa9xyz|com\.apple\.quicktime\.location|XMP DataXMP"
)
"""What metadata of any format begins with: Exif, XMP, IPTC, places in films."""

_WEBP_PIXELS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_PNG_PIXELS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT", b"hIST"})
_ONLY_ASCII = bytes(each if 32 <= each < 127 else 32 for each in range(256))
_MEMBERS, _MEMBER_MAX, _INFLATED_MAX = 2000, 64_000_000, 16_000_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some bytes of a file: from where, the text in them, and how long a text has to be to mean anything there."""

    offset: int
    text: str
    least: int


class UnreadableArchive(Exception):  # noqa: N818
    """An archive is damaged, locked or larger than we unpack."""


def find_metadata(data: bytes) -> Iterator[tuple[int, str]]:
    """Find metadata of pictures, films and documents: the offset, and what it is called."""
    found = {match.start(): match[0].decode("latin-1").strip("\0") for match in _MARKS.finditer(data)}
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        found.update({at: name.decode("latin-1") for at, name, _ in _list_webp(data) if name not in _WEBP_PIXELS})
    elif data[:8] == b"\x89PNG\r\n\x1a\n":
        found.update({at: name.decode("latin-1") for at, name, _ in _list_png(data) if name not in _PNG_PIXELS})
    elif data[:3] == b"\xff\xd8\xff":
        found.update(dict(_list_jpeg(data)))
    elif data[:4] == b"GIF8":
        found.update({match.start(): "comment" for match in re.finditer(rb"!\xfe[\x01-\xff]", data)})
    yield from sorted(found.items())


def read_stretches(data: bytes) -> Iterator[Stretch]:
    """Read all text that may be in bytes: as UTF-8 and UTF-16, and in packed parts of PNG and PDF.

    Packed pixels hold short words by chance, so only longer texts count there.
    """
    is_picture = data[:4] in (b"RIFF", b"\x89PNG", b"GIF8", b"wOF2", b"wOFF") or data[:3] == b"\xff\xd8\xff"
    if is_picture:
        yield Stretch(0, data.translate(_ONLY_ASCII).decode("ascii"), 8)
    else:
        yield Stretch(0, data.decode("utf-8", "replace"), 6)
        yield Stretch(0, data.decode("utf-16-le", "replace").replace("\ufeff", " "), 6)
        yield Stretch(1, data[1:].decode("utf-16-le", "replace").replace("\ufeff", " "), 6)
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        for at, name, body in _list_png(data):
            if name in (b"zTXt", b"iTXt", b"tEXt", b"eXIf"):
                yield Stretch(at, f"{body.decode('utf-8', 'replace')} {_inflate(body[body.find(0) + 2 :])}", 0)
    if data[:5] == b"%PDF-":
        for match in re.finditer(rb"stream\r?\n", data):
            text = _inflate(data[match.end() :])
            if text:
                yield Stretch(match.end(), text, 0)


def list_members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """List the files of a zip archive, a Scratch project among them; raises UnreadableArchive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [each for each in archive.infolist() if not each.is_dir()]
            if len(entries) > _MEMBERS or sum(each.file_size for each in entries) > _MEMBER_MAX:
                raise UnreadableArchive
            yield "", archive.comment
            for each in entries:
                with archive.open(each) as file:
                    yield each.filename, file.read(each.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise UnreadableArchive from error


def _list_webp(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    at, end = 12, 8 + int.from_bytes(data[4:8], "little")
    while at + 8 <= min(end, len(data)):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        yield at, data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    if at < len(data):
        yield at, b"bytes behind the end", data[at:]


def _list_png(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    at, name = 8, b""
    while at + 12 <= len(data) and name != b"IEND":
        size, name = struct.unpack(">I4s", data[at : at + 8])
        yield at, name, data[at + 8 : at + 8 + size]
        at += 12 + size
    if at < len(data):
        yield at, b"bytes behind the end", data[at:]


def _list_jpeg(data: bytes) -> Iterator[tuple[int, str]]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        marker = data[at + 1]
        if marker == 0xFE or marker in (0xE1, 0xED) or (marker == 0xE2 and data[at + 4 : at + 8] == b"MPF\0"):
            yield at, {0xFE: "comment", 0xE1: "Exif or XMP", 0xED: "IPTC", 0xE2: "MPF"}[marker]
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    end = data.rfind(b"\xff\xd9")
    if 0 < end < len(data) - 2:
        yield end + 2, "bytes behind the end"


def _inflate(data: bytes) -> str:
    try:
        return zlib.decompressobj().decompress(data, _INFLATED_MAX).decode("latin-1")
    except zlib.error:
        return ""
