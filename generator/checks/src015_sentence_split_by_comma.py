"""A sentence inside { } that a comma cut in two."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC015",
    name="sentence-split-by-comma",
    severity=Severity.ERROR,
    reason="Inside { } a comma ends an entry, so half of the sentence would be lost.",
    remedy="Put the sentence in quotes, or write each key on a line of its own.",
    bad=change(
        BRIDGE,
        "because: I folded each beam three times until two were equal.",
        "because: I folded each beam, three times.",
    ),
    good=change(
        BRIDGE,
        "because: I folded each beam three times until two were equal.",
        'because: "I folded each beam, three times."',
    ),
)
