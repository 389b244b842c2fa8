"""The school's own pages, built by MkDocs into `.exhibit/pages` and only when something changed.

MkDocs is given copies of the files that `sources` found fit, so that it never meets a link, and it
is given no theme files to copy: `assets` brings those. The safeguards stand before it or round it,
none inside it: a plugin that its successor does not know would vanish without a word.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.exceptions import MkDocsException

from generator.layout import MKDOCS, PAGES, WORK
from generator.site.config import load_config, quiet
from generator.site.face import SiteFace
from generator.site.frame import Frame
from generator.site.manifest import scan_tree
from generator.site.output import HOME, NOT_FOUND
from generator.site.shell import Shell
from generator.site.sources import Problem, Sources, find_school_links, read_sources

_SEARCH = "search/search_index.json"
_LEFT_OUT = (HOME, NOT_FOUND, "sitemap.xml", "search/")
"""What MkDocs writes and the site does not take: the home is ours and shows the text of `index.md`."""
_SHARP = re.compile(r"<(?!/?(?:p|code|pre|li|ol|ul|sub|sup)>)")
"""A sharp bracket that does not open one of the bare tags that the search plugin keeps: results are
printed as HTML, and a title from a page's front matter comes as it was typed."""


@dataclass(frozen=True, slots=True)
class SchoolPages:
    """The built pages of a school.

    `folder` holds them, `files` names them as they are there, `search` is MkDocs' search index
    (`{"config": ..., "docs": [...]}`), `problems` what was left out and why.
    """

    folder: Path
    files: tuple[str, ...]
    search: dict[str, Any]
    problems: tuple[Problem, ...] = ()

    def render(self, shell: Shell) -> Iterator[tuple[str, bytes]]:
        """Give the outputs, path and bytes, sorted, with what differs between editions filled in."""
        for name in self.files:
            data = (self.folder / name).read_bytes()
            yield name, shell.finish(data.decode(), name).encode() if name.endswith(".html") and _is_page(data) else data


def build_school_pages(school: Path, face: SiteFace, theme_dirs: Sequence[Path]) -> SchoolPages:
    """Build the school's pages, or take the last build where nothing that it read has changed.

    Problems are returned, not raised: files that were left out, settings that cannot be used, or
    the sentence with which MkDocs gave up; then there are no pages of the school, and all else goes on.
    """
    state = school / WORK
    source, target, stamp = state / "pages-source", state / "pages", state / "pages-digest"
    sources = read_sources(school)
    source.mkdir(parents=True, exist_ok=True)
    config, wrong = load_config(school, face, theme_dirs, source, target)
    problems = [*sources.problems, *([(MKDOCS, wrong)] if wrong else [])]
    frame = Frame(config, face, find_school_links(school), theme_dirs)
    digest = _digest(school, sources, frame, theme_dirs)
    if not (stamp.is_file() and stamp.read_text("ascii", "replace") == digest and (target / _SEARCH).is_file()):
        stamp.unlink(missing_ok=True)
        problem = _build(frame, sources, source, target)
        if problem:
            shutil.rmtree(target, ignore_errors=True)
            return SchoolPages(target, (), _empty_search(), (*problems, problem))
        stamp.write_text(digest, "ascii")
    index = json.loads((target / _SEARCH).read_text("utf-8"))
    index["docs"] = [entry for entry in index["docs"] if entry["location"].partition("#")[0] != HOME]
    for entry in index["docs"]:
        entry["title"], entry["text"] = _SHARP.sub("&lt;", entry["title"]), _SHARP.sub("&lt;", entry["text"])
    files = tuple(sorted(name for name in scan_tree(target) if not name.startswith(_LEFT_OUT)))
    pages = ((name, (target / name).read_text("utf-8")) for name in files if name.endswith(".html"))
    problems += find_other_hosts(pages)
    return SchoolPages(target, files, index, tuple(sorted(problems)))


def _build(frame: Frame, sources: Sources, source: Path, target: Path) -> Problem | None:
    """Run MkDocs on copies of the sources; gives what stopped it, if anything did."""
    shutil.rmtree(source)
    shutil.rmtree(target, ignore_errors=True)
    for way, path in sources.files.items():
        (source / way).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, source / way)
    source.mkdir(parents=True, exist_ok=True)
    env, config = frame.env, frame.config
    env.list_templates = lambda *_, **__: []
    config.theme.get_env = lambda: env
    config.theme.static_templates = set()
    try:
        with quiet():
            build(config)
    except (MkDocsException, SystemExit, RecursionError, ValueError, TypeError, LookupError, AttributeError, OSError) as error:
        return (PAGES, f"MkDocs could not build these pages: {' '.join(str(error).split()) or type(error).__name__}. They were left out.")
    finally:
        shutil.rmtree(source, ignore_errors=True)
        source.mkdir(parents=True, exist_ok=True)
    return None


def _digest(school: Path, sources: Sources, frame: Frame, theme_dirs: Sequence[Path]) -> str:
    """Compute a digest over all that a build of these pages reads."""
    digest = blake2b(digest_size=20)
    described = frame.describe(frame.face.lang, "about", ours=False)
    digest.update(json.dumps([version("mkdocs"), version("mkdocs-material"), version("Markdown"), described], sort_keys=True).encode())
    read = [(school / MKDOCS).as_posix()] if (school / MKDOCS).is_file() else []
    paths = [Path(path) for path in read] + list(sources.files.values())
    for folder in theme_dirs:
        paths += sorted(folder.glob("*.html")) + sorted((folder / "partials").rglob("*.html"))
    for path in paths:
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode())
        digest.update(data)
    digest.update("\n".join(sources.files).encode())
    return digest.hexdigest()


def find_other_hosts(pages: Iterable[tuple[str, str]]) -> list[Problem]:
    """Name the pages that want to load something from another host: the policy stops it, so nobody sees it."""
    problems = []
    for name, page in pages:
        for host in sorted(set(_LOADS.findall(page))):
            sentence = f"This page loads something from {host}, which browsers will refuse, so that nobody's visit is told to others."
            problems.append((f"{PAGES}/{name.removesuffix('.html')}.md", f"{sentence} Put the file beside the page instead."))
    return problems


_LOADS = re.compile(r"""<(?:img|script|iframe|video|audio|source|track|embed|link)\b[^>]*?\s(?:src|href|data)=["']?(?:https?:)?//([^/"'\s>]+)""", re.I)


def _empty_search() -> dict[str, Any]:
    """A search index without pages, for a school whose pages could not be built."""
    return {"config": {"lang": ["en"], "separator": "[\\s\\-]+", "pipeline": ["stopWordFilter"], "fields": _FIELDS}, "docs": []}


_FIELDS = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}


def _is_page(data: bytes) -> bool:
    """Tell a page that our template made from an HTML file that lay among the sources."""
    return "\ue000policy\ue001".encode() in data[:2000]
