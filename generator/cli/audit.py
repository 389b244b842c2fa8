"""`exhibit audit`: looks through a built edition for what it may not hold."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli._options import day_option, jobs_option, school_option
from generator.cli._say import say, show_path

if TYPE_CHECKING:
    from generator.audit import Leak

EDITIONS = ("public", "onsite", "family")
_PLACES = 5
"""So many places of one thing are named; the rest is counted."""


def read_edition(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Read the name of an edition that can be audited; staff's shows everything and cannot leak."""
    if value in EDITIONS:
        return value
    from generator.errors import UsageError
    from generator.ids import hint_nearest

    why = "It is for staff, who may see everything." if value == "staff" else hint_nearest(value, EDITIONS)
    raise UsageError(f'The editions that can be audited are {", ".join(EDITIONS)}; "{value}" is not one of them. {why}'.strip())


@click.command(short_help="Look through a built edition for what it may not hold.")
@click.option("--edition", metavar="|".join(EDITIONS), default="public", show_default=True, callback=read_edition, help="Which edition to look through.")
@day_option
@jobs_option
@school_option
def command(root: Path, edition: str, day: date, jobs: int) -> int:
    """Look through every byte of a built edition for names, ids, addresses and metadata that it may not hold.

    Nothing is changed. Exit status: 0 nothing found, 1 something found, 2 wrong use.
    """
    import os

    from generator.audit import audit_tree, collect_secrets
    from generator.errors import UsageError
    from generator.loading import load_school

    folders = list_folders(root, edition)
    loaded = load_school(root, jobs=jobs)
    if loaded.fatal or not loaded.school.has_office:
        raise UsageError("The audit needs the school's settings and its office records, and they cannot all be read here. Run: exhibit check")
    secrets = collect_secrets(loaded.school, edition, day, root)
    found = {folder: audit_tree(folder, secrets, jobs=jobs or os.cpu_count() or 1) for folder in folders}
    for folder, leaks in found.items():
        _say_leaks(folder, leaks)
    say(_sum_up([leak for leaks in found.values() for leak in leaks], edition))
    return 1 if any(found.values()) else 0


def list_folders(root: Path, edition: str) -> list[Path]:
    """List the trees of an edition that are built: one, or for families one a learner."""
    from generator import layout
    from generator.errors import UsageError

    folder = layout.output_folder(root, edition)
    folders = [each for each in sorted(folder.glob("*")) if each.is_dir()] if edition == "family" else [folder]
    if not folders or not folders[0].is_dir():
        raise UsageError(f"The {edition} edition is not built yet: there is no {folder.relative_to(root).as_posix()}/. Build it with: exhibit build --edition {edition}")
    return folders


def _say_leaks(folder: Path, leaks: tuple[Leak, ...]) -> None:
    """Print what was found, certain things first; the same thing in many places is said once."""
    groups: dict[tuple[bool, str, str], list[Leak]] = defaultdict(list)
    for leak in leaks:
        groups[not leak.is_certain, leak.kind, leak.masked].append(leak)
    for (doubtful, _, masked), same in sorted(groups.items()):
        say(f"{'look at' if doubtful else 'LEAK'}: {same[0].what} ({masked})")
        for leak in same[:_PLACES]:
            say(f"  {show_path(folder)}/{leak.place}")
        if len(same) > _PLACES:
            say(f"  and in {len(same) - _PLACES} more places")
        say(f"  {same[0].advice}")


def _sum_up(leaks: list[Leak], edition: str) -> str:
    """Say in one line what came of it."""
    certain = sum(leak.is_certain for leak in leaks)
    if not leaks:
        return f"Nothing was found in the {edition} edition that it may not hold."
    stop = f"{certain} {'leak' if certain == 1 else 'leaks'}: do not deploy the {edition} edition before they are put right" if certain else "No certain leak"
    return f"{stop}; {len(leaks) - certain} to look at."
