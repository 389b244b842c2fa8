"""A table whose first line does not name the columns."""

from __future__ import annotations

from generator.checks._example import STAFF, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC019",
    name="csv-header",
    severity=Severity.ERROR,
    reason="Columns are found by their names, so that a spreadsheet may change their order.",
    remedy="Put the names of the columns into the first line, as the message lists them.",
    bad=change(STAFF, "staff_id,name,role,email,active", "id,name,role,email,active"),
    good=keep(STAFF),
)
