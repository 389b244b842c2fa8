"""A file that a school, or a piece, cannot do without."""

from __future__ import annotations

from generator.checks._example import BRIDGE, PICTURE, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC025",
    name="missing-record",
    severity=Severity.ERROR,
    reason="Without it nothing can be decided: who is a learner, what may be published, what a piece is.",
    remedy="Write the file. `exhibit init` and `exhibit new` make them with examples.",
    bad={"portfolios/ben-k/artifacts/kite/sketch.png": PICTURE},
    good=keep(BRIDGE),
)
