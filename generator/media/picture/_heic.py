"""HEIC, the format of iPhone photos: its reader is an extra, loaded only when such a file is met."""

from __future__ import annotations

import warnings
from typing import BinaryIO

from generator.media._problem import UnreadableMedium
from generator.media.picture._header import Header, damaged


def load_heic() -> None:
    """Teach Pillow to read HEIC; raises `UnreadableMedium` where the extra is not installed."""
    try:
        import pillow_heif
    except ImportError as error:
        raise UnreadableMedium(
            "This is a HEIC photo, and the extra that reads it is not installed here (exhibit[heic]).",
            "Export it as JPEG: on a Mac in Preview with File, Export; on an iPhone set Settings, "
            "Camera, Formats to Most Compatible.",
        ) from error
    pillow_heif.register_heif_opener(thumbnails=False)


def read_header(stream: BinaryIO) -> Header:
    """The shown size of a HEIC photo; its reader turns the picture itself."""
    load_heic()
    from PIL import Image

    stream.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(stream, formats=["HEIF"]) as image:
                return Header("HEIF", *image.size)
    except Exception as error:  # whatever a decoder raises, the photo is what is wrong
        raise damaged("HEIC") from error
