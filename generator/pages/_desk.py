"""The desk that pages are drafted at: templates, words and the school's inks, made once a process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.audience.view import PublishedView, Said
from generator.pages._inks import PAIRS, Palette, find_palette, make_palette
from generator.pages._lots import find_current
from generator.pages._markdown import render_markdown
from generator.pages._words import find_direction, load_words, say_day, say_month

DEFAULT_PAIR = "cobalt-and-tomato"
SHELL_KEYS = ("nav_", "footer_", "edition_", "palette_")
"""Beginnings of the words that the shell says; the others are for pages."""


@dataclass(frozen=True)
class Desk:
    """Templates and words for one edition; shared by forked workers.

    `theme_dirs` are laid over each other, the school's own first.
    """

    env: Environment
    theme_dirs: tuple[Path, ...]
    language: str
    words: Mapping[str, str]
    palette: Palette
    languages: tuple[str, ...]

    def render(self, template: str, depth: int, **values: Any) -> str:
        """Render a content template for a page that stands `depth` folders deep."""
        return self.env.get_template(template).render(up="../" * depth, w=self.words, **values)

    def say(self, key: str, **values: object) -> str:
        """Say a word of the interface, with values put in."""
        return self.words[key].format(**values)

    def day(self, day: date | None) -> str:
        """Say a day in words."""
        return say_day(self.words, day)

    def month(self, day: date | None) -> str:
        """Say a month in words."""
        return say_month(self.words, day)

    @property
    def direction(self) -> str:
        """The direction of the school's first language."""
        return find_direction(self.language)

    @property
    def school_inks(self) -> tuple[str, str]:
        """The school's pair as CSS declarations, by day and by night."""
        return self.palette.day, self.palette.night

    @property
    def shell_words(self) -> dict[str, dict[str, str]]:
        """The words that the shell says, by language."""
        every = {language: load_words(self.theme_dirs, language) for language in self.languages}
        return {language: {key: word for key, word in words.items() if key.startswith(SHELL_KEYS)} for language, words in every.items()}

    def sections(self, view: PublishedView) -> tuple[tuple[str, str], ...]:
        """The words of the header with their addresses, in order."""
        current = find_current(view)
        show = [("exhibition", f"{current.address}index.html")] if current else []
        return (*show, ("works", "exhibition/index.html"), ("graduate-profile", "graduate-profile/index.html"))


def open_desk(theme_dirs: tuple[Path, ...], view: PublishedView) -> Desk:
    """Make the desk for one edition: templates are looked for in each theme's `pages/`."""
    language = view.school.languages[0]
    words = load_words(theme_dirs, language)
    env = Environment(
        loader=FileSystemLoader([folder / "pages" for folder in theme_dirs]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.filters.update(
        said=say_inline,
        md=say_markdown,
        day=lambda day: say_day(words, day),
        month=lambda day: say_month(words, day),
        clock=_clock,
        size=lambda count: say_size(words, count),
    )
    school = view.school
    palette = find_palette(school.ink_pair, school.ink_colours, make_palette(*PAIRS[DEFAULT_PAIR]))
    return Desk(env, theme_dirs, language, words, palette, school.languages)


def say_inline(said: Said | None) -> Markup:
    """Show words inside a line; another language than the page's is marked, for readers and screen readers."""
    if said is None:
        return Markup()
    if said.lang:
        return Markup('<span lang="{}" dir="auto">{}</span>').format(said.lang, said.text)
    return escape(said.text)


def say_markdown(text: Said | str | None, lowest: int = 3) -> Markup:
    """Show a longer text with its Markdown; its direction follows its own letters."""
    said = Said(text) if isinstance(text, str) else text
    if said is None:
        return Markup()
    lang = Markup(' lang="{}"').format(said.lang) if said.lang else Markup()
    return Markup('<div class="ex-prose"{} dir="auto">{}</div>').format(lang, render_markdown(said.text, lowest))


def say_size(words: Mapping[str, str], count: int) -> str:
    """Say a size in bytes as people do: "9 MB", "124 kB"."""
    if count >= 1_000_000:
        return words["megabytes"].format(n=f"{count / 1_000_000:.1f}".removesuffix(".0"))
    return words["kilobytes"].format(n=max(1, round(count / 1000)))


def _clock(moment: datetime) -> str:
    return f"{moment.hour}:{moment.minute:02d}"
