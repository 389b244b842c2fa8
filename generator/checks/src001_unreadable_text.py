"""A file that is no plain text."""

from __future__ import annotations

from generator.checks._example import BRIDGE, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC001",
    name="unreadable-text",
    severity=Severity.ERROR,
    reason=(
        "Records are plain text in UTF-8. Other bytes cannot be read for certain, and a guess could turn a no "
        "into a yes."
    ),
    remedy="Open the file in a text editor and save it again with the encoding UTF-8.",
    bad={BRIDGE: b"title: A br\xff\xfedge\nkind: product\nmade_on: 2026-09-18\n"},
    good=keep(BRIDGE),
)
