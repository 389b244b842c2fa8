"""Two names that are the same on some computers."""

from __future__ import annotations

from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC023",
    name="names-clash",
    severity=Severity.ERROR,
    reason="On many computers Photo.jpg and photo.jpg are one file. One of the two would be lost.",
    remedy="Rename one of them, and write the new name into the record.",
    bad={
        "portfolios/ben-k/goals/read.yml": "title: Read\nkind: habit\nstatus: met\n",
        "portfolios/ben-k/goals/READ.yml": "title: Read\nkind: habit\nstatus: met\n",
    },
    good={"portfolios/ben-k/goals/read.yml": "title: Read\nkind: habit\nstatus: met\n"},
)
