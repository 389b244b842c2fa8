"""A list where a text is expected, a text where a list is expected, or an empty file."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC010",
    name="wrong-shape",
    severity=Severity.ERROR,
    reason="The words are there, but nobody can tell how they belong together.",
    remedy="A list has one entry a line, each beginning with a dash. A text stands behind the colon.",
    bad=change(BRIDGE, "title: A bridge of card", "title: [A bridge, of card]"),
    good=keep(BRIDGE),
)
