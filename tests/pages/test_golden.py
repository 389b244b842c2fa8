"""The content of two pages, kept whole: a change in them is seen and meant, never an accident.

After a change that is meant, delete the file that differs and run the test once: it is written anew,
and the test says so.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.audience.view import PublishedView
from generator.layout import find_theme
from generator.pages import draft_work, open_desk

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("public_id", ["anaa2222", "snsr2222"], ids=["portfolio", "piece"])
def test_the_page_is_as_it_was(view: Callable[..., PublishedView], public_id: str) -> None:
    """The public portfolio and piece of the small school come out as they were kept."""
    cut = view("public")
    desk = open_desk((find_theme(),), cut)
    content = next(iter(draft_work(cut, [public_id], desk))).content
    kept = GOLDEN / f"{public_id}.html"
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(content, "utf-8")
        pytest.fail(f"{kept.name} was not there and has been written: look at it, and keep it if it is as it should be.")
    assert content == kept.read_text("utf-8")
