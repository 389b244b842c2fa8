"""`exhibit build`: one edition as a folder of pages."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli._options import day_option, jobs_option, learner_option, school_option
from generator.cli._say import say, say_aside, show_path, wants_colour

if TYPE_CHECKING:
    from generator.pipeline import Outcome

EDITIONS = ("public", "staff")


def read_edition(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Read the name of an edition that this version builds; refuses any other in one sentence."""
    if value in EDITIONS:
        return value
    from generator.errors import UsageError
    from generator.ids import hint_nearest

    hint = hint_nearest(value, EDITIONS)
    raise UsageError(f'This version builds the editions {" and ".join(EDITIONS)} of the whole school; "{value}" is not one of them. {hint}'.strip())


@click.command(short_help="Build an edition into a folder of pages.")
@click.option("--edition", metavar="|".join(EDITIONS), default="public", show_default=True, callback=read_edition, help="Whom the pages are for.")
@learner_option("Only this learner's pages.")
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Build into this folder instead of the edition's own.")
@click.option("--strict", is_flag=True, help="Put nothing new in place if anything is held back.")
@day_option
@jobs_option
@school_option
def command(root: Path, edition: str, learner: str | None, out: Path | None, strict: bool, day: date, jobs: int) -> int:
    """Build an edition: what is sound is published, what is held back is named.

    The public edition goes into site/, which can be deployed as it is; the staff edition goes into
    editions/staff/ and is never to leave the school.
    """
    from generator.cli._progress import Progress
    from generator.pipeline import build_edition

    with Progress() as progress:
        outcome = build_edition(root, edition, day, learner_id=learner, out=out and out.absolute(), jobs=jobs, strict=strict, progress=progress.show)
    _say_findings(outcome)
    for held in outcome.held:
        say_aside(f"held back: {held.path}: {held.what}")
    if outcome.removed:
        files = "1 file" if len(outcome.removed) == 1 else f"{len(outcome.removed)} files"
        say_aside(f"{files} whose consent is gone {'was' if len(outcome.removed) == 1 else 'were'} taken out of {show_path(outcome.out)}")
    if outcome.message:
        say_aside(outcome.message)
    else:
        say(_sum_up(outcome))
    return outcome.status


def _say_findings(outcome: Outcome) -> None:
    """Print the errors on stderr: they are why something is held back."""
    from generator.findings import Severity, count_findings
    from generator.reporters import Style, render_report

    errors = tuple(each for each in outcome.findings if each.severity is Severity.ERROR)
    others = outcome.summary.warnings + outcome.summary.advice
    if errors:
        style = Style(colour=wants_colour(sys.stderr), unshown=0, note=f"{others} more findings are shown by: exhibit check" if others else "")
        click.echo(render_report("text", errors, count_findings(errors), style), nl=False, err=True, color=True)


def _sum_up(outcome: Outcome) -> str:
    """Say in one line where the result is and what is in it."""
    pages = "1 page" if outcome.pages == 1 else f"{outcome.pages} pages"
    files = "1 file" if outcome.changed == 1 else f"{outcome.changed or 'no'} files"
    held = f", {len(outcome.held)} held back" if outcome.held else ""
    return f"The {outcome.edition} edition is in {show_path(outcome.out)}: {pages}, {files} changed{held}. Open {show_path(outcome.out / 'index.html')}"
