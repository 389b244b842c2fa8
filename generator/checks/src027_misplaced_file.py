"""A file that stands where records are read and is not read."""

from __future__ import annotations

from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC027",
    name="misplaced-file",
    severity=Severity.WARNING,
    reason="Somebody wrote it to be read. Often it ends in .yaml instead of .yml.",
    remedy="Rename it, or move it to where it belongs.",
    bad={"portfolios/ben-k/goals/read.yaml": "title: Read\nkind: habit\n"},
    good={"portfolios/ben-k/goals/read.yml": "title: Read\nkind: habit\nstatus: met\n"},
)
