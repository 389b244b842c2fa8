"""Findings for machines: one JSON object, as FORMATS section 6 gives it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.findings import Finding, Summary
from generator.reporters import Style


def render_report(findings: Sequence[Finding], summary: Summary, style: Style) -> str:
    """Render `{"findings": [...], "summary": {...}}` in plain ASCII; `learner_id` is null where none is meant."""
    return json.dumps({"findings": [_describe(each) for each in findings], "summary": _count(summary)}, indent=2) + "\n"


def _describe(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "hint": finding.hint,
        "learner_id": finding.learner_id or None,
    }


def _count(summary: Summary) -> dict[str, int]:
    return {"errors": summary.errors, "warnings": summary.warnings, "advice": summary.advice}
