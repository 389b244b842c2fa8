"""Options that several commands share: the folder, the day, a learner."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from generator import layout
from generator.editing.place import refuse_elsewhere

F = TypeVar("F", bound=Callable[..., Any])


def get_folder(ctx: click.Context, folder: Path | None) -> Path:
    """Get the folder to work in, absolute: the command's own -C, else the program's, else the current one."""
    chosen = folder or ctx.find_root().obj or Path()
    if not chosen.is_dir():
        raise click.UsageError(f"There is no folder {chosen}.", ctx)
    return Path(chosen).absolute()


def _read_root(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path:
    if ctx.resilient_parsing:
        return value or ctx.find_root().params.get("folder") or Path()
    folder = get_folder(ctx, value)
    refuse_elsewhere(folder)
    return folder


def _read_day(ctx: click.Context, param: click.Parameter, value: str | None) -> date:
    if value is None:
        return date.today()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise click.BadParameter(f'"{value}" is no day. Write it as year-month-day, for instance 2026-10-03.')


def _complete_learner(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the folders of `portfolios/` while a learner's id is typed."""
    folder = (ctx.params.get("root") or ctx.find_root().params.get("folder") or Path()) / layout.PORTFOLIOS
    names = sorted(entry.name for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else []
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def school_option(function: F) -> F:
    """Add `-C DIR`, given to the command as `root`: the folder of a school."""
    return click.option(
        "-C", "root", metavar="DIR", type=click.Path(path_type=Path), callback=_read_root, is_eager=True, help="The school's folder, if not the current one."
    )(function)


def day_option(function: F) -> F:
    """Add `--today DAY`, given as `day`; the clock is read here and nowhere else."""
    return click.option("--today", "day", metavar="YYYY-MM-DD", callback=_read_day, help="Work as if it were this day.")(function)


def learner_option(text: str) -> Callable[[F], F]:
    """Add `--learner ID`, given as `learner`, with ids offered while one types."""
    return click.option("--learner", metavar="ID", shell_complete=_complete_learner, help=text)


def jobs_option(function: F) -> F:
    """Add `--jobs N`: how many processes may work at once."""
    return click.option(
        "--jobs", metavar="N", type=click.IntRange(0, 256), default=0, help="Work with this many processes; 0 is one for each processor.", show_default=True
    )(function)
