"""A word where a number, or a yes or no, is expected."""

from __future__ import annotations

from generator.checks._example import CONFERENCE, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC026",
    name="not-a-number",
    severity=Severity.ERROR,
    reason="Minutes and pieces are counted, so they must be numbers. A switch is on or off.",
    remedy="Write figures only, or yes or no.",
    bad=change(CONFERENCE, "length_min: 25", "length_min: half an hour"),
    good=keep(CONFERENCE),
)
