"""`exhibit new`: records with questions as comments, ready to fill."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli._options import day_option, school_option
from generator.cli._say import say

if TYPE_CHECKING:
    from generator.editing.new_record import Made

_title = click.option("--title", metavar="TEXT", default="", help="Its title; else one is made from the id.")


@click.group(name="new", short_help="Write a new record with questions, ready to fill.")
def command() -> None:
    """Write a new record with questions in it, ready to fill.

    Nothing is ever overwritten.
    """


def _tell(made: Made) -> int:
    say(f"Written: {made.path}")
    if made.note:
        say(made.note)
    return 0


@command.command()
@click.argument("learner_id", metavar="LEARNER")
@click.option("--name", "display_name", metavar="NAME", default="", help="The name that the learner goes by.")
@click.option("--given-name", metavar="NAME", default="", help="The given name, for the office's roster alone.")
@click.option("--family-name", metavar="NAME", default="", help="The family name, for the office's roster alone.")
@click.option("--grade", metavar="G", default="", help="The grade, as content/school.yml writes it.")
@click.option("--group", metavar="G", default="", help="The class or group.")
@click.option("--adviser", metavar="STAFF", default="", help="The adviser's staff id.")
@day_option
@school_option
def learner(
    root: Path, learner_id: str, display_name: str, given_name: str, family_name: str, grade: str, group: str, adviser: str, day: date
) -> int:
    """Add a learner, for instance ana-r: a profile, and a row in the roster where it is here."""
    from generator.editing.new_record import Person, new_learner

    return _tell(new_learner(root, learner_id, day, Person(given_name, family_name, display_name, grade, group, adviser)))


@command.command()
@click.argument("reference", metavar="LEARNER/ID")
@_title
@day_option
@school_option
def goal(root: Path, reference: str, title: str, day: date) -> int:
    """Add a goal, for instance ana-r/present-without-notes."""
    from generator.editing.new_record import new_goal

    return _tell(new_goal(root, reference, day, title))


@command.command()
@click.argument("reference", metavar="LEARNER/ID")
@_title
@click.option("--shared-from", metavar="LEARNER/ID", default="", help="Your part in a classmate's piece, which this names.")
@day_option
@school_option
def artifact(root: Path, reference: str, title: str, shared_from: str, day: date) -> int:
    """Add a piece of work, for instance ana-r/river-sensor."""
    from generator.editing.new_record import new_artifact

    return _tell(new_artifact(root, reference, day, title, shared_from))


@command.command()
@click.argument("reference", metavar="LEARNER/ID")
@day_option
@school_option
def conference(root: Path, reference: str, day: date) -> int:
    """Add a conference, for instance ana-r/2026-11."""
    from generator.editing.new_record import new_conference

    return _tell(new_conference(root, reference, day))


@command.command()
@click.argument("record_id", metavar="ID")
@_title
@day_option
@school_option
def exhibition(root: Path, record_id: str, title: str, day: date) -> int:
    """Add an exhibition of the school, for instance 2026-fall."""
    from generator.editing.new_record import new_exhibition

    return _tell(new_exhibition(root, record_id, day, title))
