"""Feedback by an adult that does not say what could come next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path, rating_spot
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART012",
    name="feedback-without-next-step",
    severity=Severity.WARNING,
    reason=(
        "Feedback that looks ahead is the rarest kind and helps most (practice C3). Praise alone leaves a learner "
        "where they are."
    ),
    remedy="Ask the adult for one next step, or add it yourself if you were told.",
    bad=change(SENSOR, "    next: Say in one line what a high number means.\n", ""),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find feedback without next step in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        for index, feedback in enumerate(piece.feedback):
            if feedback.source in ("adviser", "mentor") and is_blank(feedback.next):
                yield say(
                    RULE, (piece_path(learner.learner_id, artifact_id), ("feedback", index)),
                    f"This feedback by your {feedback.source} does not say what could come next.",
                    "Ask for one next step, and add: next: …", learner.learner_id,
                )
    for index, rating in enumerate(school.ratings.get(learner.learner_id, ())):
        if rating.rater_kind != "peer" and rating.feedback and is_blank(rating.feedback.next):
            yield say(
                RULE, rating_spot(school, learner.learner_id, index, "feedback"),
                "This feedback to the learner does not say what could come next.",
                "Add below feedback: next: one step that is within reach", learner.learner_id,
            )
