"""The layout of the code holds: rooms import only rooms above them, and one library has one door."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parents[2] / "generator"

ORDER = (
    "errors", "findings", "layout", "parts", "ids", "model", "media", "loading", "evidence", "audience", "checks", "pages", "exports",
    "site", "reporters", "editing", "audit", "steps", "pipeline", "preview", "studio", "cli",
)
"""The rooms from the ground up: a room imports only what stands before it."""

DOORS = {
    "pydantic": {"model", "loading"}, "pydantic_core": {"model"}, "PIL": {"media"}, "pillow_heif": {"media"}, "yaml": {"loading"},
    "jinja2": {"pages"}, "markdown": {"pages"}, "nh3": {"pages"}, "mkdocs": {"site"}, "material": {"site"}, "markupsafe": {"pages", "site"},
    "ruamel": {"editing"}, "click": {"cli"}, "ahocorasick": {"audit"},
}
"""Libraries and the rooms that may know them; `loading` knows pydantic's ValidationError and no more."""

AMONG_MODULES = {"__init__", "__main__"}
MODULES = sorted(GENERATOR.rglob("*.py"))


@cache
def parse(path: Path) -> ast.Module:
    """The tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """`generator/media/svg/_draw.py` as `media.svg._draw`."""
    parts = path.relative_to(GENERATOR).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(path: Path) -> str:
    """The first folder, or the module where it stands by itself; an underscored module belongs to its room."""
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def list_imports(path: Path) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Every import anywhere in a module: the dotted name, what is taken from it, and the line."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, (), node.lineno
        elif isinstance(node, ast.ImportFrom):
            yield _whole_name(path, node), tuple(alias.name for alias in node.names), node.lineno


def _whole_name(path: Path, node: ast.ImportFrom) -> str:
    """The dotted name of `from x import y`, also where it is written with dots."""
    if not node.level:
        return node.module or ""
    package = path.relative_to(GENERATOR.parent).parent.parts
    return ".".join([*package[: len(package) - node.level + 1], *([node.module] if node.module else [])])


def list_rooms(name: str, taken: tuple[str, ...]) -> set[str]:
    """The rooms that an import reaches."""
    first, _, rest = name.partition(".")
    if first != "generator":
        return set()
    return {rest.partition(".")[0]} if rest else {each for each in taken if not each.startswith("__")}


def test_every_room_is_known() -> None:
    """A new room is put in its place in the order before it is built."""
    assert {room_of(path) for path in MODULES} - AMONG_MODULES - {"theme"} <= set(ORDER)


@pytest.mark.parametrize("room", ORDER)
def test_a_room_imports_only_rooms_above_it(room: str) -> None:
    """ARCHITECTURE section 2, for every import, also those inside functions."""
    above = set(ORDER[: ORDER.index(room) + 1])
    wrong = [
        f"{path.relative_to(GENERATOR)}:{line} imports {name}"
        for path in MODULES if room_of(path) == room
        for name, taken, line in list_imports(path) if not list_rooms(name, taken) <= above
    ]
    assert wrong == []


def test_one_library_has_one_door() -> None:
    """A library is imported only in the room that stands for it."""
    wrong = [
        f"{path.relative_to(GENERATOR)}:{line} imports {name}"
        for path in MODULES
        for name, _, line in list_imports(path)
        if name.partition(".")[0] in DOORS and room_of(path) not in DOORS[name.partition(".")[0]]
    ]
    assert wrong == []


def test_every_library_has_a_door() -> None:
    """Nothing is imported that is neither Python's own nor in the list of doors."""
    known = {*sys.stdlib_module_names, *DOORS, "generator"}
    wrong = [f"{path.relative_to(GENERATOR)}:{line} imports {name}" for path in MODULES for name, _, line in list_imports(path) if name.partition(".")[0] not in known]
    assert wrong == []


def test_loading_knows_no_more_of_pydantic_than_its_error() -> None:
    """What a record is made of is the model's business."""
    taken = {each for path in MODULES if room_of(path) == "loading" for name, taken, _ in list_imports(path) if name.startswith("pydantic") for each in taken or (name,)}
    assert taken <= {"ValidationError"}


def test_no_module_imports_itself_in_a_circle() -> None:
    """Loading any module first works: what modules import as they are loaded has no cycle."""
    names = {name_of(path): path for path in MODULES}
    edges = {name: {target for target in _targets(path, names) if target != name} for name, path in names.items()}
    seen: dict[str, int] = {}

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert seen.get(name) != 1, " -> ".join((*way[way.index(name):], name))
        if name not in seen:
            seen[name] = 1
            for target in sorted(edges[name]):
                visit(target, (*way, name))
            seen[name] = 2

    for name in sorted(edges):
        visit(name, ())


def _targets(path: Path, names: dict[str, Path]) -> Iterator[str]:
    lazy = {line for node in ast.walk(parse(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    for name, taken, line in list_imports(path):
        if line not in lazy and (name == "generator" or name.startswith("generator.")):
            base = name.removeprefix("generator").removeprefix(".")
            inner = {f"{base}.{each}".removeprefix(".") for each in taken} & set(names)
            yield from inner
            if base in names and (not taken or len(inner) < len(taken)) and base:
                yield base


CLOCKS = {"now", "utcnow", "today"}


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) != "cli"], ids=name_of)
def test_only_cli_prints_and_reads_clock_and_environment(path: Path) -> None:
    """Same input, same bytes: no print, no clock, no environment below `cli`."""
    wrong = []
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("print", "input"):
            wrong.append(f"line {node.lineno}: {node.func.id}()")
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if (node.value.id in ("datetime", "date") and node.attr in CLOCKS) or (node.value.id == "os" and node.attr in ("environ", "getenv")):
                wrong.append(f"line {node.lineno}: {node.value.id}.{node.attr}")
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_are_short_and_say_what_they_are(path: Path) -> None:
    """At most 400 lines a module and 50 a function; a docstring for every module and every public class and function."""
    tree = parse(path)
    wrong = [] if len(path.read_text(encoding="utf-8").splitlines()) <= 400 else ["the module is longer than 400 lines"]
    if not ast.get_docstring(tree):
        wrong.append("the module has no docstring")
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            is_function = not isinstance(node, ast.ClassDef)
            if is_function and (node.end_lineno or 0) - node.lineno + 1 > 50:
                wrong.append(f"{node.name} is longer than 50 lines")
    wrong.extend(f"{name} has no docstring" for name in _without_docstring(tree, path))
    assert wrong == []


def _without_docstring(tree: ast.Module | ast.ClassDef, path: Path) -> Iterator[str]:
    """Public classes, functions and methods that say nothing; inside a private class everything is private."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield node.name
            if isinstance(node, ast.ClassDef):
                yield from _without_docstring(node, path)
