"""Every way of every page leads somewhere, is relative and names a file; nothing is loaded from another host."""

from __future__ import annotations

import posixpath
import re

import pytest

from tests.system.pages import Found, find_broken, read_pages
from tests.system.sample import Sample, read_tree


@pytest.fixture(scope="module", params=["public", "staff"])
def site(request: pytest.FixtureRequest, sample: Sample) -> tuple[dict[str, bytes], dict[str, Found]]:
    """The files and the parsed pages of one edition."""
    tree = read_tree(getattr(sample, request.param))
    return tree, read_pages(tree)


def test_every_way_leads_to_a_file(site: tuple[dict[str, bytes], dict[str, Found]]) -> None:
    """Links, pictures, scripts, sheets and anchors: all there, all relative, all by their file's name."""
    assert list(find_broken(*site)) == []


def test_styles_load_nothing_from_elsewhere(site: tuple[dict[str, bytes], dict[str, Found]]) -> None:
    """No sheet asks for a file that is not in the tree, or for another host."""
    tree, _ = site
    missing = []
    for path, data in tree.items():
        if path.endswith(".css"):
            for way in re.findall(r"url\(\s*['\"]?([^'\")]+)", data.decode("utf-8")):
                goal = posixpath.normpath(posixpath.join(posixpath.dirname(path), way.split("#")[0].split("?")[0]))
                if not way.startswith(("data:", "#")) and goal not in tree:
                    missing.append(f"{path}: {way}")
    assert missing == []


def test_every_picture_says_what_it_is(site: tuple[dict[str, bytes], dict[str, Found]]) -> None:
    """Every picture has alternative text, an empty one included, and both its measures."""
    _, pages = site
    bare = [
        f"{path}: {image.get('src')}" for path, page in pages.items() for image in page.images
        if image.get("alt") is None or not re.fullmatch(r"\d+", image.get("width") or "") or not re.fullmatch(r"\d+", image.get("height") or "")
    ]
    assert bare == []


def test_no_template_shows_through(site: tuple[dict[str, bytes], dict[str, Found]]) -> None:
    """No page says None, Undefined, a Python object, braces that were never filled in, or a private mark."""
    _, pages = site
    slips = re.compile(r"(?<![\w’'-])None(?![\w’'-])(?!\s+of)|Undefined|\{\{|\}\}|\{%|\{[a-z_]+\}|<generator|object at 0x|Said\(|datetime\.date|[\ue000\ue001]")
    found = [f"{path}: {slips.search(words)} in {words.strip()[:80]!r}" for path, page in pages.items() for words in page.words if slips.search(words)]
    assert found == []


def test_every_page_is_reached_from_the_home(sample: Sample) -> None:
    """From the home page links lead to every other page, but for the one that answers for what is not there."""
    tree = read_tree(sample.public)
    pages = read_pages(tree)
    seen, todo = set(), ["index.html"]
    while todo:
        path = todo.pop()
        if path in seen or path not in pages:
            continue
        seen.add(path)
        todo += [posixpath.normpath(posixpath.join(posixpath.dirname(path), way.split("#")[0])) for tag, _, way in pages[path].ways if tag == "a" and way.split("#")[0]]
    assert sorted(pages.keys() - seen - {"404.html"}) == []


def test_public_tells_of_no_other_edition(sample: Sample) -> None:
    """The public pages carry no status, finding code, grade, group or "held back": those are for staff."""
    text = "\n".join(data.decode("utf-8") for path, data in read_tree(sample.public).items() if path.endswith(".html"))
    assert re.findall(r"\b(?:ART|MED|EVD|CON|PRV|GOL|LRN|EXH|CNF|ACC|SRC)\d{3}\b", text) == []
    assert [word for word in ("Kingfishers", "Otters", "Sturgeons", "Herons", "Room 12, table") if word in text] == []
