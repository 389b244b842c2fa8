"""A waiver of school.yml whose last day has passed."""

from __future__ import annotations

from generator.checks._example import SCHOOL, append, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC101",
    name="waiver-expired",
    severity=Severity.ADVICE,
    reason="A waiver is a decision for a time. After its last day the finding counts again.",
    remedy="Put right what it covered, or decide again and write a new day.",
    bad=append(
        SCHOOL,
        (
            "waivers:\n"
            "  - {code: ART004, path: portfolios/ana-r/artifacts/river-sensor/artifact.yml, reason: scanned, by: k-ortiz, until: 2026-10-01}\n"
        ),
    ),
    good=keep(SCHOOL),
)
