"""A record of more than 256 KiB."""

from __future__ import annotations

from generator.checks._example import BRIDGE, append, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC002",
    name="file-too-large",
    severity=Severity.ERROR,
    reason="A record is text that somebody typed. A larger file is something else, or would slow every build down.",
    remedy="Move long texts into files of their own beside the record, and name them there.",
    bad=append(BRIDGE, "#" + "x" * 270000 + "\n"),
    good=keep(BRIDGE),
)
