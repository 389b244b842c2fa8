"""A reflection that cites a draft which the piece does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.artifact import Artifact, Reflection
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART011",
    name="unknown-draft-cited",
    severity=Severity.ERROR,
    reason="What a reflection cites is shown beside it. A name that leads to no draft shows nothing.",
    remedy="Write the file name of one of the drafts of this piece.",
    bad=change(SENSOR, "cites: [draft-2.png]", "cites: [draft-3.png]"),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown draft cited in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        if piece.reflection and piece.reflection.cites:
            yield from _check(learner, artifact_id, piece, piece.reflection)
    for artifact_id, pointer in learner.pointers.items():
        owned = school.find_artifact(pointer.shared_from) if pointer.reflection and pointer.reflection.cites else None
        if owned is not None and pointer.reflection is not None:
            yield from _check(learner, artifact_id, owned, pointer.reflection)


def _check(learner: Learner, artifact_id: str, piece: Artifact, reflection: Reflection) -> Iterator[Problem]:
    known = [entry.file for entry in (*piece.drafts, *piece.media) if entry.file]
    for index, name in enumerate(reflection.cites):
        if name not in known:
            yield say(
                RULE, (piece_path(learner.learner_id, artifact_id), ("reflection", "cites", index)),
                f'This reflection cites "{name}", and the piece has no draft with that name.',
                suggest(name, known, "Add the draft first, or take this line away."), learner.learner_id,
            )
