"""A goal, a conference or a rating that names a piece which does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import GOAL, change, keep
from generator.checks._pieces import hint_piece, is_unknown_piece
from generator.checks._places import conference_path, goal_path, office_learner_path, rating_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Field, Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART001",
    name="unknown-artifact",
    severity=Severity.ERROR,
    reason="The line points at a piece of work. If there is none, a reader finds an empty place.",
    remedy="Write the id of the piece: the name of its folder below artifacts/.",
    bad=change(GOAL, "evidence: [river-sensor]", "evidence: [river-senser]"),
    good=keep(GOAL),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown artifact in one learner's folder."""
    who = learner.learner_id
    for goal_id, goal in learner.goals.items():
        for index, check_in in enumerate(goal.check_ins):
            for number, reference in enumerate(check_in.evidence):
                if is_unknown_piece(school, learner, reference):
                    field = ("check_ins", index, "evidence", number)
                    yield _say(school, learner, (goal_path(who, goal_id), field), reference)
    for conference_id, conference in learner.conferences.items():
        for index, chosen in enumerate(conference.selected):
            if is_unknown_piece(school, learner, chosen.artifact):
                yield _say(school, learner, (conference_path(who, conference_id), ("selected", index, "artifact")), chosen.artifact)
    for index, rating in enumerate(school.ratings.get(who, ())):
        if rating.artifact and is_unknown_piece(school, learner, rating.artifact):
            yield _say(school, learner, rating_spot(school, who, index, "artifact"), rating.artifact)
    office = school.office.get(who)
    for index, verified in enumerate(office.verified if office else ()):
        if is_unknown_piece(school, learner, verified.artifact):
            yield _say(school, learner, (office_learner_path(school, who), ("verified", index, "artifact")), verified.artifact)


def _say(school: School, learner: Learner, spot: tuple[str, Field], reference: str) -> Problem:
    return say(
        RULE, spot, f'This names the piece "{reference}", and there is no piece with that id.',
        hint_piece(school, learner, reference), learner.learner_id,
    )
