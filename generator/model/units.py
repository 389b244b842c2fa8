"""What an error holds back: the smallest unit whose absence leaves the rest true (FORMATS section 5)."""

from __future__ import annotations

from generator.findings import Field
from generator.model._base import Record

Unit = tuple[str, int]
"""A top-level list of a record and a position in it: what can be left out of the record."""

ESSENTIAL: dict[str, frozenset[str]] = {
    "Artifact": frozenset({"makers"}),
    "ConferenceDay": frozenset({"days"}),
    "SchoolSettings": frozenset({"languages", "grade_bands", "terms"}),
    "GraduateProfile": frozenset({"levels"}),
}
"""Lists whose entries cannot be left out one by one: without a maker a credit would not be true."""


def unit_of(model: type[Record], way: Field) -> Unit | None:
    """Name the smallest unit of a record that a value belongs to; None means the record itself."""
    if len(way) >= 2 and isinstance(way[0], str) and isinstance(way[1], int) and way[0] not in ESSENTIAL.get(model.__name__, ()):
        return way[0], way[1]
    return None
