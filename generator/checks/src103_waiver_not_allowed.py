"""A waiver of school.yml for something that cannot be waived, or by somebody who may not."""

from __future__ import annotations

from generator.checks._example import SCHOOL, append, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC103",
    name="waiver-not-allowed",
    severity=Severity.WARNING,
    reason="Consent and the shape of files are never waived; private data in a text only by the office.",
    remedy="Take the waiver away and put right what the finding says, or ask the office.",
    bad=append(
        SCHOOL,
        (
            "waivers:\n"
            "  - {code: PRV001, path: portfolios/ana-r/artifacts/river-sensor/artifact.yml, reason: it is the shop, by: k-ortiz, until: 2026-12-01}\n"
        ),
    ),
    good=keep(SCHOOL),
)
