"""A consent file whose columns are unknown, or that holds the marks of a merge."""

from __future__ import annotations

from generator.checks._example import CONSENT, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="CON003",
    name="consent-file-broken",
    severity=Severity.ERROR,
    reason=(
        "If the file as a whole cannot be trusted, no consent in it can. Every edition but the staff's stays as "
        "it is."
    ),
    remedy="Restore the header line, and decide every place between <<<<<<< and >>>>>>>.",
    bad=change(CONSENT, "learner_id,use,items,answer,", "learner,use,items,answer,"),
    good=keep(CONSENT),
)
