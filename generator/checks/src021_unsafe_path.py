"""A file name that leads out of the folder of its record."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC021",
    name="unsafe-path",
    severity=Severity.ERROR,
    reason="A record may show what lies beside it, and nothing else on the computer.",
    remedy="Put the file beside the record and write its plain name.",
    bad=change(BRIDGE, "file: bridge.png", "file: ../../profile.yml"),
    good=keep(BRIDGE),
)
