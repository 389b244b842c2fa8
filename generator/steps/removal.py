"""Removal never waits: taking out of a published tree what the consents of the day no longer allow."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator import layout
from generator.audience.consent import ConsentBook
from generator.audience.lens import USES
from generator.model.office import RosterRow
from generator.model.whole import School
from generator.site.grants import read_grants
from generator.site.output import Output
from generator.site.removal import remove_outputs



def take_down(output: Output, school: School, day: date) -> tuple[str, ...]:
    """Take out of the old tree what the consents of the day no longer allow; gives the paths.

    Staff's own tree shows everything and loses nothing. Raises OutputError with what is still up.
    """
    if output.edition not in USES or not output.folder.is_dir():
        return ()
    grants = read_grants(output)
    if grants is None:
        return remove_outputs(output, _all_pages_of_people(output.folder))
    stand_in = {learner: RosterRow.model_validate({"learner_id": learner}) for given in grants.values() for learner, _ in given}
    book = ConsentBook(school.consents.model_copy(update={"broken": False}), school.roster or stand_in)
    use = USES[output.edition]
    gone = [
        path for path, given in sorted(grants.items())
        if not all(_still_holds(book, school, learner, item, use, day) for learner, item in given)
    ]
    return remove_outputs(output, gone) if gone else ()


def _still_holds(book: ConsentBook, school: School, learner: str, item: str, use: str, day: date) -> bool:
    """Tell whether a consent a page leans on still holds; with a broken file only a refusal ends it."""
    decision = book.decide(learner, item, use, day)
    return decision.allowed or (school.consents.broken and decision.rule.startswith("there is no record"))


def _all_pages_of_people(folder: Path) -> list[str]:
    """Every output that could show somebody, where it is not known any more what leans on whom."""
    tops = (layout.PORTFOLIOS, "a", "exhibition", "graduate-profile", "search", "index.html")
    return [path.relative_to(folder).as_posix() for top in tops for path in [folder / top, *(folder / top).rglob("*")] if path.is_file()]
