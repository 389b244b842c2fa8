"""`exhibit serve`: the live preview."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from click.core import ParameterSource

from generator.cli._options import day_option, jobs_option, learner_option, school_option
from generator.cli._say import say_aside
from generator.cli.build import EDITIONS, read_edition


@click.command(short_help="See the school live on this computer.")
@click.option("--edition", metavar="|".join(EDITIONS), default="staff", show_default=True, callback=read_edition, help="Whose view of the whole school.")
@learner_option("This learner's own view: who will see each item, and what is missing.")
@click.option("--port", metavar="N", type=click.IntRange(0, 65535), default=8000, show_default=True, help="If it is in use, the next free one is taken.")
@day_option
@jobs_option
@school_option
@click.pass_context
def command(ctx: click.Context, root: Path, edition: str, learner: str | None, port: int, day: date, jobs: int) -> int:
    """See the school on this computer alone, built again after every save.

    When a save breaks something, the last good pages stay and show what is to be put right.
    """
    from generator.preview.live import Wanted, serve

    if learner and ctx.get_parameter_source("edition") is not ParameterSource.DEFAULT:
        raise click.UsageError("--learner shows that learner's own view, which is no edition of the school. Leave one of the two out.")
    fixed = ctx.get_parameter_source("day") is not ParameterSource.DEFAULT
    serve(Wanted(root, edition, learner, jobs), port, lambda: day if fixed else date.today(), say_aside)
    return 0
