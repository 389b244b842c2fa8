"""JSON Schemas say what the models say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.editing.schemas import KINDS, make_schema, render_schema, write_schemas
from generator.errors import UsageError


def walk(node: Any) -> Any:
    """Give every map of a schema."""
    if isinstance(node, dict):
        yield node
        for each in node.values():
            yield from walk(each)
    elif isinstance(node, list):
        for each in node:
            yield from walk(each)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_schema_names_every_key_of_its_model(name: str) -> None:
    """Keys are those of the file (`from`, `as`), unknown ones are refused, and every reference leads somewhere."""
    schema = make_schema(name)
    model = KINDS[name].model
    wanted = {info.alias or key for key, info in model.model_fields.items()}
    found = [each for each in walk(schema) if set(each.get("properties", ())) == wanted]
    assert found and found[0]["additionalProperties"] is False
    for each in walk(schema):
        if "$ref" in each:
            assert each["$ref"].removeprefix("#/$defs/") in schema["$defs"]
        assert "x-ceiling" not in each


def test_schemas_describe_who_may_read() -> None:
    """A field's ceiling is told in words, and a record's first sentence with it."""
    profile = make_schema("profile")
    assert profile["properties"]["about_me"]["description"].startswith("May go onto the web")
    assert "family" in profile["properties"]["supports"]["description"]
    assert "who I am" in profile["description"]


def test_schemas_accept_what_the_reader_accepts() -> None:
    """A number typed as text, an empty list and a plain line for a dated text are no faults."""
    profile = make_schema("profile")["properties"]
    assert "number" in profile["pronunciation"]["type"]
    assert profile["strengths"]["type"] == ["array", "null"]
    assert {"type": ["string", "number", "boolean"]} in profile["strengths"]["items"]["anyOf"]


def test_an_artifact_may_be_a_pointer() -> None:
    """One file, two records: `shared_from` tells them apart, as in the reader."""
    schema = make_schema("artifact")
    assert schema["if"] == {"required": ["shared_from"]}
    assert "shared_from" in schema["$defs"]["Pointer"]["properties"]
    assert "title" in schema["$defs"]["Artifact"]["required"]


def test_unknown_name_gets_the_nearest() -> None:
    """A mistyped name is told the right one."""
    with pytest.raises(UsageError, match='Did you mean "artifact"'):
        make_schema("artefact")


def test_written_again_but_never_over_others(tmp_path: Path) -> None:
    """Schemas are renewed in place; a file that is not one of ours is left as it is."""
    assert write_schemas(tmp_path, "schemas", ("goal",)) == ("schemas/goal.json",)
    before = (tmp_path / "schemas/goal.json").read_bytes()
    write_schemas(tmp_path, "schemas", ("goal",))
    assert (tmp_path / "schemas/goal.json").read_bytes() == before == render_schema("goal").encode()
    (tmp_path / "schemas/plan.json").write_text('{"mine": true}')
    with pytest.raises(UsageError, match="not a schema"):
        write_schemas(tmp_path, "schemas", ("plan",))
    assert json.loads((tmp_path / "schemas/plan.json").read_text()) == {"mine": True}
