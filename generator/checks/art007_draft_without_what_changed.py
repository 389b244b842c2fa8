"""A later draft that does not say what changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART007",
    name="draft-without-what-changed",
    severity=Severity.ADVICE,
    reason="Drafts show growth when one can read what changed and why (practice C1).",
    remedy="Add changed and because to the draft, a few words each.",
    bad=change(SENSOR, "    changed: Made it waterproof\n    because: The first one drowned\n", ""),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find draft without what changed in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        for index, draft in enumerate(piece.drafts):
            if index and is_blank(draft.changed) and is_blank(draft.because):
                yield say(
                    RULE, (piece_path(learner.learner_id, artifact_id), ("drafts", index)),
                    f'The draft "{draft.file}" does not say yet what changed.',
                    "Add two lines: changed: … and because: …", learner.learner_id,
                )
