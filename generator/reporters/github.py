"""Findings as GitHub Actions annotations: they show beside the line in a pull request.

Escaping follows the workflow command rules: `%`, CR and LF in data, `:` and `,` in properties too,
so that no text of a school can begin a command of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.findings import Finding, Severity, Summary
from generator.reporters import Style
from generator.reporters._plain import show_plainly

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def render_report(findings: Sequence[Finding], summary: Summary, style: Style) -> str:
    """Render one workflow command a finding, and a line with the counts."""
    lines = [_annotate(finding, style) for finding in findings]
    counts = f"exhibit check: errors {summary.errors}, warnings {summary.warnings}, advice {summary.advice}"
    return "\n".join([*lines, counts]) + "\n"


def _annotate(finding: Finding, style: Style) -> str:
    place = {
        "file": style.prefix + finding.path,
        "line": str(finding.line),
        "col": str(finding.column),
        "title": f"{finding.code} {finding.name}",
    }
    properties = ",".join(f"{key}={_escape_property(value)}" for key, value in place.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_escape(_say(finding))}"


def _say(finding: Finding) -> str:
    lines = [*finding.message.split("\n"), *finding.hint.split("\n")]
    return "\n".join(show_plainly(line) for line in lines if line.strip())


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(show_plainly(text)).replace(":", "%3A").replace(",", "%2C")
