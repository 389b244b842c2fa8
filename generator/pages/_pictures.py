"""Pictures on pages: which files stand beside which page, and what an `<img>` says of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.audience.view import Said, ShownMedium
from generator.media.picture import plan_widths
from generator.pages._draft import PictureOrder

WIDTHS = (400, 800, 1600)
"""Widths of the derivatives in pixels, narrowest first."""


@dataclass(frozen=True, slots=True)
class Image:
    """One picture as a page shows it.

    `files` pairs addresses of the output (from the root of the tree) with widths in pixels; `width`
    and `height` are those of the widest.
    """

    files: tuple[tuple[str, int], ...]
    width: int
    height: int
    alt: Said | None
    address: str

    @property
    def widest(self) -> str:
        """The address of the largest file."""
        return self.files[-1][0]

    @property
    def middle(self) -> str:
        """The address of the file that a browser without `srcset` is given."""
        return self.files[min(1, len(self.files) - 1)][0]


def make_image(medium: ShownMedium, address: str, stem: str, limit_px: int) -> Image | None:
    """Describe a picture whose files stand in the folder `address` under an opaque name.

    None for what is no picture or cannot be published.
    """
    facts = medium.facts
    if medium.kind != "picture" or not medium.publishable or facts is None or not facts.width:
        return None
    sizes = plan_widths(facts.width, facts.height, WIDTHS, limit_px)
    files = tuple((f"{address}{stem}-{width}.webp", width) for width, _ in sizes)
    return Image(files, *sizes[-1], None if medium.decorative else medium.alt, address)


def make_order(medium: ShownMedium, image: Image, stem: str) -> PictureOrder:
    """Order the files of a picture for the page it stands beside."""
    return PictureOrder(medium.source, image.address, stem, tuple(width for _, width in image.files))
