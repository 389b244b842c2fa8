"""A conference without an interpreter where the office notes that the family needs one."""

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
    code="CNF005",
    name="family-needs-interpreter",
    severity=Severity.WARNING,
    reason=(
        "The family has told the school that it wants an interpreter. Without one part of the conversation is "
        "lost (practice G10)."
    ),
    remedy="Set needed: yes below interpreter, and plan ten minutes more.",
    bad=change(
        CONFERENCE,
        "interpreter: {needed: yes, booked: yes}\n",
        "",
        "{block: pride, minutes: 15}",
        "{block: pride, minutes: 5}",
    ),
    good=keep(CONFERENCE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find family needs interpreter in one learner's folder."""
    office = school.office.get(learner.learner_id)
    asking = [guardian for guardian in office.guardians if guardian.interpreter] if office else []
    for conference_id, conference in learner.conferences.items():
        past = conference.starts is not None and conference.starts.date() < day
        if asking and not conference.interpreter.needed and not past:
            yield say(
                RULE, (conference_path(learner.learner_id, conference_id), ("interpreter",)),
                "The office notes that this family wants an interpreter, and none is planned here.",
                "Write: interpreter: {needed: yes, booked: no}, and ask the office to book one.", learner.learner_id,
            )
