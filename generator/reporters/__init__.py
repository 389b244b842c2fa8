"""Reports: findings as text for people, and as JSON, GitHub annotations or SARIF for machines.

Every format is one module of this folder, named as `--format` names it, with one function:

    render_report(findings: Sequence[Finding], summary: Summary, style: Style) -> str
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.findings import Finding, Summary


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is to look.

    `colour` asks for terminal colours. `note` is a line on what was left out, or "". `unshown`
    counts findings that the caller chose not to print. `prefix` is laid before every path where a
    machine wants paths from the top of a repository instead of from the school's folder; it is ""
    or ends in "/".
    """

    colour: bool = False
    note: str = ""
    unshown: int = 0
    prefix: str = ""


@cache
def list_formats() -> tuple[str, ...]:
    """List the names of all formats in order, without importing them."""
    return tuple(sorted(name.removesuffix(".py") for name in os.listdir(__path__[0]) if name.endswith(".py") and not name.startswith("_")))


def render_report(format_name: str, findings: Sequence[Finding], summary: Summary, style: Style = Style()) -> str:
    """Render findings in one of `list_formats()`; the text ends with a line break."""
    rendered: str = import_module(f"{__name__}.{format_name}").render_report(findings, summary, style)
    return rendered
