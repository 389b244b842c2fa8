"""`exhibit disclose`: who and what an edition shows, by whose leave. What is printed names learners."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli._options import day_option, jobs_option, learner_option, school_option

if TYPE_CHECKING:
    from generator.audience.lens import Lens
    from generator.exports.disclosure import Disclosure
    from generator.steps.judge import Judged


@click.command(short_help="Say who and what is shown, and by whose leave.")
@click.option("--edition", metavar="public|onsite|family|staff", help="Only this edition; public and onsite unless told.")
@learner_option("Answer for one learner: what is shown of them, what is not, and why.")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it.")
@day_option
@jobs_option
@school_option
def command(root: Path, edition: str | None, learner: str | None, format_name: str, day: date, jobs: int) -> int:
    """Say who and what an edition shows on a day, with the consent that allows it, and what a build would change.

    With --learner it answers a parent: what do you show of my child? For staff only: it names learners.
    """
    from generator.errors import UsageError
    from generator.steps.judge import find_learners, judge_school

    editions = _read_editions(edition, learner)
    judged = judge_school(root, day, jobs)
    whole = judged.loaded.school
    if not whole.has_office:
        raise UsageError("The office records are not here, so nobody can say what may be shown. Run this where they are kept.")
    find_learners(whole, learner, None)
    found = [_disclose(root, judged, each, learner, day) for each in editions]
    click.echo(_render(found, judged, learner, format_name, day), nl=False)
    return 0


def _read_editions(edition: str | None, learner: str | None) -> tuple[str, ...]:
    from generator import layout
    from generator.errors import UsageError
    from generator.ids import hint_nearest

    if edition is None:
        return ("public", "onsite")
    if edition not in layout.EDITION_NAMES:
        raise UsageError(f'There is no edition "{edition}". {hint_nearest(edition, layout.EDITION_NAMES) or "It is one of: " + ", ".join(layout.EDITION_NAMES) + "."}')
    if edition == "family" and learner is None:
        raise UsageError("A family edition is made for one learner. Say whose: --learner ID")
    return (edition,)


def _disclose(root: Path, judged: Judged, edition: str, learner: str | None, day: date) -> tuple[Lens, Disclosure]:
    """Cut an edition as a build would, and compare it with the tree that stands there."""
    from generator import layout
    from generator.audience.lens import Lens
    from generator.exports.disclosure import disclose_edition
    from generator.pipeline import make_output, publish
    from generator.site.grants import read_grants

    owner = learner if edition == "family" else None
    school = judged.loaded.school if edition == "staff" else judged.sound
    output = make_output(root, school, edition, layout.output_folder(root, edition, owner))
    lens = Lens(school, edition, day, owner)
    return lens, disclose_edition(lens, publish(judged, edition, day, owner, False), read_grants(output))


def _render(found: list[tuple[Lens, Disclosure]], judged: Judged, learner: str | None, format_name: str, day: date) -> str:
    from generator.exports._child import answer_edition, answer_uses, render_child_json, render_child_text
    from generator.exports.disclosure import render_json, render_text

    if learner is None:
        disclosures = [each for _, each in found]
        return render_json(disclosures, day) if format_name == "json" else render_text(disclosures)
    answers = [answer_edition(each, lens, judged.loaded.school, learner) for lens, each in found]
    uses = answer_uses(found[0][0], learner)
    if format_name == "json":
        return render_child_json(learner, day, answers, uses)
    row = judged.loaded.school.roster.get(learner)
    return render_child_text(learner, row.display_name if row else "", day, answers, uses)
