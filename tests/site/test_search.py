"""One search index for all pages: sorted, escaped, and the same for a browser without a server."""

from __future__ import annotations

import json

from generator.pages._draft import PageDraft, SearchEntry
from generator.site.search import find_row, render_search

INDEX = {"config": {"lang": ["en"]}, "docs": [{"location": "visiting.html", "title": "Visiting", "text": "<p>bus</p>"}]}
ANA = frozenset({("ana-r", "work")})


def render(*drafts: PageDraft) -> tuple[dict[str, bytes], frozenset[tuple[str, str]]]:
    """Render the index of these pages."""
    files, grants = render_search(INDEX, [row for row in map(find_row, drafts) if row])
    return dict(files), grants


def test_our_pages_and_the_schools() -> None:
    """Both kinds stand in one index, sorted by address, whatever their order was."""
    drafts = [PageDraft("a/z/", "t", "", search=SearchEntry("Z", "zebra")), PageDraft("a/b/", "t", "", search=SearchEntry("B", "bee"), grants=ANA)]
    files, grants = render(*drafts)
    docs = json.loads(files["search/search_index.json"])["docs"]
    assert [entry["location"] for entry in docs] == ["a/b/index.html", "a/z/index.html", "visiting.html"]
    assert files == render(*reversed(drafts))[0]
    assert grants == ANA


def test_the_script_holds_the_same() -> None:
    """The script for folders on disk assigns the very index that is fetched elsewhere."""
    files, _ = render(PageDraft("a/b/", "t", "", search=SearchEntry("B", "bee")))
    assert files["search/search_index.js"] == b"var __index = " + files["search/search_index.json"]


def test_words_are_text_in_results() -> None:
    """Results are printed as HTML, so a title or text is escaped in the index."""
    files, _ = render(PageDraft("a/b/", "t", "", search=SearchEntry("<img src=x>", "a < b & c")))
    entry = json.loads(files["search/search_index.json"])["docs"][0]
    assert (entry["title"], entry["text"]) == ("&lt;img src=x&gt;", "a &lt; b &amp; c")


def test_pages_that_search_does_not_know() -> None:
    """A page without a search entry is not in the index, nor are its grants."""
    files, grants = render(PageDraft("a/b/", "secret", "secret", grants=ANA))
    assert b"secret" not in files["search/search_index.json"] and grants == frozenset()
