"""A conference with nobody to listen."""

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
    code="CNF003",
    name="no-listener",
    severity=Severity.WARNING,
    reason="A conference is a conversation. If the family cannot come, an adult at school who knows you can listen.",
    remedy="Add attendees, or somebody as listener_of_last_resort.",
    bad=change(CONFERENCE, "attendees:\n  - {name: Abuela, relation: grandmother, confirmed: yes}\n", ""),
    good=keep(CONFERENCE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find no listener in one learner's folder."""
    for conference_id, conference in learner.conferences.items():
        if not conference.attendees and not conference.listener_of_last_resort:
            yield say(
                RULE, (conference_path(learner.learner_id, conference_id), ("attendees",)),
                "Nobody is written down yet who will listen.",
                "Add: attendees: - {name: …}, or listener_of_last_resort: an adult at school", learner.learner_id,
            )
