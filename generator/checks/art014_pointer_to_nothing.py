"""A pointer to a piece that does not exist, or to another pointer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import POINTER, change, keep
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART014",
    name="pointer-to-nothing",
    severity=Severity.ERROR,
    reason="A pointer says: this is our work, and it lies over there. If nothing lies there, nothing can be shown.",
    remedy="Write shared_from as the owner's id, a slash and the name of the piece's folder.",
    bad=change(POINTER, "shared_from: ana-r/river-sensor", "shared_from: ana-r/river-senser"),
    good=keep(POINTER),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find pointer to nothing in one learner's folder."""
    for artifact_id, pointer in learner.pointers.items():
        owner_id, _, owned = pointer.shared_from.partition("/")
        owner = school.learners.get(owner_id)
        if owner is None and not school.has_office:
            continue
        if owner is not None and owned in owner.artifacts and owner_id != learner.learner_id:
            continue
        found = "which is in your own folder" if owner_id == learner.learner_id else "and nobody owns a piece there"
        known = [f"{each.learner_id}/{name}" for each in school.learners.values() if each is not learner for name in each.artifacts]
        yield say(
            RULE, (piece_path(learner.learner_id, artifact_id), ("shared_from",)),
            f'This points at "{pointer.shared_from}", {found}.',
            suggest(pointer.shared_from, known, "Ask your team in whose folder the piece lies."), learner.learner_id,
        )
