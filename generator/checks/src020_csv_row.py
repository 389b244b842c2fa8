"""A row of a table that cannot be read."""

from __future__ import annotations

from generator.checks._example import STAFF, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC020",
    name="csv-row",
    severity=Severity.ERROR,
    reason="A row that is not understood is left out, and the person in it with it.",
    remedy="Put the cell right that the message names.",
    bad=change(STAFF, "Mr Lindqvist,office", "Mr Lindqvist,ofice"),
    good=keep(STAFF),
)
