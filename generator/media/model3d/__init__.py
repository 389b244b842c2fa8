"""3-D models: GLB and STL. Named with title and triangles; their bytes are published by no edition."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, BinaryIO

from generator.media._files import open_medium, read_at, read_tail, size_of
from generator.media._limits import MB
from generator.media._problem import CutOff, UnreadableMedium
from generator.model.medium import MediumFacts

KIND = "model3d"
TITLE = "3-D model"
SUFFIXES = (".glb", ".stl")
PUBLISHABLE = False
NEEDS_ALT = True
NEEDS_CAPTIONS = False
NEEDS_TRANSCRIPT = False
LIMITS = {"bytes": 50 * MB}
SHRINK = "Reduce the number of triangles in the program that made it, then export it again."
EXPORT = "Export the model as GLB or STL and add that instead."

_JSON_MAX, _CHUNK = 10 * MB, 1 << 20
_TRIANGLES = 4
"""The glTF mode in which three points make a triangle."""


def matches(head: bytes, suffix: str) -> bool:
    """Whether the first bytes are those of a GLB, or the name says STL, which has no mark."""
    return head.startswith(b"glTF") or suffix == ".stl"


def read_facts(path: Path) -> MediumFacts:
    """Triangles of a model that needs nothing from elsewhere; raises `UnreadableMedium`."""
    with open_medium(path) as stream:
        size = size_of(stream)
        count = _read_glb(stream) if stream.read(4) == b"glTF" else _read_stl(stream)
    return MediumFacts(KIND, size, count=count)


def _read_stl(stream: BinaryIO) -> int:
    """Triangles of an STL, binary or text."""
    size = size_of(stream)
    head = read_at(stream, 0, min(84, size))
    told = int.from_bytes(head[80:84], "little")
    if size == 84 + 50 * told and len(head) == 84:
        return told
    if not head.lstrip().startswith(b"solid"):
        raise UnreadableMedium("There is no whole STL model in the file.", EXPORT)
    if b"endsolid" not in read_tail(stream, 1024):
        raise CutOff
    return _count_facets(stream)


def _count_facets(stream: BinaryIO) -> int:
    """How often a text STL says that a triangle ends; lines are short, chunks overlap by one word."""
    stream.seek(0)
    count, last = 0, b""
    while chunk := stream.read(_CHUNK):
        joined = last + chunk
        count += joined.count(b"endfacet")
        last = joined[-7:]
    return count


def _read_glb(stream: BinaryIO) -> int:
    """Triangles that a GLB's description counts."""
    head = read_at(stream, 0, 20)
    length = int.from_bytes(head[12:16], "little")
    if int.from_bytes(head[8:12], "little") > size_of(stream):
        raise CutOff
    if head[16:20] != b"JSON" or head[4:8] != b"\x02\0\0\0" or length > _JSON_MAX:
        raise UnreadableMedium("The 3-D model is damaged.", EXPORT)
    try:
        tree = json.loads(read_at(stream, 20, length))
    except (ValueError, RecursionError) as error:
        raise UnreadableMedium("The 3-D model is damaged.", EXPORT) from error
    if not isinstance(tree, dict):
        raise UnreadableMedium("The 3-D model is damaged.", EXPORT)
    _check_inside(tree)
    return _count_triangles(tree)


def _check_inside(tree: dict[str, Any]) -> None:
    """Raise where a picture or a buffer lies outside the file (threat A4)."""
    for part in (*_list(tree, "buffers"), *_list(tree, "images")):
        if not str(part.get("uri", "data:")).startswith("data:"):
            raise UnreadableMedium(
                "The model needs other files that are not in it.",
                "Export it as one GLB file with textures included.",
            )


def _count_triangles(tree: dict[str, Any]) -> int:
    """Triangles over all meshes, 0 where the description does not add up."""
    accessors = _list(tree, "accessors")
    total = 0
    for mesh in _list(tree, "meshes"):
        for piece in _list(mesh, "primitives"):
            points = piece.get("attributes")
            position = points.get("POSITION") if isinstance(points, dict) else None
            index = piece.get("indices", position)
            if piece.get("mode", _TRIANGLES) == _TRIANGLES and type(index) is int:
                found = accessors[index] if 0 <= index < len(accessors) else {}
                count = found.get("count")
                total += count // 3 if type(count) is int and 0 < count < 1 << 31 else 0
    return total


def _list(tree: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """The maps in a list of the description; empty where there is none."""
    found = tree.get(key)
    return [part for part in found if isinstance(part, dict)] if isinstance(found, list) else []
