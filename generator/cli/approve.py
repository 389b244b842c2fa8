"""`exhibit approve`: what waits for approval, how it will appear, and the approval itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli._options import day_option, jobs_option, school_option
from generator.cli._say import say

if TYPE_CHECKING:
    from generator.audience.view import PublishedView
    from generator.editing.approval import Approvable
    from generator.model.whole import School

BY_BRANCH = (
    "This school approves by branch (publishing.approval in content/school.yml): what stands on the branch that is built is approved."
    " Nothing waits here. To approve item by item, write approval: record there."
)


@click.command(short_help="List what waits for approval, or approve items.")
@click.argument("items", metavar="[ITEM]...", nargs=-1)
@click.option("--by", "staff", metavar="STAFF", help="The staff id of whoever approves.")
@click.option("--edition", "editions", type=click.Choice(["public", "onsite"]), multiple=True, help="Only for this edition; else for each that may show the item.")
@day_option
@jobs_option
@school_option
def command(root: Path, items: tuple[str, ...], staff: str | None, editions: tuple[str, ...], day: date, jobs: int) -> int:
    """Without ITEM list what waits, oldest first; with ITEM show it as it will appear and approve it.

    An ITEM is a piece, such as ana-r/river-sensor, or a learner's id for the profile. The approval
    is for what stands there now: whatever changes waits again.
    """
    from generator.editing.approval import check_staff, choose_items, list_waiting, record_approvals
    from generator.errors import UsageError
    from generator.steps.judge import judge_school

    judged = judge_school(root, day, jobs)
    whole, sound = judged.loaded.school, judged.sound
    if not whole.has_office:
        raise UsageError("The office records are not here, so nothing can be approved. Run this where approvals.csv is kept.")
    if whole.settings.publishing.approval != "record":
        say(BY_BRANCH)
        return 2 if items else 0
    if not items:
        _list(list_waiting(sound, dict.fromkeys(editions or ("public", "onsite")), day))
        return 0
    if staff is None:
        raise UsageError("Say who approves, by their staff id: --by STAFF. Nothing was written.")
    check_staff(whole, staff)
    chosen = choose_items(sound, whole, items, dict.fromkeys(editions), day)
    _show(sound, chosen, staff, day)
    path, added = record_approvals(root, whole, chosen, staff, day)
    say(f"Approved in {path}: {added} row{'' if added == 1 else 's'} added." if added else f"All of this is approved in {path} already.")
    return 0


def _list(waiting: Iterable[Approvable]) -> None:
    """Print what waits, one line an item."""
    groups = [list(each) for _, each in groupby(waiting, key=lambda each: each.item)]
    if not groups:
        say("Nothing waits for approval.")
        return
    say(f"{len(groups)} item{'' if len(groups) == 1 else 's'} wait{'s' if len(groups) == 1 else ''} for approval, oldest first:")
    for group in groups:
        first = group[0]
        say(f"  {first.made_on or 'no day    '}  {first.item}  ({', '.join(each.edition for each in group)})  {first.title}")
    say("Look at one and approve it with: exhibit approve ITEM --by STAFF")


def _show(sound: School, chosen: tuple[Approvable, ...], staff: str, day: date) -> None:
    """Print each item as it will appear; once for both editions where they show the same."""
    from generator.audience.publish import redact_school
    from generator.editing.approval import with_approvals

    approved = with_approvals(sound, chosen, staff, day)
    views = {edition: redact_school(approved, edition, day) for edition in dict.fromkeys(each.edition for each in chosen)}
    for item, group in groupby(chosen, key=lambda each: each.item):
        texts: dict[str, list[str]] = {}
        for each in group:
            texts.setdefault(_render(sound, views[each.edition], each), []).append(each.edition)
        for text, editions in texts.items():
            say(f"--- {item} as the {' and the '.join(editions)} edition will show it\n{text}")


def _render(sound: School, view: PublishedView, each: Approvable) -> str:
    """Render an item as a view shows it."""
    from generator.exports._plain import render_piece, render_portfolio

    if each.owner:
        record = sound.find_artifact(each.owner)
        piece = view.pieces.get(record.public_id or "") if record else None
        return render_piece(piece) if piece else "  Not shown yet: the piece it belongs to waits for its own approval.\n"
    profile = sound.learners[each.item].profile
    portfolio = view.portfolios.get((profile.public_id if profile else "") or "")
    return render_portfolio(portfolio) if portfolio else "  Not shown yet: there is no piece and no text to show there.\n"
