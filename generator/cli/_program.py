"""The program: its commands are found by their modules, and no error of theirs ends in a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from generator import __version__
from generator.cli._say import prepare_streams, say_problem
from generator.errors import ExhibitError

PACKAGE = "generator.cli"
REPORT_TO = "whoever looks after Exhibit at your school"


class Program(click.Group):
    """A group whose commands are the modules of `cli/` without a leading underscore."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands by the names of their modules."""
        return sorted(name.removesuffix(".py") for name in os.listdir(Path(__file__).parent) if name.endswith(".py") and not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command; None for a name that no module has."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"{PACKAGE}.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed; a name nobody knows gets the nearest one."""
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            from generator.ids import hint_nearest

            hint = hint_nearest(args[0], self.list_commands(ctx)) or "See: exhibit --help"
            raise click.UsageError(f'There is no command "{args[0]}". {hint}', ctx)
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Run, and end the process with 0, 1 or 2 (FORMATS section 6); 130 where somebody pressed Ctrl-C."""
        prepare_streams()
        extra["standalone_mode"] = False
        sys.exit(self._run(args, prog_name, extra))

    def _run(self, args: Sequence[str] | None, prog_name: str | None, extra: dict[str, Any]) -> int:
        try:
            status = super().main(args=args, prog_name=prog_name, **extra)
            sys.stdout.flush()
        except click.ClickException as error:
            error.show()
            return 2
        except (click.Abort, KeyboardInterrupt):
            return 130
        except ExhibitError as error:
            say_problem(str(error))
            return 2
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 1
        except Exception as error:  # the last door: whatever was not foreseen is told in a sentence
            if os.environ.get("EXHIBIT_DEBUG") == "1":
                raise
            say_problem(_word_unforeseen(error))
            return 2
        return status if isinstance(status, int) else 0


def _word_unforeseen(error: Exception) -> str:
    """Say where the tool failed, in one sentence that helps whoever mends it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "an unknown place"
    detail = " ".join(str(error).split())[:200]
    return (
        f"Exhibit {__version__} met something it did not expect ({type(error).__name__} in {place}: {detail}). This is a fault of the tool, not yours."
        f" Please send this line to {REPORT_TO}; EXHIBIT_DEBUG=1 shows the details."
    )


@click.command(cls=Program, name="exhibit", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="exhibit %(version)s")
@click.option("-C", "folder", metavar="DIR", type=click.Path(path_type=Path), help="Work in this folder instead of the current one.")
@click.pass_context
def program(ctx: click.Context, folder: Path | None) -> None:
    """Check a school's portfolios and build its exhibition from plain files.

    Exit status: 0 done, 1 an error or something held back, 2 wrong use or the tool failed.
    """
    ctx.obj = folder
