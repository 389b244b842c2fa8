"""Material's templates with ours laid over them: one environment, made safe, for every page of a run.

Material escapes nothing by default. Here everything is escaped but what is meant to be HTML: the
content of a page and the titles in its contents list, which MkDocs has escaped already, and
Material's own translations, which are text of the theme.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig

from generator.errors import ExhibitError
from generator.site.config import find_language
from generator.site.face import SchoolLinks, SiteFace
from generator.site.output import HOME

WORKER = "assets/javascripts/workers/iframe-worker.js"
_MARKS = ("policy", "robots", "inks", "content", "edition", "title", "description")
_OWN_ID = re.compile(r"""\b(id|name)=(["']?)__(?=(?:config|search|drawer|palette))""")
_CSS = re.compile(r"[^<>{}@\\\"]*\Z")
_LANG = re.compile(r"[A-Za-z0-9-]{1,35}\Z")


def mark(name: str) -> str:
    """Give the text that stands for a value in a frame, between two characters no school writes."""
    return f"\ue000{name}\ue001"


class Frame:
    """The theme environment together with everything that templates call `exhibit`."""

    def __init__(self, config: MkDocsConfig, face: SiteFace, links: SchoolLinks, theme_dirs: Sequence[Path]) -> None:
        """Build the environment; `config` already knows the template folders, `theme_dirs` among them."""
        self.config, self.face, self.links = config, face, links
        self._sheets = find_top_assets(theme_dirs, ".css")
        self._scripts = find_top_assets(theme_dirs, ".js")
        self.env = config.theme.get_env()
        self.env.autoescape = _escapes
        self.env.template_class = _make_safe_template(self.env.template_class)
        self.env.globals["exhibit"] = self.describe(face.lang, "about", ours=False)

    def describe(self, lang: str, section: str, ours: bool, root: str = "") -> dict[str, Any]:
        """Make what templates call `exhibit`, for our pages or (`ours` False) for the school's.

        `section` is the current word of the header; `root` an absolute path for the page that is
        shown at any address, the 404 page.
        """
        face, words = self.face, self.face.words_in(lang)
        about = (("about", self.links.about),) if self.links.about else ()
        footer = (("footer_accessibility", self.links.accessibility), ("footer_privacy", self.links.privacy))
        return {
            "ours": ours,
            "name": face.name,
            "logo": face.logo,
            "icon": face.logo if face.logo.endswith((".svg", ".png", ".ico")) else "",
            "home": HOME,
            "about": self.links.about,
            "root": root,
            "section": section,
            "sections": [
                {"id": key, "title": words[f"nav_{key.replace('-', '_')}"], "address": address}
                for key, address in (*face.sections, *about)
            ],
            "links": [{"title": words[key], "address": address} for key, address in footer if address],
            "words": words,
            "sheets": self._sheets,
            "scripts": self._scripts,
            "worker": WORKER,
            "inks": render_inks(face.inks, face.inks_night),
            "marks": {name: Markup(mark(name)) for name in _MARKS},
        }

    def render_frame(self, depth: int, lang: str, direction: str, section: str, root: str = "") -> str:
        """Render the shell of our pages that stand `depth` folders deep, with marks where a page differs."""
        theme, before = self.config.theme, (self.config.theme["language"], self.config.theme.get("direction"))
        theme["language"], theme["direction"] = find_language(lang), direction
        url = "x/" * depth + "x.html"
        title = Markup(mark("title"))
        page = SimpleNamespace(
            url=url, title=title, meta={}, content="", toc=[SimpleNamespace(url="#main")], is_homepage=False, canonical_url=None,
            previous_page=None, next_page=None, edit_url=None,
        )
        try:
            html = self.env.get_template("main.html").render(
                page=page, nav=SimpleNamespace(items=[], pages=[], homepage=None), pages=[], config=self.config,
                base_url=root or "/".join([".."] * depth) or ".", extra_css=[], extra_javascript=[],
                exhibit=self.describe(lang, section, ours=True, root=root),
            )
        finally:
            theme["language"], theme["direction"] = before
        return re.sub(r"\n\s+", "\n", fit_shell(html, lang, direction, section))


def fit_shell(page: str, lang: str, direction: str, section: str) -> str:
    """Mend what Material's base writes outside of any block: language, direction, classes, the skip target."""
    lang = lang if _LANG.match(lang) else "en"
    direction = "rtl" if direction == "rtl" else "ltr"
    page = re.sub(r'<html lang="[^"]*"', f'<html lang="{lang}" dir="{direction}"', page, count=1)
    page = re.sub(r'<body dir="[^"]*"', f'<body class="ex-page ex-page--{escape(section or "other")}" dir="{direction}"', page, count=1)
    page = page.replace('<main class="md-main"', '<main id="main" tabindex="-1" class="md-main"', 1)
    return page.replace('<div class="md-main__inner md-grid">', '<div class="md-main__inner">', 1)


def render_inks(inks: str, night: str) -> Markup:
    """Render CSS declarations of a pair as rules for the page; ExhibitError if they are anything else."""
    if not (_CSS.match(inks) and _CSS.match(night)):
        raise ExhibitError("The inks of a page are not plain CSS declarations.")
    day = f"body{{{inks}}}" if inks else ""
    return Markup(day + (f'body[data-md-color-scheme="slate"]{{{night}}}' if night else ""))


def find_top_assets(theme_dirs: Sequence[Path], ending: str) -> list[str]:
    """Find the files right inside `assets/` of the theme folders with this ending, as addresses, sorted.

    Each of them is loaded by every page: a style sheet or script is added by dropping it in.
    """
    names = {path.name for folder in theme_dirs if (folder / "assets").is_dir() for path in (folder / "assets").iterdir()}
    return [f"assets/{name}" for name in sorted(names) if name.endswith(ending) and not name.startswith(".")]


def _escapes(template: str | None) -> bool:
    """Tell whether a template escapes what it prints: all but Material's translations do."""
    return not (template or "").startswith("partials/language")


def _make_safe_template(base: type[Any]) -> type[Any]:
    """Make a template class that marks a page's content as HTML before it is printed."""

    def render(self: Any, *args: Any, **kwargs: Any) -> str:
        """Render with the content of the page, and titles taken from headings, marked as HTML."""
        context = dict(*args, **kwargs)
        page, nav = context.get("page"), context.get("nav")
        for one in (page, *getattr(nav, "pages", ())):
            _mark_title(one)
        if isinstance(getattr(page, "content", None), str):
            page.content = Markup(_OWN_ID.sub(r"\1=\2s-__", page.content))
            _mark_titles(page.toc)
        return str(base.render(self, *args, **kwargs))

    return type("SafeTemplate", (base,), {"render": render})


def _mark_title(page: Any) -> None:
    """Mark a title as HTML that MkDocs took from a heading, and so escaped; any other title is plain text."""
    rendered = getattr(page, "_title_from_render", None)
    if rendered and "title" not in page.meta and page.title == rendered:
        page.title = Markup(rendered)


def _mark_titles(entries: Any) -> None:
    """Mark the titles of a contents list as HTML: MkDocs took the tags out and escaped the rest."""
    for entry in entries:
        if hasattr(entry, "title"):
            entry.title = Markup(entry.title)
            _mark_titles(entry.children)
