"""A file name that some computers cannot hold."""

from __future__ import annotations

from generator.checks._example import BRIDGE, PICTURE, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC024",
    name="reserved-name",
    severity=Severity.ERROR,
    reason="Whoever copies the school's folder to such a computer would lose the file.",
    remedy="Rename the file as the hint says.",
    bad=(
        change(BRIDGE, "file: bridge.png", "file: aux.png")
        | {"portfolios/ben-k/artifacts/card-bridge/aux.png": PICTURE}
    ),
    good=keep(BRIDGE),
)
