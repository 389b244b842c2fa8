"""A page of content/pages that cannot be built."""

from __future__ import annotations

from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC028",
    name="unreadable-page",
    severity=Severity.ERROR,
    reason="One broken page must not take the school's other pages with it, so it is left out and named.",
    remedy="Do what the message says, and save the page as plain text in UTF-8.",
    bad={"content/pages/welcome.md": b"# Welcome\n\n\xff\xfe\n"},
    good={"content/pages/welcome.md": "# Welcome\n"},
)
