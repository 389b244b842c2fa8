"""A piece that names a rubric which the school does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART013",
    name="unknown-rubric",
    severity=Severity.WARNING,
    reason="The rubric tells what the project asked for. Without it the name says nothing.",
    remedy="Write the id of a rubric in content/rubrics, or take the line away.",
    bad=change(SENSOR, "rubric: craft", "rubric: crafts"),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown rubric in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        if piece.rubric and piece.rubric not in school.rubrics:
            yield say(
                RULE, (piece_path(learner.learner_id, artifact_id), ("rubric",)),
                f'This piece names the rubric "{piece.rubric}", and content/rubrics has none with that id.',
                suggest(piece.rubric, school.rubrics, "Take the line away: your school has no rubrics yet."),
                learner.learner_id,
            )
