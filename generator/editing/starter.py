"""A new school: files to begin with, that check clean and build from the first minute."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from generator import layout
from generator.editing._known import SHIPPED
from generator.editing._write import write_new
from generator.editing.schemas import KINDS, render_editor_settings, render_schema
from generator.errors import UsageError
from generator.ids import new_public_id

_ONLY_WHOLE_SCHOOL = ("content/exhibitions/", "content/rubrics/", "content/plan.yml")
"""What a pilot with one class begins without."""

_RENAMED = {"gitignore": ".gitignore"}
"""Files that would mean something where the tool's own files lie."""

_LEFT_BY_SYSTEMS = frozenset({".git", ".DS_Store", "Thumbs.db", "desktop.ini"})


def init_school(folder: Path, day: date, *, pilot: bool = False, name: str = "") -> tuple[str, ...]:
    """Write a new school into a folder that is absent or empty; gives the paths written, in order.

    `day` is what the example's dates count from. With `pilot` it is one class without an exhibition
    yet. Raises UsageError where the folder holds something and OutputError where the disk refuses.
    """
    refuse_filled(folder)
    words = _find_words(folder, pilot, name)
    files: dict[str, str | bytes] = {path: _fill(content, words, day) for path, content in _read_starter(pilot).items()}
    files |= {".vscode/settings.json": render_editor_settings(), ".vscode/extensions.json": _EXTENSIONS}
    files |= {f".vscode/schemas/{kind}.json": render_schema(kind) for kind in KINDS}
    for path in sorted(files):
        write_new(folder, path, files[path])
    return tuple(sorted(files))


def refuse_filled(folder: Path) -> None:
    """Raise UsageError where a new school would lie among something else."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise UsageError(f"{folder} is not a folder. Choose a name that is free.")
    found = sorted(entry.name for entry in folder.iterdir() if entry.name not in _LEFT_BY_SYSTEMS) if folder.exists() else []
    if found:
        shown = ", ".join(found[:3]) + (", …" if len(found) > 3 else "")
        raise UsageError(f"{folder} is not empty: it holds {shown}. A new school needs a folder of its own.")
    above = next((each for each in folder.resolve().parents if layout.is_school(each)), None)
    if above:
        raise UsageError(f"{folder} would lie inside the school {above}. Choose a folder outside it.")


def _read_starter(pilot: bool) -> Mapping[str, bytes]:
    """Read the files that the tool brings along, by their path in the new school."""
    found = {}
    for path in sorted(SHIPPED.rglob("*")):
        name = path.relative_to(SHIPPED).as_posix()
        if path.is_file() and not (pilot and name.startswith(_ONLY_WHOLE_SCHOOL)):
            found[_RENAMED.get(name, name)] = path.read_bytes()
    return found


def _find_words(folder: Path, pilot: bool, name: str) -> dict[str, str]:
    """Give the words that stand for themselves in the starter files."""
    title = name.strip() or _as_title(folder.resolve().name)
    if not title.isprintable() or len(title) > 120:
        raise UsageError("The name of the school must be one line of at most 120 letters.")
    first = new_public_id()
    return {
        "name": _quote(title),
        "plain_name": title,
        "group": "our-class" if pilot else "7-a",
        "and_show": "" if pilot else ", and the line with it in\n`content/exhibitions/first-show.yml`",
        "id1": first,
        "id2": new_public_id((first,)),
    }


def _as_title(name: str) -> str:
    words = re.sub(r"[-_.\s]+", " ", name).strip()
    return words[:1].upper() + words[1:] or "Our school"


def _quote(text: str) -> str:
    """Write a text so that YAML reads it as that text, whatever is in it."""
    if re.fullmatch(r"[^\W\d_][\w '.,()/-]*[\w.)]", text) and " #" not in text:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _fill(content: bytes, words: Mapping[str, str], day: date) -> bytes:
    """Put words and days where `{{name}}`, `{{day+30}}` and the like stand; pictures stay as they are."""
    if b"\0" in content:
        return content
    text = content.decode("utf-8")

    def put(found: re.Match[str]) -> str:
        key, shift = found[1], int(found[2] or 0)
        return str(day.year) if key == "year" else str(day + timedelta(days=shift)) if key == "day" else words[key]

    return re.sub(r"\{\{(\w+?)([+-]\d+)?\}\}", put, text).encode("utf-8")


_EXTENSIONS = '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n'
