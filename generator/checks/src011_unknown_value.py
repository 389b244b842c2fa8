"""A word that is not among those allowed here."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC011",
    name="unknown-value",
    severity=Severity.ERROR,
    reason="Each of the allowed words means something that pages and checks know.",
    remedy="Write one of the words that the message lists.",
    bad=change(BRIDGE, "kind: product", "kind: produkt"),
    good=keep(BRIDGE),
)
