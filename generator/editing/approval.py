"""Approval by record: what waits for it, and writing it into `approvals.csv`.

An item is a learner id (the profile), or `learner/artifact` (a piece or a pointer to one). An
approval names the revision that was seen; a record that changes waits again (FORMATS section 2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator import layout
from generator.audience.lens import Lens
from generator.audience.pieces import Piece
from generator.audience.portfolios import redact_portfolio
from generator.editing._table import Table, guard_table, read_table, save_table
from generator.errors import UsageError
from generator.ids import hint_nearest
from generator.loading import _office
from generator.loading._trouble import Trouble
from generator.model.office import ApprovalRow
from generator.model.whole import Learner, School

EDITIONS = ("public", "onsite")


@dataclass(frozen=True, slots=True)
class Approvable:
    """One item in one edition: its present revision, its title and day for a list, and whether it is approved.

    `owner` is the reference of the piece whose page shows it, "" for a profile. `obstacle` says why
    the edition would not show it even then, "" where it would.
    """

    item: str
    edition: str
    revision: str
    title: str
    made_on: date | None
    owner: str
    approved: bool
    obstacle: str


def list_waiting(school: School, editions: Iterable[str], day: date) -> tuple[Approvable, ...]:
    """List what only an approval keeps out of these editions: by the day it was made, oldest first, profiles last."""
    found = (each for edition in editions for each in list_approvable(school, edition, day))
    waiting = [each for each in found if not (each.approved or each.obstacle)]
    return tuple(sorted(waiting, key=lambda each: (each.made_on or date.max, each.item, EDITIONS.index(each.edition))))


def list_approvable(school: School, edition: str, day: date) -> Iterator[Approvable]:
    """List every item of a sound school that an approval could name for an edition."""
    lens = Lens(school, edition, day)
    open_lens = Lens(approve_all(school, day), edition, day, book=lens.book)
    for learner in school.learners.values():
        if learner.profile is not None:
            yield _profile(lens, open_lens, learner)
        for artifact_id in sorted({*learner.artifacts, *learner.pointers}):
            yield _piece(lens, open_lens, learner, artifact_id)


def approve_all(school: School, day: date) -> School:
    """The school as it would be if every present revision were approved."""
    rows = [
        ApprovalRow(item=f"{learner.learner_id}/{key}" if key else learner.learner_id, edition=edition, revision=revision, approved_by="everybody", approved_on=day)  # type: ignore[arg-type]
        for learner in school.learners.values() for key, revision in learner.revisions.items() for edition in EDITIONS
    ]
    return replace(school, approvals=tuple(rows))


def _profile(lens: Lens, open_lens: Lens, learner: Learner) -> Approvable:
    learner_id = learner.learner_id
    decision = open_lens.decide(learner_id, "work")
    obstacle = "" if decision.allowed else decision.rule
    if not obstacle and learner.profile and not learner.profile.public_id:
        obstacle = "it has no public_id; run: exhibit ids"
    if not obstacle:
        shown = redact_portfolio(open_lens, learner, "", ())
        if not open_lens.name(learner_id) and shown is None:
            obstacle = "neither the name nor a text of the profile may be shown there"
    return Approvable(learner_id, lens.edition, learner.revisions.get("", ""), "Profile", None, "", lens.approves(learner_id), obstacle)


def _piece(lens: Lens, open_lens: Lens, learner: Learner, artifact_id: str) -> Approvable:
    item = f"{learner.learner_id}/{artifact_id}"
    owner = lens.school.find_owner(item) or ""
    record = lens.school.find_artifact(item)
    title = lens.word(record.title) if record else item
    obstacle = _find_obstacle(open_lens, owner, learner.learner_id, item) if record else "the piece that it points to is not there"
    made_on = record.made_on if record else None
    return Approvable(item, lens.edition, learner.revisions.get(artifact_id, ""), title, made_on, owner, lens.approves(learner.learner_id, artifact_id), obstacle)


def _find_obstacle(open_lens: Lens, owner: str, learner_id: str, item: str) -> str:
    """Say what besides approval keeps a piece, or a maker's part in it, out of an edition."""
    owner_id, _, owned = owner.partition("/")
    piece = Piece(open_lens, open_lens.school.learners[owner_id], owned)
    if piece.record.public_id is None:
        return "it has no public_id; run: exhibit ids"
    if item == owner and piece.carriers:
        return ""
    part = next(each for each in piece.parts if each.learner_id == learner_id)
    if not open_lens.reaches(part.audience, learner_id):
        return f"its audience is {part.audience}"
    if not piece.carriers:
        return open_lens.decide(learner_id, "work").rule
    shares = any(piece.allows(learner_id, each) for each in ("work", "name", "words"))
    return "" if shares else open_lens.decide(learner_id, "work").rule


def choose_items(school: School, whole: School, items: Iterable[str], editions: Iterable[str], day: date) -> tuple[Approvable, ...]:
    """Choose what is to be approved: these items in every edition named, else in each that may show them.

    `school` is the sound one and `whole` what there is. Raises UsageError for an item that is not
    there, is held back, or that an edition would not show even if it were approved.
    """
    wanted = tuple(editions)
    known = {(each.item, each.edition): each for edition in EDITIONS for each in list_approvable(school, edition, day)}
    chosen = []
    for item in dict.fromkeys(items):
        found = [known[item, edition] for edition in wanted or EDITIONS if (item, edition) in known]
        if not found:
            raise UsageError(_say_unknown(whole, item, {each for each, _ in known}))
        blocked = next((each for each in found if each.obstacle), None)
        if blocked and (wanted or all(each.obstacle for each in found)):
            raise UsageError(f'"{item}" would not be shown in the {blocked.edition} edition even if it were approved: {blocked.obstacle}. Nothing was written.')
        chosen.extend(each for each in found if not each.obstacle)
    return tuple(chosen)


def _say_unknown(whole: School, item: str, known: Iterable[str]) -> str:
    learner_id, _, artifact_id = item.partition("/")
    learner = whole.learners.get(learner_id)
    if learner and (artifact_id in (*learner.artifacts, *learner.pointers) or (not artifact_id and learner.profile)):
        return f'"{item}" is held back by an error. See: exhibit check --learner {learner_id}. Nothing was written.'
    hint = hint_nearest(item, known) or "Name a piece as learner/piece, or a profile by the learner's id."
    return f'There is nothing called "{item}" to approve. {hint} Nothing was written.'


def check_staff(school: School, staff_id: str) -> None:
    """Raise UsageError unless somebody of that id works here now."""
    active = {each for each, row in school.staff.items() if row.active}
    if staff_id in active:
        return
    if staff_id in school.staff:
        raise UsageError(f'"{staff_id}" is marked as no longer active in the staff list, so they cannot approve. Nothing was written.')
    raise UsageError(f'There is no member of staff "{staff_id}". {hint_nearest(staff_id, active) or "See staff.csv in the office records."} Nothing was written.')


def with_approvals(school: School, chosen: Iterable[Approvable], staff_id: str, day: date) -> School:
    """The school as it will be once these are approved: what is shown to whoever approves."""
    rows = [ApprovalRow(item=each.item, edition=each.edition, revision=each.revision, approved_by=staff_id, approved_on=day) for each in chosen]  # type: ignore[arg-type]
    return replace(school, approvals=(*school.approvals, *rows))


def record_approvals(root: Path, school: School, chosen: Iterable[Approvable], staff_id: str, day: date) -> tuple[str, int]:
    """Add a row for each item that is not approved yet; gives the file and how many rows were added.

    Raises UsageError, with nothing written, where the table cannot be read or was saved meanwhile.
    """
    check_staff(school, staff_id)
    path = f"{(school.settings.office or layout.OFFICE).rstrip('/')}/approvals.csv"
    fresh = [each for each in chosen if not each.approved]
    if not fresh:
        return path, 0
    with guard_table(root, path):
        before = read_table(root, path)
        try:
            table = Table(f"{','.join(_office.APPROVAL_COLUMNS)}\n".encode() if before is None else before, _office.APPROVAL_COLUMNS)
        except Trouble as trouble:
            raise UsageError(f"{path} cannot be read as it is, so nothing was approved. {trouble.message} {trouble.hint}".strip()) from trouble
        except UsageError as error:
            raise UsageError(f"{path} was left as it is, and nothing was approved. {error}") from error
        for each in fresh:
            table.append({"item": each.item, "edition": each.edition, "revision": each.revision, "approved_by": staff_id, "approved_on": day.isoformat()})
        save_table(root, path, before, table.render())
    return path, len(fresh)
