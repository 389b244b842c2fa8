"""A file whose structure cannot be read from some line on."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC003",
    name="broken-yaml",
    severity=Severity.ERROR,
    reason="From there on nobody can tell which words belong to what.",
    remedy="Look at the line and the one above: spaces at the start, a missing colon, a bracket that is not closed.",
    bad=change(
        BRIDGE,
        "{file: bridge.png, alt: A brick on a bridge of folded card}",
        "{file: bridge.png, alt: A brick",
    ),
    good=keep(BRIDGE),
)
