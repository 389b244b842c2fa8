"""A text between curly quotes, which become part of it."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC018",
    name="curly-quotes",
    severity=Severity.WARNING,
    reason="Only straight quotes hold a text together. Curly ones are shown on the page.",
    remedy="Use straight quotes, or none.",
    bad=change(BRIDGE, "title: A bridge of card", "title: “A bridge of card”"),
    good=keep(BRIDGE),
)
