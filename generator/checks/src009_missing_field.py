"""A record without a line that it must have."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC009",
    name="missing-field",
    severity=Severity.ERROR,
    reason="Without it the record cannot be shown or ordered.",
    remedy="Add the line.",
    bad=change(BRIDGE, "made_on: 2026-09-18\n", ""),
    good=keep(BRIDGE),
)
