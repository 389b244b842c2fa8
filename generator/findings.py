"""What a check says: problems as they are noticed, and findings as they are reported.

A *problem* knows a place in the school's fields; a *finding* is the same thing joined with its
rule's name and severity and with a line and column, ready for a reporter (FORMATS section 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

Field = tuple[str | int, ...]
"""The way to a value inside a record: keys and list positions, `()` for the whole file."""


class Severity(str, Enum):
    """How much a finding matters: an error holds something back, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for advice: the order of reports."""
        return ("error", "warning", "advice").index(self.value)


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file: its path, and either a field or, where there is no tree, a line.

    `path` is relative to the school's folder, with `/`. `line` and `column` count from 1.
    `on_key` points at the key of the field instead of its value.
    """

    path: str
    field: Field = ()
    line: int | None = None
    column: int | None = None
    on_key: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a rule noticed: which rule, what was found and expected, and how to put it right.

    `holds` names the place whose smallest unit an error holds back; None means `place` itself.
    """

    code: str
    message: str
    hint: str
    place: Place
    learner_id: str | None = None
    holds: Place | None = None

    @property
    def held_place(self) -> Place:
        """The place whose unit is held back if this problem is an error."""
        return self.holds or self.place


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One line of a report; sorted by path, line, column and code.

    `source_line` is the line of the file the finding points at, for the caret, or "".
    """

    path: str
    line: int
    column: int
    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    learner_id: str = ""
    source_line: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many findings of each severity a report holds."""

    errors: int
    warnings: int
    advice: int


def count_findings(findings: tuple[Finding, ...]) -> Summary:
    """Count findings by severity."""
    ranks = [finding.severity.rank for finding in findings]
    return Summary(ranks.count(0), ranks.count(1), ranks.count(2))
