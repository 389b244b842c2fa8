"""A rule in words: what it finds, why it matters, an example of each side, and how to put it right."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from difflib import SequenceMatcher
from textwrap import fill
from typing import NamedTuple

from generator.checks import list_rules
from generator.checks._example import FILES
from generator.checks._rule import Rule

FAMILIES: Mapping[str, str] = {
    "SRC": "Source and shape",
    "LRN": "Learner",
    "GOL": "Goal",
    "ART": "Artifact",
    "MED": "Media",
    "EVD": "Evidence",
    "CON": "Consent and audience",
    "PRV": "Privacy in text and pictures",
    "EXH": "Exhibition",
    "CNF": "Conference",
    "ACC": "Accessibility",
}
"""The families of codes, in the order of the reference (FORMATS section 5)."""

_EFFECT = {
    "error": "An error: the smallest part it stands in is held back until it is put right.",
    "warning": "A warning: good practice or the graduate profile asks for more. Nothing is held back.",
    "advice": "Advice: a nudge. Nothing is held back.",
}
_AROUND, _LONG, _MOST = 2, 96, 16


class Example(NamedTuple):
    """The lines of one file that make the difference."""

    path: str
    lines: tuple[str, ...]


def describe_rule(rule: Rule) -> str:
    """Give the sentence that says what a rule finds: the docstring of its file."""
    name = f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    return (sys.modules[f"{__package__}.{name}"].__doc__ or "").strip()


def show_examples(rule: Rule) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """Give the bad and the good example, each cut down to the lines that differ and their neighbours."""
    bad = {path: (content, rule.good.get(path, FILES.get(path, ""))) for path, content in rule.bad.items()}
    good = {path: (content, rule.bad.get(path, FILES.get(path, ""))) for path, content in rule.good.items()}
    return _cut(bad), _cut(good)


def render_rule(rule: Rule) -> str:
    """Render a rule as plain text, 80 columns wide, for `exhibit explain CODE`."""
    bad, good = show_examples(rule)
    parts = [f"{rule.code} {rule.name} ({rule.severity.value})", fill(describe_rule(rule), 80)]
    parts.append("Why\n" + _indent(fill(rule.reason, 76)))
    parts.append("Effect\n" + _indent(fill(_EFFECT[rule.severity.value], 76)))
    for title, examples in (("Not like this", bad), ("Like this", good)):
        parts += [f"{title}\n" + "\n".join(_indent(f"# {each.path}\n" + "\n".join(each.lines)) for each in examples)] if examples else []
    parts.append("How to put it right\n" + _indent(fill(rule.remedy, 76)))
    return "\n\n".join(parts) + "\n"


def render_reference() -> str:
    """Render all rules as one Markdown page, grouped by family."""
    lines = ["# Findings", "", "Every finding that `exhibit check` can print, why it matters, and how to put it right.", ""]
    for family, title in FAMILIES.items():
        rules = [rule for rule in list_rules() if rule.family == family]
        lines += [f"## {title} ({family})", "", "| code | name | severity |", "| --- | --- | --- |"]
        lines += [f"| [{rule.code}](#{rule.code.lower()}) | {rule.name} | {rule.severity.value} |" for rule in rules]
        lines.append("")
        for rule in rules:
            lines += _render_entry(rule)
    return "\n".join(lines).rstrip() + "\n"


def _render_entry(rule: Rule) -> list[str]:
    lines = [f"### {rule.code} {rule.name} {{#{rule.code.lower()}}}", "", f"**{rule.severity.value.capitalize()}.** {describe_rule(rule)}", ""]
    lines += [_escape(rule.reason), ""]
    for title, examples in zip(("Not like this:", "Like this:"), show_examples(rule), strict=True):
        for each in examples:
            fence = "```"
            lines += [f"{title} `{each.path}`", "", f"{fence}{'yaml' if each.path.endswith('.yml') else 'text'}", *each.lines, fence, ""]
    return [*lines, f"**How to put it right.** {_escape(rule.remedy)}", ""]


def _escape(text: str) -> str:
    """Keep signs in a sentence from being read as HTML or emphasis."""
    return text.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_") if "`" not in text else text


def _cut(pairs: Mapping[str, tuple[str | bytes, str | bytes]]) -> tuple[Example, ...]:
    found = (Example(path, _cut_lines(content, other)) for path, (content, other) in pairs.items())
    return tuple(example for example in found if example.lines)


def _cut_lines(content: str | bytes, other: str | bytes) -> tuple[str, ...]:
    """Keep the lines of a text that differ from another, with a line on each side."""
    if isinstance(content, bytes):
        return (f"({len(content)} bytes)",)
    here, there = content.splitlines(), other.splitlines() if isinstance(other, str) else []
    kept: set[int] = set()
    for tag, start, end, _, _ in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if tag != "equal":
            kept.update(range(max(0, start - _AROUND), min(len(here), end + _AROUND)))
    if not kept and here:
        kept = set(range(min(4, len(here))))
    lines: list[str] = []
    for index in sorted(kept)[:_MOST]:
        if lines and index - 1 not in kept:
            lines.append("…")
        lines.append(here[index] if len(here[index]) <= _LONG else here[index][: _LONG - 1] + "…")
    return tuple(lines)


def _indent(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
