"""One search index for the school's pages and ours, as Material's search reads it.

`search/search_index.json` is fetched over http; `search/search_index.js` holds the same and is
loaded as a script from a folder on disk, where a browser fetches nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from generator.pages._draft import Grant, PageDraft

JSON_FILE = "search/search_index.json"
SCRIPT_FILE = "search/search_index.js"

Row = tuple[str, str, str, tuple[Grant, ...]]
"""What the index needs of a page: its file, title and text as plain text, and its grants."""


def find_row(draft: PageDraft) -> Row | None:
    """Give what the index needs of a draft; None if search does not know the page. Plain data that pickles."""
    entry = draft.search
    return None if entry is None else (draft.file, entry.title, entry.text, tuple(sorted(draft.grants)))


def render_search(index: dict[str, Any], rows: Iterable[Row]) -> tuple[tuple[tuple[str, bytes], ...], frozenset[Grant]]:
    """Render both files, path and bytes, and the grants that they lean on together.

    `index` is `SchoolPages.search`. Results are sorted by address. Material prints titles and texts
    as HTML, so ours are escaped here.
    """
    docs = list(index["docs"])
    grants: set[Grant] = set()
    for file, title, text, given in rows:
        docs.append({"location": file, "title": escape(title, quote=False), "text": escape(text, quote=False)})
        grants.update(given)
    docs.sort(key=lambda entry: (entry["location"], entry["title"], entry["text"]))
    text = json.dumps({"config": index["config"], "docs": docs}, ensure_ascii=False, separators=(",", ":"), default=str)
    return ((SCRIPT_FILE, f"var __index = {text}".encode()), (JSON_FILE, text.encode())), frozenset(grants)
