"""Colours in OKLCH and their contrast, in plain Python: what a pair of inks is worked out with.

Lightness runs from 0 to 1, chroma from 0, hue in degrees. Matrices: Björn Ottosson, "A perceptual
color space for image processing" (2020). Contrast: WCAG 2.2, "relative luminance".
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

STEP = 0.005
"""How far one step moves a lightness (DESIGN.md, section 2.2)."""

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}", re.ASCII)
_NEAR = 1e-6


class Oklch(NamedTuple):
    """A colour as lightness (0 to 1), chroma (from 0) and hue (degrees)."""

    lightness: float
    chroma: float
    hue: float


def parse_hex(text: str) -> str:
    """Parse `#abc` or `#aabbcc` to six small digits; ValueError if it is neither."""
    text = text.strip()
    if not _HEX.fullmatch(text):
        raise ValueError(f"{text!r} is not a colour such as #0f5b45.")
    digits = text[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


@lru_cache(maxsize=4096)
def parse_oklch(colour: str) -> Oklch:
    """Parse a colour of six digits to lightness, chroma and hue."""
    red, green, blue = (_to_linear(channel) for channel in _read_channels(colour))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def render_hex(colour: Oklch) -> str:
    """Render a colour as six digits; chroma shrinks as far as the screen's gamut asks, hue stays."""
    if colour.lightness <= 0:
        return "#000000"
    if colour.lightness >= 1:
        return "#ffffff"
    linear = _to_rgb(colour)
    if not _fits(linear):
        low, high = 0.0, colour.chroma
        for _ in range(12):
            middle = (low + high) / 2
            low, high = (middle, high) if _fits(_to_rgb(colour._replace(chroma=middle))) else (low, middle)
        linear = _to_rgb(colour._replace(chroma=low))
    return "#" + "".join(f"{round(255 * _to_gamma(min(1.0, max(0.0, channel)))):02x}" for channel in linear)


@lru_cache(maxsize=4096)
def measure_luminance(colour: str) -> float:
    """Measure the relative luminance of a colour of six digits, 0 to 1."""
    red, green, blue = (_to_linear(channel) for channel in _read_channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def measure_contrast(one: str, other: str) -> float:
    """Measure the contrast of two colours of six digits, 1 to 21."""
    low, high = sorted((measure_luminance(one), measure_luminance(other)))
    return (high + 0.05) / (low + 0.05)


def multiply(one: str, other: str) -> str:
    """Multiply two colours channel by channel, as one ink printed over another (CSS `multiply`)."""
    channels = zip(_read_channels(one), _read_channels(other))
    return "#" + "".join(f"{round(255 * a * b):02x}" for a, b in channels)


def darken(colour: str, enough: Callable[[str], bool]) -> str:
    """Darken a colour step by step until it is enough; black if nothing before it is."""
    return _move(colour, -STEP, enough)


def lighten(colour: str, enough: Callable[[str], bool]) -> str:
    """Lighten a colour step by step until it is enough; white if nothing before it is."""
    return _move(colour, STEP, enough)


def _move(colour: str, step: float, enough: Callable[[str], bool]) -> str:
    """Move the lightness of a colour from where it is until `enough`, at most to black or white."""
    start, now, count = parse_oklch(colour), colour, 0
    while not enough(now):
        count += 1
        lightness = start.lightness + count * step
        now = render_hex(start._replace(lightness=lightness))
        if not 0 < lightness < 1:
            break
    return now


def _read_channels(colour: str) -> tuple[float, float, float]:
    """Read red, green and blue from six digits, 0 to 1 each, as the screen counts them."""
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _to_linear(channel: float) -> float:
    """Take the screen's gamma off a channel."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _to_gamma(channel: float) -> float:
    """Put the screen's gamma on a channel."""
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _to_rgb(colour: Oklch) -> tuple[float, float, float]:
    """Turn a colour into linear red, green and blue, which may lie outside of 0 to 1."""
    angle = math.radians(colour.hue)
    a, b = colour.chroma * math.cos(angle), colour.chroma * math.sin(angle)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _fits(linear: tuple[float, float, float]) -> bool:
    """Tell whether a colour is one that the screen can show."""
    return all(-_NEAR <= channel <= 1 + _NEAR for channel in linear)
