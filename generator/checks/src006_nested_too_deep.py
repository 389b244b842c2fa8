"""A record with more than fifty levels."""

from __future__ import annotations

from generator.checks._example import BRIDGE, append
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC006",
    name="nested-too-deep",
    severity=Severity.ERROR,
    reason="No record needs that. It is usually a file that was broken by a program.",
    remedy="Take the brackets or the indented lines away.",
    bad=append(BRIDGE, "subjects: " + "[" * 60 + "]" * 60 + "\n"),
    good=append(BRIDGE, "subjects: [art]\n"),
)
