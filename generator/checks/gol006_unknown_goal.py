"""A goal that a piece or a commitment names and that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import conference_path, piece_path
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Field, Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="GOL006",
    name="unknown-goal",
    severity=Severity.ERROR,
    reason="The line leads to a goal. If there is none, a reader finds a word without meaning.",
    remedy="Write the id of the goal: the name of its file without .yml.",
    bad=change(SENSOR, "- id: present-without-notes", "- id: present-without-nots"),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown goal in one learner's folder."""
    who = learner.learner_id
    for artifact_id, record in (*learner.artifacts.items(), *learner.pointers.items()):
        for index, link in enumerate(record.goals):
            if link.id not in learner.goals:
                yield _say(learner, piece_path(who, artifact_id), ("goals", index, "id"), link.id)
    for conference_id, conference in learner.conferences.items():
        for index, commitment in enumerate(conference.commitments):
            if commitment.goal and commitment.goal not in learner.goals:
                yield _say(learner, conference_path(who, conference_id), ("commitments", index, "goal"), commitment.goal)


def _say(learner: Learner, path: str, field: Field, goal_id: str) -> Problem:
    return say(
        RULE, (path, field),
        f'This names the goal "{goal_id}", and you have no goal with that id.',
        suggest(goal_id, learner.goals, "Write the goal first, or take this line away."), learner.learner_id,
    )
