"""Picture to WebP through bare pixels: the only module of the program that decodes with Pillow.

Saving a picture again keeps comments and some colour profiles; a new picture made from the raw
pixel buffer keeps nothing (security notes, M9). Measured on a 12-megapixel photo: WebP method 2
takes two thirds of the time of method 4 for 0 to 2 % more bytes, method 3 saves neither.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from generator.media._files import open_medium
from generator.media._problem import UnreadableMedium
from generator.media.picture import LIMITS, SHRINK
from generator.media.picture._colour import convert_colours, flatten_mode
from generator.media.picture._header import Header, read_header
from generator.media.picture._plan import plan_widths

QUALITY, METHOD = 80, 2
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_HARMLESS = ({"module": r"PIL\.TiffImagePlugin"}, {"message": ".*malformed MPO"})
"""Warnings about EXIF data (no TIFF is read here) and second pictures, which are dropped anyway.

Every other warning is an error.
"""


def render_derivatives(source: Path, widths: tuple[int, ...], limit_px: int) -> dict[int, bytes]:
    """See `generator.media.picture.render_derivatives`."""
    with open_medium(source) as stream:
        header = read_header(stream)
        sizes = plan_widths(*header.shown_size, widths, limit_px)
        if not sizes:
            raise UnreadableMedium("The picture has no size.", "Export it again.")
        if header.width * header.height > LIMITS["pixels"]:
            raise UnreadableMedium("The picture has too many pixels.", SHRINK)
        with _as_unreadable():
            image = _read_pixels(stream, header, sizes[-1])
            return _render_sizes(image, sizes)


def _render_sizes(image: Image.Image, sizes: tuple[tuple[int, int], ...]) -> dict[int, bytes]:
    """A WebP of each size, widest first, each made from the one before."""
    made: dict[int, bytes] = {}
    for size in reversed(sizes):
        image = _shrink(image, size)
        made[size[0]] = _render_webp(image)
    return made


def _render_webp(image: Image.Image) -> bytes:
    """The bytes of a WebP that holds the pixels and nothing else."""
    out = io.BytesIO()
    nothing = {"exif": b"", "xmp": b"", "icc_profile": b""}
    image.save(out, "WEBP", quality=QUALITY, method=METHOD, **nothing)
    return out.getvalue()


def _read_pixels(stream: BinaryIO, header: Header, largest: tuple[int, int]) -> Image.Image:
    """The picture at its largest size, turned, in sRGB, made anew from the raw buffer."""
    stored = largest[::-1] if header.orientation > 4 else largest
    stream.seek(0)
    with Image.open(stream, formats=[header.format]) as image:
        if image.size != (header.width, header.height):
            raise ValueError("header and decoder disagree about the size")
        if header.format == "JPEG":
            # both sides: with the width alone nothing would be shrunk while decoding
            image.draft(None, stored)
        image.load()
        profile = image.info.get("icc_profile")
        pixels = _shrink(flatten_mode(image), stored)
    pixels = convert_colours(pixels, profile)
    if header.orientation in _TURNS:
        pixels = pixels.transpose(_TURNS[header.orientation])
    return Image.frombytes(pixels.mode, pixels.size, pixels.tobytes())


def _shrink(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A picture at a smaller size; the same one where it has that size already."""
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)


@contextmanager
def _as_unreadable() -> Iterator[None]:
    """Turn whatever Pillow raises or warns of into one exception with advice.

    Its errors are of seven kinds and more (security notes, M15), and between one and two times
    its pixel limit it only warns.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            for harmless in _HARMLESS:
                warnings.filterwarnings("ignore", **harmless)
            yield
    except UnreadableMedium:
        raise
    except Exception as error:
        raise UnreadableMedium(
            "The picture is damaged and cannot be shown.",
            "Open it in a picture program and export it again as JPEG or PNG.",
        ) from error
