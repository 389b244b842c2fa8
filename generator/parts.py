"""Finding the parts of a package: what is dropped into it is found, no list is edited."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


@cache
def find_parts(package: str) -> tuple[ModuleType, ...]:
    """Import every module and folder of a package whose name has no leading underscore, by name.

    `package` is a dotted name such as "generator.media"; the order is alphabetical.
    """
    paths = import_module(package).__path__
    names = sorted(entry.name for entry in iter_modules(paths) if not entry.name.startswith("_"))
    return tuple(import_module(f"{package}.{name}") for name in names)
