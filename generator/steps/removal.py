"""Removal never waits: taking out of a built tree what the consents of the day no longer allow."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from generator import layout
from generator.audience.consent import ConsentBook
from generator.audience.lens import USES
from generator.model.office import RosterRow
from generator.model.whole import School
from generator.site.grants import Grants, read_grants
from generator.site.output import Output
from generator.site.removal import remove_outputs

Closed = frozenset[tuple[str, str, str]]
"""Learner, use and item that are shut whatever the consent file says: a withdrawal not yet on record."""


def clear_tree(output: Output, school: School, day: date, closed: Closed = frozenset()) -> tuple[str, ...]:
    """Take out of one tree what the consents of a day, or `closed`, no longer allow; gives the paths.

    A family's own copy keeps what is their own child's; staff's tree shows everything and loses
    nothing. Raises OutputError with what is still up.
    """
    if output.edition not in USES or not output.folder.is_dir():
        return ()
    grants = read_grants(output)
    gone = _all_pages_of_people(output.folder) if grants is None else _find_gone(output, grants, school, day, closed)
    if not gone:
        return ()
    pictures = list(_list_inodes(output.folder, gone))
    removed = remove_outputs(output, gone)
    _drop_derivatives(output, frozenset(pictures))
    return removed


def _find_gone(output: Output, grants: Grants, school: School, day: date, closed: Closed) -> list[str]:
    """Find the paths that lean on a consent that holds no more."""
    use, own = USES[output.edition], output.folder.name if output.edition == "family" else ""
    stand_in = {learner: RosterRow.model_validate({"learner_id": learner}) for given in grants.values() for learner, _ in given}
    book = ConsentBook(school.consents.model_copy(update={"broken": False}), school.roster or stand_in)

    def holds(learner: str, item: str) -> bool:
        if learner == own:
            return True
        return (learner, use, item) not in closed and _still_holds(book, school, learner, item, use, day)

    return [path for path, given in sorted(grants.items()) if not all(holds(learner, item) for learner, item in given)]


def _list_inodes(folder: Path, paths: Iterable[str]) -> Iterator[int]:
    """The numbers of the pictures among some outputs, which they share with the cache."""
    for path in paths:
        if path.endswith(".webp"):
            try:
                yield (folder / path).stat(follow_symlinks=False).st_ino
            except OSError:
                continue


def _drop_derivatives(output: Output, inodes: frozenset[int]) -> None:
    """Delete the cached derivatives that were linked into a tree; whoever may still show them makes them again."""
    for folder, _, names in os.walk(output.state / "media") if inodes else ():
        for name in names:
            path = Path(folder, name)
            try:
                if path.stat(follow_symlinks=False).st_ino in inodes:
                    path.unlink()
            except OSError:
                continue


def _still_holds(book: ConsentBook, school: School, learner: str, item: str, use: str, day: date) -> bool:
    """Tell whether a consent a page leans on still holds; with a broken file only a refusal ends it."""
    decision = book.decide(learner, item, use, day)
    return decision.allowed or (school.consents.broken and decision.rule.startswith("there is no record"))


def _all_pages_of_people(folder: Path) -> list[str]:
    """Every output that could show somebody, where it is not known any more what leans on whom."""
    tops = (layout.PORTFOLIOS, "a", "exhibition", "graduate-profile", "search", "index.html")
    return [path.relative_to(folder).as_posix() for top in tops for path in [folder / top, *(folder / top).rglob("*")] if path.is_file()]
