"""Which output folders are refused, and why: nothing that people wrote is ever overwritten."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from generator.errors import OutputError
from generator.layout import PORTFOLIOS, PREVIEW, SITE
from generator.site.manifest import Manifest, read_manifest, scan_tree
from generator.site.output import Output

_LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that a file manager drops into any folder it shows; nobody misses them."""


def check_place(output: Output) -> None:
    """Refuse an output folder for where it is: OutputError with the reason and a way out.

    A link, a file, the school's folder or what is round it, anything inside or round a folder that
    people write, `.exhibit/` and `.git/`; and `site/` for every edition but the public one.
    """
    folder, school = output.folder, output.school.resolve()
    if folder.is_symlink():
        raise OutputError(f"{folder} is a link. Remove the link, or choose a real folder with --out.")
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file. Move it away, or choose another folder with --out.")
    real = folder.parent.resolve() / folder.name
    if real == school or real in school.parents:
        raise OutputError(f"{folder} holds the school itself. Choose a folder of its own with --out, for instance site.")
    protected = [*output.protected, output.school / "content", output.school / PORTFOLIOS, output.school / ".git"]
    if output.state.resolve() / PREVIEW not in real.parents:  # what `serve` shows is built there and nowhere else
        protected.append(output.state)
    for written in protected:
        ours = written.resolve()
        if real == ours or ours in real.parents or real in ours.parents:
            raise OutputError(f"{folder} and {written} lie inside one another. Choose a folder of its own with --out, for instance site.")
    if real == school / SITE and output.edition != "public":
        raise OutputError(f"{folder} is for the public edition only, so that it can be put on the web whole. Choose another folder with --out.")


def check_contents(output: Output) -> tuple[Manifest, dict[str, int]]:
    """Refuse a folder that holds what we did not write, or another edition; else say what it holds.

    Returns the manifest (empty for a new folder) and the files found, path to size in bytes.
    """
    empty = Manifest(output.edition, {})
    if not output.folder.exists():
        return empty, {}
    found = {path: size for path, size in scan_tree(output.folder).items() if path.rsplit("/", 1)[-1] not in _LEFT_BY_SYSTEMS}
    manifest = read_manifest(output.folder)
    if manifest is None:
        if found:
            raise OutputError(f"{output.folder} holds files that Exhibit did not write, such as {min(found)}. {_WAY_OUT}")
        return empty, {}
    if manifest.edition != output.edition:
        raise OutputError(
            f"{output.folder} holds the {manifest.edition} edition, and this is the {output.edition} edition."
            " Choose another folder with --out, or delete that one."
        )
    strange = found.keys() - manifest.entries.keys()
    if strange:
        raise OutputError(f"{output.folder} holds files that Exhibit did not write, such as {min(strange)}. {_WAY_OUT}")
    return manifest, found


_WAY_OUT = "Move them away, or choose another folder with --out."


def check_path(path: str) -> None:
    """Refuse a path that could leave the tree or that no system can hold; a mistake of ours, so OutputError."""
    if _NO_PATH.search(path):
        raise OutputError(f"{path!r} cannot be the name of an output file.")


_NO_PATH = re.compile(r"""\A\Z|[\x00-\x1f\x7f\\:*?"<>|]|(?:\A|/)(?:\.{0,2}(?:/|\Z)|\.exhibit-)""")
"""Nothing at all, control and forbidden characters, an empty part, "." or "..", and our own names."""


def check_clashes(paths: Iterable[str]) -> None:
    """Refuse paths that cannot stand side by side on every disk; OutputError names both.

    Two that differ only in capitals or in how an accent is stored, or a file where a folder must be.
    """
    seen: dict[str, str] = {}
    for path in paths:
        key = path if path.isascii() else normalize("NFC", path)
        other = seen.setdefault(key.casefold(), path)
        if other != path:
            raise OutputError(f"The outputs {other} and {path} would be one file on many disks. Rename one of their sources.")
    for folder in {path.rsplit("/", 1)[0] for path in seen if "/" in path}:
        while folder:
            if folder in seen:
                inside = min(seen[path] for path in seen if path.startswith(folder + "/"))
                raise OutputError(f"The output {seen[folder]} is a file and cannot also be the folder of {inside}. Rename one of their sources.")
            folder = folder.rpartition("/")[0]
