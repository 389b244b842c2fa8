"""The school's own pages as they lie on the disk: what MkDocs may be given, and what it may not."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from generator.layout import PAGES
from generator.site.face import SchoolLinks
from generator.site.output import HOME

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_OURS = frozenset({"a", "assets", "exhibition", "graduate-profile", "portfolios", "search", "404.html", "sitemap.xml"})
"""First parts of addresses that Exhibit writes itself (FORMATS section 2)."""

Problem = tuple[str, str]
"""A path below the school's folder, and a sentence: what is wrong there and how to put it right."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Files below `content/pages` that are fit for MkDocs, by path with `/`, and problems with the rest."""

    files: dict[str, Path] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_sources(school: Path) -> Sources:
    """Find the school's pages, without following any link: MkDocs would publish what it leads to."""
    top = school / PAGES
    if top.is_symlink():
        return Sources({}, ((PAGES, "This folder is a link. Put the folder itself here: a link could publish files from anywhere."),))
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    folders = [top] if top.is_dir() else []
    while folders:
        for entry in sorted(os.scandir(folders.pop()), key=lambda one: one.name):
            path = Path(entry.path)
            way = path.relative_to(top).as_posix()
            if entry.name.startswith("."):
                continue
            wrong = find_wrong(path, way)
            if wrong:
                problems.append((f"{PAGES}/{way}", wrong))
            elif entry.is_dir():
                folders.append(path)
            else:
                files[way] = path
    return Sources(dict(sorted(files.items())), tuple(sorted(problems)))


def find_wrong(path: Path, way: str) -> str:
    """Say why a file or folder below `content/pages` cannot be used, or "" if it can."""
    if path.is_symlink():
        return "This is a link. Put the file or folder itself here: a link could publish files from anywhere."
    if not path.is_dir() and not path.is_file():
        return "This is neither a file nor a folder. Take it away."
    stem = way.split("/")[0]
    address = stem if path.is_dir() or "/" in way else stem_address(stem)
    if address in _OURS:
        return f'The address "{address}" is used by Exhibit itself. Give this another name.'
    if path.suffix.lower() in _MARKDOWN and path.is_file():
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except ValueError as error:
            return f"This page is not UTF-8 text: byte {getattr(error, 'start', 0) + 1} cannot be read. Save it again as UTF-8."
        if "\0" in text:
            return "This page holds a NUL character. Save it again as plain text."
    return ""


def stem_address(name: str) -> str:
    """Give the file that a page or another file right inside `content/pages` becomes, as MkDocs names it."""
    stem, _, ending = name.rpartition(".")
    if f".{ending.lower()}" not in _MARKDOWN:
        return name
    return HOME if stem in ("index", "README") else f"{stem}.html"


def find_school_links(school: Path) -> SchoolLinks:
    """Find the pages that the shell links to: about (else the first page), accessibility, privacy.

    `content/pages/index.md` is none of them: its text stands on the home, which is ours.
    """
    files = read_sources(school).files
    pages = {stem_address(way) for way in files if "/" not in way and way.lower().endswith(_MARKDOWN)} - {HOME}
    special = {name: f"{name}.html" if f"{name}.html" in pages else "" for name in ("about", "accessibility", "privacy")}
    others = sorted(pages - set(special.values()))
    return SchoolLinks(special["about"] or (others[0] if others else ""), special["accessibility"], special["privacy"])
