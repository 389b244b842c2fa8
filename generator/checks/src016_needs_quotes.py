"""A text with a colon inside, or that begins with a sign which means something else."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC016",
    name="needs-quotes",
    severity=Severity.ERROR,
    reason="Signs such as : @ * ! % & at these places are not read as text.",
    remedy="Put the text in quotes.",
    bad=change(BRIDGE, "title: A bridge of card", "title: Bridges: a test"),
    good=change(BRIDGE, "title: A bridge of card", 'title: "Bridges: a test"'),
)
