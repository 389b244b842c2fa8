"""An id with letters that ids do not have."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC013",
    name="bad-id",
    severity=Severity.ERROR,
    reason="Ids become folders and addresses. Small letters, figures and single hyphens work on every computer.",
    remedy="Write it as the hint says.",
    bad=change(BRIDGE, "indicator: maker", "indicator: Maker_1"),
    good=keep(BRIDGE),
)
