"""Where a value stands in its file: found again when somebody asks, so that clean files cost nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.findings import Field, Place
from generator.loading._csv import decode_cells
from generator.loading._records import find_spot
from generator.loading._text import CSV_MAX, decode_text, read_bytes
from generator.loading._trouble import Trouble
from generator.loading._yaml import Spot, parse_yaml
from generator.model.units import Unit


@dataclass(slots=True)
class SourceMap:
    """Turns a field of a record into line and column.

    `root` is the school's folder. `dropped` says, by path, which entries of which list were left
    out while reading, so that positions in the record and positions in the file agree.
    """

    root: Path
    dropped: Mapping[str, tuple[Unit, ...]] = field(default_factory=dict)
    _read: dict[str, tuple[Spot | None, list[str]]] = field(default_factory=dict)

    def locate(self, place: Place) -> tuple[int, int, str]:
        """Give line and column, from 1, and the text of the line; (1, 1, "") where there is none."""
        spot, lines = self._open(place.path)
        if place.line is not None:
            line, column = place.line, place.column or 1
        elif spot is None:
            line, column = 1, 1
        else:
            line, column = find_spot(spot, self._in_file(place), place.on_key)
        return line, column, lines[line - 1] if 0 < line <= len(lines) else ""

    def _in_file(self, place: Place) -> Field:
        """Move positions of a record to those of the file it was read from."""
        way = list(place.field)
        for depth, part in enumerate(way[:2]):
            if isinstance(part, int):
                name = str(way[0]) if depth else ""
                for _, gone in sorted(unit for unit in self.dropped.get(place.path, ()) if unit[0] == name):
                    part += gone <= part
                way[depth] = part
        return tuple(way)

    def _open(self, path: str) -> tuple[Spot | None, list[str]]:
        if path not in self._read:
            self._read[path] = self._parse(path)
        return self._read[path]

    def _parse(self, path: str) -> tuple[Spot | None, list[str]]:
        if not path.endswith((".yml", ".yaml", ".csv", ".md", ".vtt")):
            return None, []
        try:
            if path.endswith(".csv"):
                return None, decode_cells(read_bytes(self.root / path, CSV_MAX)).split("\n")
            data = read_bytes(self.root / path)
            text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
            lines = text.split("\n")
            return (parse_yaml(decode_text(data)).spot if path.endswith(".yml") else None), lines
        except Trouble:
            return None, _lines_of(self.root / path)


def _lines_of(path: Path) -> list[str]:
    """Read the lines of a file that cannot be parsed, for the caret; none where it cannot be read."""
    try:
        return read_bytes(path).decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    except Trouble:
        return []
