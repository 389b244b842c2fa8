"""The consents of one learner: the rows of the office, sorted by learner once."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks._memo import remember_last
from generator.model.office import ConsentRow
from generator.model.whole import School


@remember_last
def _by_learner(school: School) -> Mapping[str, tuple[ConsentRow, ...]]:
    found: dict[str, list[ConsentRow]] = {}
    for row in school.consents.rows:
        found.setdefault(row.learner_id, []).append(row)
    return {learner_id: tuple(rows) for learner_id, rows in found.items()}


def consents_of(school: School, learner_id: str) -> tuple[ConsentRow, ...]:
    """List the rows of a learner in the order of the file; empty without the office records."""
    return _by_learner(school).get(learner_id, ())
