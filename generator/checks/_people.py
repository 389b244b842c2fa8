"""Who is known: learners of the roster, adults of the staff list, and the hints when somebody is not."""

from __future__ import annotations

from generator.checks._say import suggest
from generator.model.school import GradeBand
from generator.model.whole import School


def is_unknown_learner(school: School, learner_id: str) -> bool:
    """Tell whether the roster is there and does not know this learner.

    An empty roster could not be read; that has a finding of its own and is not said once more here.
    """
    return school.has_office and bool(school.roster) and learner_id not in school.roster


def is_unknown_adult(school: School, staff_id: str) -> bool:
    """Tell whether the staff list is there and does not know this adult; an empty one could not be read."""
    return school.has_office and bool(school.staff) and staff_id not in school.staff


def hint_learner(school: School, learner_id: str) -> str:
    """Word a hint for an id that is not in the roster."""
    return suggest(learner_id, school.roster, "Add the learner to the roster first.")


def hint_adult(school: School, staff_id: str) -> str:
    """Word a hint for an id that is not in the staff list."""
    return suggest(staff_id, school.staff, "Add the adult to content/office/staff.csv first.")


def find_learner_band(school: School, learner_id: str) -> GradeBand | None:
    """Find the grade band of a learner; None without a roster row or where no band holds the grade."""
    row = school.roster.get(learner_id)
    return school.settings.find_band(row.grade) if row else None
