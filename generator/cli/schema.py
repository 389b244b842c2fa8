"""`exhibit schema`: JSON Schemas of every record, for editors and other tools."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli._say import say


def _complete_name(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from generator.editing.schemas import KINDS

    return [name for name in KINDS if name.startswith(incomplete)]


@click.command(short_help="Print the JSON Schema of a record.")
@click.argument("name", required=False, shell_complete=_complete_name)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path, file_okay=False), help="Write NAME.json files into this folder instead.")
def command(name: str | None, out: Path | None) -> int:
    """Print the JSON Schema of the record NAME; without a name, list all; with --out, write them.

    School folders made by `exhibit init` have them in .vscode/schemas already.
    """
    from generator.editing.schemas import KINDS, render_schema, write_schemas

    if out is not None:
        if name is not None:
            render_schema(name)
        written = write_schemas(out.parent, out.name, (name,) if name else ())
        say(f"{len(written)} schema{'s' * (len(written) != 1)} written into {out}")
    elif name is None:
        say("\n".join(f"{each:<18} {' '.join(kind.files)}" for each, kind in KINDS.items()))
    else:
        click.echo(render_schema(name), nl=False)
    return 0
