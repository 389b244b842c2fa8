"""A day or a time that is not written as one, or that does not exist."""

from __future__ import annotations

from generator.checks._example import BRIDGE, change, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC012",
    name="not-a-date",
    severity=Severity.ERROR,
    reason="03/04 is a different day in different countries. Year-month-day is the same everywhere.",
    remedy="Write year-month-day, for instance 2026-10-03, and a time as 2026-11-12T17:20.",
    bad=change(BRIDGE, "made_on: 2026-09-18", "made_on: 18.9.2026"),
    good=keep(BRIDGE),
)
