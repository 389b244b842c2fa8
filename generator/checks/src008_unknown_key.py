"""A key that we do not know at this place."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC008",
    name="unknown-key",
    severity=Severity.ERROR,
    reason="What stands behind an unknown key is shown nowhere. Often it is a letter too many.",
    remedy="Write the key as the hint says, or take the line away.",
    bad=change(BRIDGE, "summary: It", "sumary: It"),
    good=keep(BRIDGE),
)
