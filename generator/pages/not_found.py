"""The page for an address that is not shown: neutral, in each of the school's languages, the same for every reason."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.audience.view import PublishedView
from generator.pages._desk import Desk
from generator.pages._draft import PageDraft
from generator.pages._words import find_direction, load_words


def draft_shared(view: PublishedView, desk: Desk) -> Iterator[PageDraft]:
    """Draft `404.html`. A host shows it at any address, so its links start at the root of the site."""
    path = urlsplit(view.school.url).path.strip("/")
    languages = [(each, find_direction(each), load_words(desk.theme_dirs, each)) for each in desk.languages]
    content = desk.render("not_found.html", 0, root=f"/{path}/" if path else "/", languages=_drop_repeats(languages))
    yield PageDraft(address="404.html", title=desk.say("not_found"), content=content, lang=desk.language, direction=desk.direction)


def _drop_repeats(languages: list[tuple[str, str, object]]) -> list[tuple[str, str, object]]:
    """Leave out a language whose words are not translated and would say the same again."""
    kept: list[tuple[str, str, object]] = []
    for each in languages:
        if all(each[2]["not_found"] != other[2]["not_found"] for other in kept):  # type: ignore[index]
            kept.append(each)
    return kept
