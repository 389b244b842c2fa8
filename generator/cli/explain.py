"""`exhibit explain`: what a rule says, why, an example, and how to put it right."""

from __future__ import annotations

import click


def _complete_code(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from generator.checks import list_rules

    return [rule.code for rule in list_rules() if rule.code.startswith(incomplete.upper())]


@click.command(short_help="Explain a rule: what, why, an example, the way out.")
@click.argument("code", required=False, shell_complete=_complete_code)
@click.option("--reference", is_flag=True, help="Print all rules as one Markdown page.")
def command(code: str | None, reference: bool) -> int:
    """Explain the rule CODE, such as ART004 or missing-alt; without a code, list all rules.

    The reference page can stand among the school's own: exhibit explain --reference > content/pages/rules.md
    """
    from generator.checks import find_rule, list_rules
    from generator.checks._explain import render_reference, render_rule
    from generator.cli._codes import hint_code

    if reference:
        if code is not None:
            raise click.UsageError("--reference prints every rule; leave the code out.")
        click.echo(render_reference().rstrip("\n"))
        return 0
    if code is None:
        click.echo("\n".join(f"{rule.code}  {rule.severity.value:<7}  {rule.name}" for rule in list_rules()))
        return 0
    rule = find_rule(code)
    if rule is None:
        raise click.UsageError(f'No rule is called "{code}". {hint_code(code)}')
    click.echo(render_rule(rule).rstrip("\n"))
    return 0
