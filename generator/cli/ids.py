"""`exhibit ids`: public ids where one is missing."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli._options import school_option
from generator.cli._say import say, say_aside


@click.command(short_help="Write a public_id where one is missing.")
@click.option("--renew", metavar="PATH", help="Give the record at PATH a new id: its old address and QR codes stop working.")
@school_option
def command(root: Path, renew: str | None) -> int:
    """Write a public_id into every profile and artifact that has none.

    Nothing else in those files is changed. A public_id is the address of a page; a record without
    one is held back from everybody beyond the family.
    """
    from generator.editing.public_ids import renew_id, write_missing_ids

    if renew is not None:
        written = renew_id(root, renew)
        say(f"{written.path}: {written.before or 'no id'} is now {written.public_id}. Print its QR codes again.")
        return 0
    ids = write_missing_ids(root)
    for each in ids.written:
        say(f"{each.path}: {each.public_id}")
    for path, reason in ids.unreadable:
        say_aside(f"{path} was left as it is: {reason}")
    count = len(ids.written)
    say(f"{count or 'No'} id{'s' * (count != 1)} written." if count or ids.unreadable else "Every record has its id already.")
    return 1 if ids.unreadable else 0
