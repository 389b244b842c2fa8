"""Any colour mode to 8-bit RGB or RGBA, and any colour profile to sRGB."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageCms

_DIRECT = ("RGB", "RGBA", "L", "CMYK")
"""Modes that a colour profile can speak of and that survive shrinking as they are."""


def flatten_mode(image: Image.Image) -> Image.Image:
    """The picture in mode RGB, RGBA, L or CMYK; transparency is kept, 16 bits become 8."""
    if image.mode.startswith("I;16"):
        high = 0 if image.mode.endswith("B") else 1
        return Image.frombytes("L", image.size, image.tobytes()[high::2])
    if image.mode == "I":
        return image.point(lambda value: value / 256).convert("L")
    if "transparency" in image.info or image.mode in ("LA", "La", "PA", "RGBa"):
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in _DIRECT else image.convert("RGB")


def convert_colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB, mode RGB, or RGBA where something shows through.

    A profile that is odd, or that is not for this mode, is passed over.
    """
    converted = _apply_profile(image, profile) if profile else None
    image = converted or image
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] == 255:
        return image.convert("RGB")
    return image if image.mode in ("RGB", "RGBA") else image.convert("RGB")


def _apply_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    """The picture moved from its profile to sRGB; None where that cannot be done."""
    target = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if ImageCms.getProfileDescription(source).startswith("sRGB"):
            return None
        return ImageCms.profileToProfile(image, source, _load_srgb(), outputMode=target)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


@cache
def _load_srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
