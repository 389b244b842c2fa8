"""JSON Schemas of every record, made from the models, for editors that help while one types.

They say the same as the models do, and accept what the reader accepts: a number or yes typed in a
text field is text, an empty list may be left empty, a plain line may stand for `{text: ...}`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.editing._write import refuse_links, replace_bytes, write_new
from generator.errors import UsageError
from generator.ids import hint_nearest
from generator.model._base import Record
from generator.model.artifact import Artifact, Pointer
from generator.model.conference import Conference, ConferenceDay
from generator.model.exhibition import Exhibition
from generator.model.graduate_profile import GraduateProfile
from generator.model.learner import Goal, Profile, Reply
from generator.model.office import OfficeLearner, Rating
from generator.model.planning import Plan, Prompt, Rubric
from generator.model.school import SchoolSettings

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What the YAML extensions of editors understand best."""

TITLE = "Exhibit: "
"""How the title of every schema begins: by it a file is known to be ours."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: the model of its record, where such files lie, and whether it is a list of records."""

    model: type[Record]
    files: tuple[str, ...]
    is_list: bool = False


KINDS: dict[str, Kind] = {
    "artifact": Kind(Artifact, ("portfolios/*/artifacts/*/artifact.yml",)),
    "conference": Kind(Conference, ("portfolios/*/conferences/*.yml",)),
    "conference-day": Kind(ConferenceDay, ("content/conference_days/*.yml",)),
    "exhibition": Kind(Exhibition, ("content/exhibitions/*.yml",)),
    "goal": Kind(Goal, ("portfolios/*/goals/*.yml",)),
    "graduate-profile": Kind(GraduateProfile, ("content/graduate_profile.yml", "content/graduate_profiles/*.yml")),
    "office-learner": Kind(OfficeLearner, ("content/office/learners/*.yml",)),
    "plan": Kind(Plan, ("content/plan.yml",)),
    "profile": Kind(Profile, ("portfolios/*/profile.yml",)),
    "prompts": Kind(Prompt, ("content/prompts.yml",), is_list=True),
    "ratings": Kind(Rating, ("content/office/ratings/*.yml", "content/office/ratings/*/*.yml"), is_list=True),
    "replies": Kind(Reply, ("portfolios/*/replies.yml",), is_list=True),
    "rubric": Kind(Rubric, ("content/rubrics/*.yml",)),
    "school": Kind(SchoolSettings, ("content/school.yml",)),
}


def make_schema(name: str) -> dict[str, Any]:
    """Make the JSON Schema of one kind of file; raises UsageError for an unknown name."""
    if name not in KINDS:
        raise UsageError(f'There is no schema "{name}". {hint_nearest(name, KINDS) or "Known: " + ", ".join(KINDS) + "."}')
    kind = KINDS[name]
    schema = _either_artifact() if name == "artifact" else _of_model(kind.model)
    definitions = schema.pop("$defs", {})
    if kind.is_list:
        schema = {"type": ["array", "null"], "items": schema}
    definitions = {key: _loosen(each) for key, each in sorted(definitions.items())}
    return {"$schema": DIALECT, "title": f"{TITLE}{name.replace('-', ' ')}", **_loosen(schema), "$defs": definitions}


def render_schema(name: str) -> str:
    """Render one schema as JSON text."""
    return json.dumps(make_schema(name), indent=2, ensure_ascii=False) + "\n"


def write_schemas(root: Path, folder: str, names: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Write schemas as `<name>.json` below a folder of `root`, all unless named; gives the paths written."""
    written = []
    for name in names or tuple(KINDS):
        path, content = f"{folder}/{name}.json", render_schema(name)
        target = root / path
        if not target.exists():
            write_new(root, path, content)
        else:
            _refuse_strange(target)
            refuse_links(root, path)
            replace_bytes(root, path, content.encode("utf-8"))
        written.append(path)
    return tuple(written)


def _refuse_strange(target: Path) -> None:
    """Raise UsageError for a file that is not one of our schemas."""
    start = target.read_bytes()[:300] if target.is_file() else b""
    if f'"title": "{TITLE}'.encode() not in start:
        raise UsageError(f"{target} is not a schema that we wrote, so it was left as it is. Choose another folder with --out.")


def render_editor_settings(folder: str = ".vscode/schemas") -> str:
    """Render `.vscode/settings.json`, which tells the editor which schema goes with which file."""
    schemas = {f"./{folder}/{name}.json": list(kind.files) for name, kind in KINDS.items()}
    settings = {
        "yaml.schemas": schemas,
        "yaml.validate": True,
        "yaml.completion": True,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.quickSuggestions": {"other": True, "strings": True}},
    }
    return json.dumps(settings, indent=2) + "\n"


def _of_model(model: type[Record]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


def _either_artifact() -> dict[str, Any]:
    """An artifact, or a pointer to a classmate's: told apart by `shared_from`, as the reader does."""
    own, pointer = _of_model(Artifact), _of_model(Pointer)
    definitions = {**own.pop("$defs", {}), **pointer.pop("$defs", {}), "Artifact": own, "Pointer": pointer}
    return {
        "description": own["description"],
        "type": "object",
        "if": {"required": ["shared_from"]},
        "then": {"$ref": "#/$defs/Pointer"},
        "else": {"$ref": "#/$defs/Artifact"},
        "$defs": definitions,
    }


_READERS = {
    "staff": "Read by staff alone.",
    "family": "Goes no further than your own family and your teachers.",
    "onsite": "Goes no further than the exhibition at school.",
    "public": "May go onto the web, if you and your family allow it.",
}


def _loosen(node: Any) -> Any:
    """Accept what the reader accepts, and turn ceilings into words."""
    if isinstance(node, list):
        return [_loosen(each) for each in node]
    if not isinstance(node, dict):
        return node
    made = {key: _loosen(each) for key, each in node.items()}
    if isinstance(made.get("title"), str):
        del made["title"]
    ceiling = made.pop("x-ceiling", None)
    if ceiling and "description" not in made:
        made["description"] = _READERS[ceiling]
    for wanted, loosen in _LOOSENINGS.items():
        if made.get("type") == wanted:
            made = loosen(made)
    return made


def _loosen_text(node: dict[str, Any]) -> dict[str, Any]:
    """Plain text may look like a number or a truth value; a word from a list, an id or a day may not."""
    if {"enum", "pattern", "format", "const"} & set(node):
        return node
    return {**node, "type": ["string", "number", "boolean"]}


def _loosen_list(node: dict[str, Any]) -> dict[str, Any]:
    """A list may be left empty; an entry of dated texts may be a plain line."""
    items = node.get("items", {})
    if items.get("$ref") == "#/$defs/DatedText":
        items = {"anyOf": [{"type": ["string", "number", "boolean"]}, items]}
    return {**node, "type": ["array", "null"], "items": items}


_LOOSENINGS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {"string": _loosen_text, "array": _loosen_list}
