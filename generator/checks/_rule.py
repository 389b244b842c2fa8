"""What a rule is made of: one file holds all of it, and `explain` and the reference page show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.findings import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's code, name and reason, an example of each side, and what to do about it.

    `name` is the bad pattern in kebab-case, so that "allow missing-alt" reads as English.
    `bad` and `good` overlay files (path to text or bytes) on the example school of
    `checks/_example.py`; the tests run both.
    """

    code: str
    name: str
    severity: Severity
    reason: str
    remedy: str
    bad: Mapping[str, str | bytes] = field(default_factory=dict)
    good: Mapping[str, str | bytes] = field(default_factory=dict)

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]
