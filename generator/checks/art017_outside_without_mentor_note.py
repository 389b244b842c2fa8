"""Work from outside school without the note of somebody who saw it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import BRIDGE, OFFICE_LEARNER, append, change
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART017",
    name="outside-without-mentor-note",
    severity=Severity.WARNING,
    reason=(
        "What is learned in a club, a job or a workshop counts when somebody there says what they saw, and when "
        "(practice C10)."
    ),
    remedy="Ask the adult for two sentences and add mentor_note with name_role, on and text.",
    bad=change(BRIDGE, "kind: product", "kind: outside"),
    good=(
        change(
            BRIDGE,
            "kind: product",
            (
                "kind: outside\n"
                "mentor_note:\n"
                "  name_role: Mr Bao, joiner\n"
                "  on: 2026-09-19\n"
                "  text: He tested every joint."
            ),
        )
        | append(OFFICE_LEARNER, "")
        | {
            "content/office/learners/ben-k.yml": "verified:\n  - {artifact: card-bridge, by: k-ortiz, on: 2026-09-25}\n",
        }
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find outside without mentor note in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        if piece.kind == "outside" and piece.mentor_note is None:
            yield say(
                RULE, (piece_path(learner.learner_id, artifact_id), ("kind",)),
                "This piece was made outside school, and nobody who saw it has written a note yet.",
                "Ask the adult for two sentences, and add mentor_note with name_role, on and text.", learner.learner_id,
            )
