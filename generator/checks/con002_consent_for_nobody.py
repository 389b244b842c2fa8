"""A consent of a learner whom the roster does not know."""

from __future__ import annotations

from generator.checks._example import CONSENT, append
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="CON002",
    name="consent-for-nobody",
    severity=Severity.ERROR,
    reason=(
        "It was meant for somebody. If it is a no, everybody it could mean is closed until it is clear who was "
        "meant."
    ),
    remedy="Write the learner_id as it stands in the roster.",
    bad=append(CONSENT, "ana-x,web,face,no,guardian,2026-10-01,,2026,\n"),
    good=append(CONSENT, "ana-r,web,face,no,guardian,2026-10-01,,2026,\n"),
)
