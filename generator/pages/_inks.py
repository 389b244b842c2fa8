"""The two inks of a portfolio or a school: twelve ready pairs, and a pair as a palette for pages.

The rule is DESIGN.md, section 2.2. It never refuses a pair: it moves lightness until words can be
read, leaves the hue alone, and says with `moved` when a flat colour had to go far from the choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.model.inks import PAIRS
from generator.pages._colour import darken, lighten, measure_contrast, multiply, parse_hex, parse_oklch, render_hex

WHITE = "#ffffff"
BLACK = "#1c1a15"
PAPER = "#fbfaf5"
NIGHT = "#16181a"

ON_A, ON_B, B_AS_TEXT, NAME_ON_A, ON_AB, TEXT_AT_NIGHT = 6.0, 5.0, 4.6, 4.2, 7.0, 7.0
"""The contrasts promised: white on A, black on B, B on paper, the name on A, white on both, text at night."""

FAR = 0.12
"""A flat colour moved by more lightness than this is worth telling (step 6)."""

_DEEPER = 0.02


@dataclass(frozen=True, slots=True)
class Palette:
    """A pair as CSS declarations: `day` holds what always stands, `night` what the dark scheme adds.

    `day`: `--ink-a`, `--ink-a-on`, `--ink-a-text`, `--ink-b`, `--ink-b-on`, `--ink-b-text`,
    `--ink-ab`, `--b-on-a`. `night`: `--ink-a-night`, `--ink-a-text-night`, `--ink-b-night`,
    `--ink-b-text-night`. `moved` says that a flat colour is far from the one chosen.
    """

    day: str
    night: str
    moved: bool


@lru_cache(maxsize=1024)
def make_palette(a: str, b: str) -> Palette:
    """Make the palette of two colours, in either order; ValueError if one is not `#abc` or `#aabbcc`."""
    dark, light = sorted((parse_hex(a), parse_hex(b)), key=lambda colour: (parse_oklch(colour).lightness, colour))
    ink_a = darken(dark, lambda colour: measure_contrast(colour, WHITE) >= ON_A)
    ink_b = lighten(light, lambda colour: measure_contrast(colour, BLACK) >= ON_B)
    day = {
        "ink-a": ink_a,
        "ink-a-on": WHITE,
        "ink-a-text": ink_a,
        "ink-b": ink_b,
        "ink-b-on": BLACK,
        "ink-b-text": darken(ink_b, lambda colour: measure_contrast(colour, PAPER) >= B_AS_TEXT),
        "ink-ab": darken(multiply(ink_a, ink_b), lambda colour: measure_contrast(colour, WHITE) >= ON_AB),
        "b-on-a": lighten(ink_b, lambda colour: measure_contrast(colour, ink_a) >= NAME_ON_A),
    }
    night = {
        "ink-a-night": _deepen(ink_a),
        "ink-a-text-night": _lighten_for_night(ink_a),
        "ink-b-night": lighten(_deepen(ink_b), lambda colour: measure_contrast(colour, BLACK) >= ON_B),
        "ink-b-text-night": _lighten_for_night(ink_b),
    }
    far = max(_measure_move(dark, ink_a), _measure_move(light, ink_b)) > FAR
    return Palette(_render_css(day), _render_css(night), far)


def find_palette(pair: str, colours: tuple[str, str] | None, default: Palette) -> Palette:
    """Find the palette of a pair by its name, else of two colours; `default` if neither can be read."""
    chosen = PAIRS.get(pair.strip().lower()) or colours
    if chosen is None:
        return default
    try:
        return make_palette(*chosen)
    except ValueError:
        return default


def _deepen(colour: str) -> str:
    """Make a flat colour a touch deeper, as it is printed at night."""
    now = parse_oklch(colour)
    return render_hex(now._replace(lightness=now.lightness - _DEEPER))


def _lighten_for_night(colour: str) -> str:
    """Lighten a colour until it can be read as text on the night's paper."""
    return lighten(colour, lambda now: measure_contrast(now, NIGHT) >= TEXT_AT_NIGHT)


def _measure_move(before: str, after: str) -> float:
    """Measure how far a colour moved in lightness."""
    return abs(parse_oklch(before).lightness - parse_oklch(after).lightness)


def _render_css(colours: Mapping[str, str]) -> str:
    """Render colours as declarations of custom properties."""
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())
