"""A text that was cut off, because a space and # begin a comment."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC014",
    name="text-cut-by-hash",
    severity=Severity.ERROR,
    reason="What stands behind the # is not read, and would be missing on the page.",
    remedy="Put the whole text in quotes.",
    bad=change(BRIDGE, "title: A bridge of card", "title: Bridge #2 of card"),
    good=change(BRIDGE, "title: A bridge of card", 'title: "Bridge #2 of card"'),
)
