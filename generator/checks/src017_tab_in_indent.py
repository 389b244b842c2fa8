"""A line that begins with a tab."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC017",
    name="tab-in-indent",
    severity=Severity.ERROR,
    reason="A tab is as wide as each editor likes, so nobody can tell to what the line belongs.",
    remedy="Use two spaces instead.",
    bad=change(BRIDGE, "  - {file: bridge.png,", "\t- {file: bridge.png,"),
    good=keep(BRIDGE),
)
