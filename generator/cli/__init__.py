"""The command line: options in, exit status out. The only room that prints, or reads the clock or the environment.

Every command is one module of this folder, named as it is typed, with a `command` in it. What a
command needs of the other rooms is imported when it runs, so that `exhibit --help` answers at once.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line that was typed, and end the process with its exit status."""
    from generator.cli._program import program

    program.main(args=sys.argv[1:], prog_name="exhibit")
