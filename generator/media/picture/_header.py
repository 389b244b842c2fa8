"""What a picture's header says: size, orientation, movement, and whether its end is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from generator.media._problem import UnreadableMedium

_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"heif")


@dataclass(frozen=True, slots=True)
class Header:
    """A picture's format in Pillow's name, its stored size in pixels, and how to turn it (1 to 8)."""

    format: str
    width: int
    height: int
    orientation: int = 1
    animated: bool = False

    @property
    def shown_size(self) -> tuple[int, int]:
        """Width and height after turning."""
        turned = self.orientation > 4
        return (self.height, self.width) if turned else (self.width, self.height)


def find_format(head: bytes) -> str:
    """The format's name in Pillow's words, "" for what is no picture of ours."""
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS and b"avif" not in head[:64]:
        return "HEIF"
    return ""


def is_picture(head: bytes) -> bool:
    """Whether the first bytes are those of a picture format that is taken."""
    return bool(find_format(head))


def read_header(stream: BinaryIO) -> Header:
    """Read a picture's header from an open file; raises `UnreadableMedium`."""
    from generator.media.picture import _gif, _heic, _jpeg, _png, _webp

    stream.seek(0)
    readers = {
        "JPEG": _jpeg.read_header,
        "PNG": _png.read_header,
        "WEBP": _webp.read_header,
        "GIF": _gif.read_header,
        "HEIF": _heic.read_header,
    }
    name = find_format(stream.read(64))
    if not name:
        raise UnreadableMedium("This is no picture.", "Export it as JPEG or PNG.")
    return readers[name](stream)


def damaged(name: str) -> UnreadableMedium:
    """The exception for a header that makes no sense, naming the format."""
    return UnreadableMedium(
        f"The {name} picture is damaged.", "Open it in a picture program and export it again."
    )
