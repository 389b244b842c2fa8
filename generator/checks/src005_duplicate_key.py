"""A key that stands twice."""

from __future__ import annotations

from generator.checks._example import BRIDGE, append
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC005",
    name="duplicate-key",
    severity=Severity.ERROR,
    reason="Only one of the two would count. With audience that could be the wrong one, as after a bad merge.",
    remedy="Keep the line that is right and delete the other.",
    bad=append(BRIDGE, "audience: family\naudience: public\n"),
    good=append(BRIDGE, "audience: family\n"),
)
