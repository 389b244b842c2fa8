"""`exhibit withdraw`: a consent is taken back, and what it allowed is gone from every built tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli._options import _complete_learner, day_option, jobs_option, school_option
from generator.cli._say import say, say_aside, say_problem, show_path

if TYPE_CHECKING:
    from generator.editing.withdrawal import Recorded
    from generator.model.whole import School
    from generator.steps.clear import Cleared

BEYOND = (
    "Copies may remain where Exhibit cannot reach: ask your host to empty its cache, ask search engines to drop the addresses,"
    " take down what hangs or lies on paper, and remember that git history keeps old files."
)


@click.command(short_help="Record that a consent was taken back, and clear every built tree.")
@click.argument("learner_id", metavar="LEARNER", shell_complete=_complete_learner)
@click.option("--use", "uses", metavar="U", multiple=True, help="Only this use: families, onsite, print, web, web-indexed, press. May be repeated.")
@click.option("--items", metavar="I", multiple=True, help="Only these items: work, name, face, voice, words. May be repeated.")
@click.option("--publish", is_flag=True, help="Run the school's deploy command afterwards (publishing.deploy).")
@day_option
@jobs_option
@school_option
def command(root: Path, learner_id: str, uses: tuple[str, ...], items: tuple[str, ...], publish: bool, day: date, jobs: int) -> int:
    """Record that a consent was taken back, for all uses and items unless told otherwise.

    The pages that leaned on it are gone at once from every tree that was built here; the public and
    the on-site edition are then built again without them. What is printed names nobody.
    """
    from generator.loading.office_alone import load_office
    from generator.model.office import ITEMS, USES
    from generator.steps.clear import clear_trees

    school = load_office(root)
    wanted_uses, wanted_items = read_words(uses, USES, "use"), read_words(items, ITEMS, "item")
    _refuse_unknown(school, learner_id)
    trouble = _record(root, school, learner_id, wanted_uses, wanted_items, day)
    closed = frozenset((learner_id, use, item) for use in wanted_uses for item in wanted_items)
    cleared = clear_trees(root, load_office(root), day, closed)
    _say_cleared(cleared)
    failed = bool(trouble) or any(each.trouble for each in cleared)
    status = 0 if trouble else _build_again(root, cleared, day, jobs)
    if trouble:
        say_problem(trouble)
    if publish:
        status = max(status, _publish(root, school.settings.publishing.deploy))
    elif any(each.paths and each.output.edition == "public" for each in cleared):
        say("Now put site/ on the web, or use --publish next time: the web still shows what it showed.")
    say_aside(BEYOND)
    return 2 if failed else status


def read_words(typed: Sequence[str], known: Sequence[str], what: str) -> tuple[str, ...]:
    """Read words that may be separated by commas or blanks; all known ones where none was typed."""
    from generator.errors import UsageError
    from generator.ids import hint_nearest

    words = [word for each in typed for word in re.split(r"[,\s]+", each.lower()) if word]
    for word in words:
        if word not in known:
            raise UsageError(f'There is no {what} "{word}". {hint_nearest(word, known) or "It is one of: " + ", ".join(known) + "."} Nothing was changed.')
    if typed and not words:
        raise UsageError(f"No {what} was named. It is one of: {', '.join(known)}. Nothing was changed.")
    return tuple(each for each in known if each in words or not typed)


def _refuse_unknown(school: School, learner_id: str) -> None:
    from generator.errors import UsageError
    from generator.ids import hint_nearest

    if not school.has_office:
        raise UsageError("The office records are not here, so no withdrawal can be recorded. Run this where consent.csv is kept.")
    known = {*school.roster, *school.learners, *(row.learner_id for row in school.consents.rows)}
    if learner_id not in known:
        raise UsageError(f'There is no learner "{learner_id}" here. {hint_nearest(learner_id, known)} Nothing was changed.'.replace("  ", " "))


def _record(root: Path, school: School, learner_id: str, uses: tuple[str, ...], items: tuple[str, ...], day: date) -> str:
    """Write the withdrawal down; gives "" or why that was impossible: the trees are cleared all the same."""
    from generator.editing.withdrawal import record_withdrawal
    from generator.errors import ExhibitError

    if school.roster and learner_id not in school.roster:
        say_aside("This learner is not in the roster, so no edition may show them and there is nothing to record.")
        return ""
    try:
        recorded = record_withdrawal(root, school, learner_id, uses, items, day)
    except ExhibitError as error:
        return f"The withdrawal is NOT on record, and the next build may show these pages again. {error}"
    say(_sum_up(recorded))
    return ""


def _sum_up(recorded: Recorded) -> str:
    if not (recorded.changed or recorded.added):
        return f"It is on record in {recorded.path} already."
    return f"Recorded in {recorded.path}: {_count(recorded.changed, 'row')} changed, {recorded.added} added."


def _say_cleared(cleared: list[Cleared]) -> None:
    places = sum(len(each.paths) for each in cleared)
    trees = sum(bool(each.paths) for each in cleared)
    say(f"{_count(places, 'place')} cleared" + (f" in {_count(trees, 'built tree')}." if trees else f": {_count(len(cleared), 'built tree')} found, and none leans on it."))
    for each in cleared:
        if each.trouble:
            say_problem(each.trouble)


def _build_again(root: Path, cleared: list[Cleared], day: date, jobs: int) -> int:
    """Build the cleared editions again where they stand in their own folders; whatever fails, what is gone stays gone."""
    from generator import layout
    from generator.pipeline import build_edition

    status = 0
    for each in cleared:
        edition, folder = each.output.edition, each.output.folder
        if not each.paths or edition not in ("public", "onsite") or folder != layout.output_folder(root, edition):
            continue
        try:
            outcome = build_edition(root, edition, day, jobs=jobs)
        except Exception as error:  # a fault of the tool must not keep the deploy waiting
            say_aside(f"What had to go is gone, but {show_path(folder)} could not be built again: {error}")
            status = 1
            continue
        if outcome.message:
            say_aside(f"What had to go is gone, but {show_path(folder)} was not built again. {outcome.message}")
        else:
            say(f"{show_path(folder)} was built again without it: {_count(outcome.pages, 'page')}.")
        if outcome.status:
            say_aside("Something is in error or held back. See: exhibit check")
        status = max(status, outcome.status)
    return status


def _publish(root: Path, deploy: str) -> int:
    """Run the school's deploy command; gives 1 where there is none, 2 where it failed."""
    from generator.errors import ExhibitError
    from generator.steps.deploy import run_deploy

    if not deploy.strip():
        say_aside("This school has no deploy command (publishing.deploy in content/school.yml is empty), so put site/ on the web yourself now.")
        return 1
    try:
        status = run_deploy(root, deploy)
    except ExhibitError as error:
        say_problem(str(error))
        return 2
    if status:
        say_problem(f"The deploy command ended with status {status}: the web may still show what it showed. Put site/ on the web by hand now.")
        return 2
    say("The deploy command has run.")
    return 0


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
