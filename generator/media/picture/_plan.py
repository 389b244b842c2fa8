"""Which sizes of a picture are made: pure arithmetic, so that a page can write `srcset` from facts."""

from __future__ import annotations

WEBP_MAX = 16_383
"""The longest side a WebP file can have, in pixels."""


def plan_widths(
    width: int, height: int, wanted: tuple[int, ...], limit_px: int
) -> tuple[tuple[int, int], ...]:
    """The sizes `(width, height)` made of a picture of this shown size, narrowest first.

    Nothing is made larger than the picture, and no side longer than `limit_px`: where a wanted
    width is too much, the largest that is allowed takes its place, once. Empty without a size.
    """
    if width < 1 or height < 1 or not wanted:
        return ()
    longest = max(width, height)
    side = max(1, min(limit_px, WEBP_MAX, longest))
    most = max(1, width * side // longest)
    made = sorted({min(one, most) for one in wanted if one > 0})
    return tuple((one, min(side, _scale(height, one, width))) for one in made)


def _scale(height: int, one: int, width: int) -> int:
    """The height that belongs to a width, rounded half up, at least 1."""
    return max(1, (2 * height * one + width) // (2 * width))
