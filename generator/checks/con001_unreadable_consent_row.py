"""A row of the consents that cannot be read."""

from __future__ import annotations

from generator.checks._example import CONSENT, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="CON001",
    name="unreadable-consent-row",
    severity=Severity.ERROR,
    reason=(
        "What cannot be read may be a no. So the row closes the learner: nothing of theirs is shown until it is "
        "mended."
    ),
    remedy="Put the row right. The message says which word or day is not understood.",
    bad=change(CONSENT, "ana-r,web,work name words,yes,", "ana-r,web,work name words,yess,"),
    good=keep(CONSENT),
)
