"""Reading built pages: what each links to, loads and says."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

LOADS = {"img", "script", "source", "video", "audio", "iframe", "embed", "object", "track", "use", "image"}


@dataclass
class Found(HTMLParser):
    """The links, ids, pictures and words of one page."""

    ways: list[tuple[str, str, str]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    images: list[dict[str, str | None]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    base: str = ""
    silent: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("script", "style"):
            self.silent += 1
        self.ids |= {value for key, value in attrs if key == "id" and value or tag == "a" and key == "name" and value}  # type: ignore[misc]
        if tag == "base":
            self.base = given.get("href") or ""
            return
        if tag == "img":
            self.images.append(given)
        for key in ("href", "src", "poster", "data", "action", "xlink:href"):
            if key in given:
                self.ways.append((tag, key, given[key] or ""))
        for part in (given.get("srcset") or "").split(","):
            if part.strip():
                self.ways.append((tag, "srcset", part.split()[0]))
        self.words += [value for key, value in attrs if value and key in ("alt", "title", "aria-label", "content", "placeholder")]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)


def read_pages(tree: dict[str, bytes]) -> dict[str, Found]:
    """Parse every page of a tree."""
    found = {}
    for path, data in tree.items():
        if path.endswith(".html"):
            found[path] = Found()
            found[path].feed(data.decode("utf-8"))
    return found


def find_broken(tree: dict[str, bytes], pages: dict[str, Found]) -> Iterator[str]:
    """Every way of every page that leads to no file of the tree, or to no place on its page."""
    for path, page in pages.items():
        for tag, key, way in page.ways:
            problem = _judge(tree, pages, path, page, tag, way)
            if problem:
                yield f"{path}: <{tag} {key}={way!r}> {problem}"


def _judge(tree: Iterable[str], pages: dict[str, Found], path: str, page: Found, tag: str, way: str) -> str:
    parts = urlsplit(way)
    if parts.scheme in ("data", "mailto"):
        return ""
    if parts.scheme or parts.netloc:
        return "asks another host" if tag in LOADS or tag == "link" else ""
    if way.startswith("/") and not page.base:  # the 404 page stands at any address, so its ways start at the root
        return "is not relative"
    goal = path if not parts.path else posixpath.normpath(posixpath.join("" if page.base else posixpath.dirname(path), unquote(parts.path))).lstrip("/")
    if goal not in tree:
        return "leads nowhere"
    if parts.path.endswith("/") or not re.search(r"\.\w+$", goal):
        return "names no file"
    if parts.fragment and goal in pages and unquote(parts.fragment) not in pages[goal].ids and not parts.fragment.startswith("__"):
        return "leads to no place on that page"
    return ""


def find_halves(tree: dict[str, bytes]) -> list[str]:
    """Everything that is only half there: a portfolio or a piece that is linked, searched or placed, and has no page."""
    pages = read_pages(tree)
    rows = json.loads(tree["search/search_index.json"])["docs"] if "search/search_index.json" in tree else []
    lost = [f"search: {row['location']}" for row in rows if row["location"].split("#")[0] not in tree]
    return [*find_broken(tree, pages), *lost]
