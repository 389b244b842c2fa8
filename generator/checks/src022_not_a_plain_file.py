"""A link or a device where a file is expected."""

from __future__ import annotations

from generator.checks._example import BRIDGE, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC022",
    name="not-a-plain-file",
    severity=Severity.ERROR,
    reason="A link can lead anywhere, also to files that nobody meant to publish. It is never followed.",
    remedy="Put the file itself there.",
    bad={"portfolios/ben-k/goals/read.yml/notes.txt": "A folder stands where a record is expected.\n"},
    good=keep(BRIDGE),
)
