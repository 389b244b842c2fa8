"""`exhibit init`: a new school to start from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli._options import day_option
from generator.cli._say import say


@click.command(short_help="Make a new school that checks clean and builds.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--pilot", is_flag=True, help="Begin with one class: no exhibition, rubric or plan yet.")
@click.option("--name", metavar="NAME", default="", help="The school's name; else it is made from the folder's.")
@day_option
@click.pass_context
def command(ctx: click.Context, folder: Path, pilot: bool, name: str, day: date) -> int:
    """Make a new school in the folder DIR, which must be absent or empty.

    It holds one example learner, checks clean and builds at once.
    """
    from generator.editing.starter import init_school

    target = (ctx.find_root().obj or Path()) / folder
    written = init_school(target, day, pilot=pilot, name=name)
    say(f"A new school is in {target}: {len(written)} files, with one example learner.")
    step = "" if target.absolute() == Path.cwd() else f"cd {target}, then "
    say(f"Next: {step}exhibit serve to see it. README.md there says what each file is for.")
    return 0
