"""A part of YAML that records do not use: an anchor, an alias, a tag, a second document."""

from __future__ import annotations

from generator.checks._example import BRIDGE, append, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC004",
    name="refused-yaml",
    severity=Severity.ERROR,
    reason="Such parts let one place of a file change another unseen. Records say everything where it stands.",
    remedy="Write the words out in both places.",
    bad=append(BRIDGE, "---\ntitle: Another piece in the same file\n"),
    good=keep(BRIDGE),
)
