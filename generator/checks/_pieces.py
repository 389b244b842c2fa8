"""References to pieces of work: whether they name one, and the hint when they do not."""

from __future__ import annotations

from generator.checks._say import suggest
from generator.model.whole import Learner, School


def is_unknown_piece(school: School, learner: Learner | None, reference: str) -> bool:
    """Tell whether a reference, `piece` or `learner/piece`, names no piece and no pointer.

    In a learner's own clone the portfolios of others are elsewhere: what they hold is not judged.
    """
    owner_id, slash, artifact_id = reference.partition("/")
    owner = school.learners.get(owner_id) if slash else learner
    if owner is None:
        return school.has_office
    name = artifact_id if slash else owner_id
    return name not in owner.artifacts and name not in owner.pointers


def hint_piece(school: School, learner: Learner | None, reference: str) -> str:
    """Word a hint for a reference that names no piece: the learner's own pieces, else everybody's."""
    if learner is not None and "/" not in reference:
        return suggest(reference, [*learner.artifacts, *learner.pointers], "Add the piece first, or take this line away.")
    known = [f"{each.learner_id}/{name}" for each in school.learners.values() for name in (*each.artifacts, *each.pointers)]
    return suggest(reference, known, "Add the piece first, or take this line away.")
