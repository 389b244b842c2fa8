"""Work from outside school that nobody at school has verified yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import BRIDGE, change
from generator.checks._places import office_learner_path, piece_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART018",
    name="outside-not-verified",
    severity=Severity.ADVICE,
    reason="Out-of-school work counts as evidence once somebody at school has looked into it (practice C10).",
    remedy="An adult adds a line to verified in the office record of the learner.",
    bad=change(
        BRIDGE,
        "kind: product",
        (
            "kind: outside\n"
            "mentor_note:\n"
            "  name_role: Mr Bao, joiner\n"
            "  on: 2026-09-19\n"
            "  text: He tested every joint."
        ),
    ),
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
        | {
            "content/office/learners/ben-k.yml": "verified:\n  - {artifact: card-bridge, by: k-ortiz, on: 2026-09-25}\n",
        }
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find outside not verified in one learner's folder."""
    if not school.has_office:
        return
    who = learner.learner_id
    for artifact_id, piece in learner.artifacts.items():
        office = school.office.get(who)
        verified = {entry.artifact.rpartition("/")[2] for entry in office.verified} if office else set()
        if piece.kind == "outside" and piece.mentor_note is not None and artifact_id not in verified:
            yield say(
                RULE, (piece_path(who, artifact_id), ("kind",)),
                "This piece from outside school counts once an adult at school has verified it.",
                f"In {office_learner_path(school, who)}, verified: - {{artifact: {artifact_id}, by: …, on: {day.isoformat()}}}", who,
            )
