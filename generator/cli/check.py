"""`exhibit check`: every finding of the school, of a group or of one learner."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli._options import day_option, jobs_option, learner_option, school_option
from generator.cli._say import say_aside, wants_colour
from generator.reporters import Style, list_formats, render_report

if TYPE_CHECKING:
    from generator.findings import Finding


@click.command(short_help="Find everything that is wrong or wanting.")
@learner_option("Only what concerns this learner.")
@click.option("--group", metavar="G", help="Only what concerns the learners of this group.")
@click.option("--format", "format_name", type=click.Choice(list_formats()), default="text", show_default=True, help="How to print what was found.")
@click.option("--select", metavar="CODES", multiple=True, help="Print only these: codes, names or families, such as ART004,PRV.")
@click.option("--ignore", metavar="CODES", multiple=True, help="Leave these out of what is printed.")
@click.option("--fail-on", type=click.Choice(["warning", "advice"]), help="End with status 1 for a printed warning, or advice, too.")
@day_option
@jobs_option
@school_option
def command(
    root: Path,
    learner: str | None,
    group: str | None,
    format_name: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    day: date,
    jobs: int,
) -> int:
    """Find everything that is wrong or wanting, all at once.

    --select and --ignore change what is printed, never what is held back: an error ends with
    status 1 whether it is printed or not.
    """
    from generator.cli._codes import read_codes
    from generator.findings import count_findings
    from generator.pipeline import check_school

    wanted, unwanted = read_codes(select, "--select"), read_codes(ignore, "--ignore")
    report = check_school(root, day, learner=learner, group=group, jobs=jobs)
    printed = tuple(each for each in report.findings if (not select or each.code in wanted) and each.code not in unwanted)
    text = format_name == "text"
    style = Style(
        colour=text and wants_colour(sys.stdout),
        note=report.note,
        unshown=len(report.findings) - len(printed),
        prefix=_find_prefix(root) if format_name in ("github", "sarif") else "",
    )
    click.echo(render_report(format_name, printed, count_findings(printed), style), nl=False, color=True)
    if report.note and not text:
        say_aside(report.note)
    return 1 if report.summary.errors or _fails(printed, fail_on) else 0


def _fails(printed: tuple[Finding, ...], fail_on: str | None) -> bool:
    """Tell whether something as grave as was asked for is among what was printed."""
    ranks = {None: 0, "warning": 1, "advice": 2}
    return any(finding.severity.rank <= ranks[fail_on] for finding in printed)


def _find_prefix(root: Path) -> str:
    """Find the way from the top of the repository to the school, for machines that count from there."""
    top = os.environ.get("GITHUB_WORKSPACE") or Path.cwd()
    way = os.path.relpath(root.resolve(), Path(top).resolve()).replace(os.sep, "/")
    return "" if way == "." or way.startswith("..") else f"{way}/"
