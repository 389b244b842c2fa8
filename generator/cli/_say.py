"""Printing: to people on stdout and stderr, on any terminal, whatever it can show."""

from __future__ import annotations

import codecs
import os
import sys
from pathlib import Path
from typing import Any

import click

_PLAIN = {"…": "...", "–": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "→": "->", "·": "-", "✓": "ok", "█": "#", "░": "."}


def _spell_out(error: UnicodeError) -> tuple[str, int]:
    """Write what a terminal cannot show in letters that it can."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wanted = error.object[error.start : error.end]
    return "".join(_PLAIN.get(each) or each.encode("ascii", "backslashreplace").decode("ascii") for each in wanted), error.end


def prepare_streams() -> None:
    """Make sure that no letter can stop the output, on terminals that know few of them."""
    codecs.register_error("exhibit", _spell_out)
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="exhibit")


def say(text: str) -> None:
    """Print a line of result on stdout."""
    click.echo(text)


def say_aside(text: str) -> None:
    """Print a line about the work on stderr."""
    click.echo(text, err=True)


def say_problem(text: str) -> None:
    """Print why a command could not do its work, on stderr."""
    click.echo(f"exhibit: {text}", err=True)


def show_path(path: Path) -> str:
    """Write a path as one would type it here: from the current folder, if it lies in it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) and path != here else str(path)


def wants_colour(stream: Any) -> bool:
    """Tell whether a stream is a terminal whose reader has not asked for plain text."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(getattr(stream, "isatty", lambda: False)())
