"""The files that pages share: Material's, ours and the school's, and nothing that is never asked for.

Of Material's 2.5 MB stay its style sheets, its script, its search worker and the stemmers of the
languages that the search uses; source maps and some thirty other languages are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.site.config import material_folder
from generator.site.manifest import scan_tree

_MAP = re.compile(rb"\n?(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\s*\Z")
_VENDORED = {
    "iframe-worker/shim.js": "assets/javascripts/workers/iframe-worker.js",
    "iframe-worker/runtime.js": "assets/javascripts/workers/iframe-worker-runtime.js",
    "iframe-worker/LICENSE": "assets/javascripts/workers/iframe-worker.txt",
}
_SEGMENTERS = {"ja": "tinyseg.js", "hi": "wordcut.js", "th": "wordcut.js"}


def read_assets(theme_dirs: Sequence[Path], search: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Read the shared files of a site, path in the output and bytes, sorted by path.

    `theme_dirs`: the first that has a file decides; links in them are not followed. `search` is the
    search index, whose languages say which stemmers are needed.
    """
    chosen: dict[str, Path] = _find_material(search)
    for folder in reversed(theme_dirs):
        chosen.update(_find_theme(folder))
    for path, source in sorted(chosen.items()):
        yield path, _MAP.sub(b"\n", source.read_bytes())


def _find_theme(folder: Path) -> dict[str, Path]:
    """Find what a theme folder adds: all of its `assets/`, and what is vendored in it."""
    found = {target: folder / "vendor" / source for source, target in _VENDORED.items() if (folder / "vendor" / source).is_file()}
    top = folder / "assets"
    if top.is_dir() and not top.is_symlink():
        for way, size in scan_tree(top).items():
            if size >= 0 and not any(part.startswith(".") for part in way.split("/")):
                found[f"assets/{way}"] = top / way
    return found


def _find_material(search: dict[str, Any]) -> dict[str, Path]:
    """Find the files of Material that pages ask for."""
    top = material_folder() / "assets"
    languages = search["config"].get("lang") or ["en"]
    found = {}
    for way in scan_tree(top):
        if way.endswith(".map") or way.startswith("javascripts/lunr/"):
            continue
        found[f"assets/{way}"] = top / way
    for way in _name_stemmers(languages):
        if (top / way).is_file():
            found[f"assets/{way}"] = top / way
    return found


def _name_stemmers(languages: Sequence[str]) -> list[str]:
    """Name the files that the search worker loads for these languages (its own rule, in its own order)."""
    other = [lang for lang in languages if lang != "en"]
    names = [f"min/lunr.{lang}.min.js" for lang in other] + [_SEGMENTERS[lang] for lang in other if lang in _SEGMENTERS]
    names += ["min/lunr.multi.min.js"] if len(languages) > 1 else []
    return [f"javascripts/lunr/{name}" for name in (*names, *(["min/lunr.stemmer.support.min.js"] if names else []))]
