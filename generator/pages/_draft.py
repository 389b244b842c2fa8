"""A page before the shell goes round it."""

from __future__ import annotations

from dataclasses import dataclass, field

Grant = tuple[str, str]
"""A learner id and a consent item that a page leans on; never written into a page."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What the search of the site knows of a page: a title, a caption and words, plain text."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PictureOrder:
    """A picture that a page shows: which source becomes which files beside the page.

    `source` is the path of the original below the school's folder and is never printed.
    `address` is the folder of the output, `stem` the opaque name there; the derivatives are
    `<address><stem>-<width>.webp` for each of `widths`, in pixels, widest last.
    """

    source: str
    address: str
    stem: str
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PageDraft:
    """The content of one page and what the shell needs to know of it.

    `address` ends in "/" (the page is its `index.html`), is "" for the school's home, or is the
    name of a file such as "404.html". `title` and `description` are plain text, never escaped
    before. `content` is safe HTML. `section` says which word of the header is current: "home",
    "exhibition", "works", "graduate-profile", "portfolio", or "". `inks` holds CSS declarations
    (custom properties, made by `pages/_inks.py`) or "" for the school's own pair; `inks_night`
    the same for the dark palette.
    `grants` lists whose consent the page leans on, so that it can be taken down at once.
    """

    address: str
    title: str
    content: str
    description: str = ""
    lang: str = "en"
    direction: str = "ltr"
    section: str = ""
    inks: str = ""
    inks_night: str = ""
    search: SearchEntry | None = None
    pictures: tuple[PictureOrder, ...] = ()
    grants: frozenset[Grant] = field(default_factory=frozenset)

    @property
    def file(self) -> str:
        """The output file: `address` plus `index.html`, or the address itself if it is a file."""
        return self.address if self.address.endswith(".html") else self.address + "index.html"
