"""Findings as SARIF 2.1.0, which code hosts and editors read; every rule comes with its help text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.checks import Rule, list_rules
from generator.findings import Finding, Severity, Summary
from generator.reporters import Style

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def render_report(findings: Sequence[Finding], summary: Summary, style: Style) -> str:
    """Render one SARIF log with one run; places are relative to the folder that was checked."""
    rules = sorted(list_rules(), key=lambda rule: rule.code)
    index = {rule.code: at for at, rule in enumerate(rules)}
    driver = {"name": "Exhibit", "version": __version__, "rules": [_describe_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_describe_result(finding, index, style) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _describe_rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ").capitalize()},
        "fullDescription": {"text": rule.reason},
        "help": {"text": f"{rule.reason}\n\n{rule.remedy}", "markdown": f"{rule.reason}\n\n**How to put it right:** {rule.remedy}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _describe_result(finding: Finding, index: dict[str, int], style: Style) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": max(finding.line, 1), "startColumn": max(finding.column, 1)}
    place = {"artifactLocation": {"uri": quote(style.prefix + finding.path)}, "region": region}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}\n{finding.hint}".strip()},
        "locations": [{"physicalLocation": place}],
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    return result
