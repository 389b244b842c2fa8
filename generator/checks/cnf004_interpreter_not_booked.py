"""A conference that needs an interpreter who is not booked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import CONFERENCE, change, keep
from generator.checks._places import conference_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CNF004",
    name="interpreter-not-booked",
    severity=Severity.WARNING,
    reason=(
        "A child must not have to interpret for the adviser, and interpreters are booked out early (practice "
        "G10)."
    ),
    remedy="Book the interpreter, then write booked: yes.",
    bad=change(CONFERENCE, "{needed: yes, booked: yes}", "{needed: yes, booked: no}"),
    good=keep(CONFERENCE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find interpreter not booked in one learner's folder."""
    for conference_id, conference in learner.conferences.items():
        past = conference.starts is not None and conference.starts.date() < day
        if conference.interpreter.needed and not conference.interpreter.booked and not past:
            yield say(
                RULE, (conference_path(learner.learner_id, conference_id), ("interpreter",)),
                "An interpreter is needed, and none is booked yet.",
                "Ask the office to book one, then write: interpreter: {needed: yes, booked: yes}", learner.learner_id,
            )
