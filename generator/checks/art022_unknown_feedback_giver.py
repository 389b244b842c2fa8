"""Feedback by a classmate or an adult whom the school does not know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._people import hint_adult, hint_learner, is_unknown_adult, is_unknown_learner
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART022",
    name="unknown-feedback-giver",
    severity=Severity.WARNING,
    reason="Who said it decides how it is shown: a classmate's name follows that classmate's consent.",
    remedy="Write the id from the roster or the staff list.",
    bad=change(SENSOR, "by: k-ortiz", "by: k-ortitz"),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown feedback giver in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        for index, feedback in enumerate(piece.feedback):
            spot = piece_path(learner.learner_id, artifact_id), ("feedback", index, "by")
            if feedback.by and feedback.source == "peer" and is_unknown_learner(school, feedback.by):
                message = f'This feedback is by "{feedback.by}", and the roster has nobody with that id.'
                yield say(RULE, spot, message, hint_learner(school, feedback.by), learner.learner_id)
            if feedback.by and feedback.source == "adviser" and is_unknown_adult(school, feedback.by):
                message = f'This feedback is by "{feedback.by}", and the staff list has nobody with that id.'
                yield say(RULE, spot, message, hint_adult(school, feedback.by), learner.learner_id)
