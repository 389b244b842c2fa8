"""A waiver of school.yml that covers nothing."""

from __future__ import annotations

from generator.checks._example import SCHOOL, append, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC102",
    name="waiver-without-finding",
    severity=Severity.ADVICE,
    reason="What it covered has been put right, or it never matched. A list of true waivers is short.",
    remedy="Take the waiver away, or put its code and path right.",
    bad=append(
        SCHOOL,
        (
            "waivers:\n"
            "  - {code: ART004, path: portfolios/ana-r/artifacts/river-sensor/artifact.yml, reason: scanned, by: k-ortiz, until: 2026-12-01}\n"
        ),
    ),
    good=keep(SCHOOL),
)
