"""Findings for people: place, what was found, how to put it right, and the line with a caret under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.findings import Finding, Severity, Summary
from generator.reporters import Style
from generator.reporters._plain import count_cells, show_plainly

_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.ADVICE: "36;1"}
_WINDOW = 96
"""Characters of a long source line that are shown round the place."""

_LEAD = 24
"""How many of them stand before the place."""


def render_report(findings: Sequence[Finding], summary: Summary, style: Style) -> str:
    """Render the findings in the form of FORMATS section 5, then one line that sums them up."""
    blocks = ["\n".join(_draw(finding, style)) for finding in findings]
    last = [line for line in (style.note, _sum_up(findings, summary, style)) if line]
    return "\n\n".join([*blocks, "\n".join(last)]) + "\n"


def _draw(finding: Finding, style: Style) -> Iterator[str]:
    place = f"{show_plainly(style.prefix + finding.path)}:{finding.line}:{finding.column}"
    severity = _paint(finding.severity.value, _COLOURS[finding.severity], style)
    yield f"{_paint(place, '1', style)}  {finding.code} {severity}  {finding.name}"
    for line in (*finding.message.split("\n"), *finding.hint.split("\n")):
        if line.strip():
            yield f"  {show_plainly(line.strip())}"
    yield from _draw_source(finding, style)


def _draw_source(finding: Finding, style: Style) -> Iterator[str]:
    """Show the line that is meant, cut to what matters if it is long, and a caret under the place."""
    if not finding.source_line.strip():
        return
    line = finding.source_line.rstrip("\r\n").replace("\t", " ")
    at = min(max(finding.column - 1, 0), len(line))
    start = 0 if len(line) <= _WINDOW else max(0, min(at - _LEAD, len(line) - _WINDOW))
    before, after = show_plainly(line[start:at]), show_plainly(line[at : start + _WINDOW].rstrip())
    left, right = "…" * (start > 0), "…" * (len(line) > start + _WINDOW)
    gutter = f"{finding.line:>5} | "
    yield f"{gutter}{left}{before}{after}{right}"
    yield f"{'| ':>{len(gutter)}}{' ' * count_cells(left + before)}{_paint('^', _COLOURS[finding.severity], style)}"


def _paint(text: str, colour: str, style: Style) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if style.colour else text


def _sum_up(findings: Sequence[Finding], summary: Summary, style: Style) -> str:
    hidden = f" {style.unshown} more {'is' if style.unshown == 1 else 'are'} not shown, as you asked." if style.unshown else ""
    if not findings:
        return ("Nothing of what you asked for was found." if style.unshown else "All is well: nothing to put right.") + hidden
    parts = [
        word
        for number, word in (
            (summary.errors, f"{summary.errors} error{'s' * (summary.errors != 1)}"),
            (summary.warnings, f"{summary.warnings} warning{'s' * (summary.warnings != 1)}"),
            (summary.advice, f"{summary.advice} piece{'s' * (summary.advice != 1)} of advice"),
        )
        if number
    ]
    files = len({finding.path for finding in findings})
    joined = " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
    return f"{joined} in {files} file{'s' * (files != 1)}.{hidden}"
