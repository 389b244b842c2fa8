"""Drafts that are not in the order in which they were made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART023",
    name="drafts-out-of-order",
    severity=Severity.ADVICE,
    reason="Drafts are shown side by side, first try first, so that one can see how the work grew.",
    remedy="Put the drafts in order, or check their days.",
    bad=change(SENSOR, "made_on: 2026-09-12", "made_on: 2026-09-30"),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find drafts out of order in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        before = None
        for index, draft in enumerate(piece.drafts):
            if before and draft.made_on and draft.made_on < before:
                yield say(
                    RULE, (piece_path(learner.learner_id, artifact_id), ("drafts", index, "made_on")),
                    f'The draft "{draft.file}" is of {draft.made_on.isoformat()}, earlier than the one above it.',
                    "Put the drafts in order, first try first, or put the day right.", learner.learner_id,
                )
            before = draft.made_on or before
