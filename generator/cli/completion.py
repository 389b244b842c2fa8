"""`exhibit completion`: a script with which a shell completes commands, options and learner ids."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")
_WHERE = {
    "bash": "add to ~/.bashrc:  eval \"$(exhibit completion bash)\"",
    "zsh": "add to ~/.zshrc:  eval \"$(exhibit completion zsh)\"",
    "fish": "run:  exhibit completion fish > ~/.config/fish/completions/exhibit.fish",
}


@click.command(short_help="Print a script for shell completion.", epilog="bash: " + _WHERE["bash"] + "\n\nzsh: " + _WHERE["zsh"] + "\n\nfish: " + _WHERE["fish"])
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> int:
    """Print the script that lets SHELL complete what you type after `exhibit`."""
    from click.shell_completion import get_completion_class

    from generator.cli._program import program

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"Completion for {shell} is not known.")
    complete = kind(program, {}, "exhibit", "_EXHIBIT_COMPLETE")
    click.echo(complete.source_template % complete.source_vars())
    return 0
