"""A piece chosen to show a skill, without saying which."""

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
    code="CNF012",
    name="skill-without-indicator",
    severity=Severity.ADVICE,
    reason='The skill is one of the graduate profile. Named, it can be read out with its "I can" line (practice G4).',
    remedy="Add indicator with the skill that the piece shows.",
    bad=change(
        CONFERENCE,
        "{as: skill, artifact: river-sensor, indicator: communicator/adapts-to-audience}",
        "{as: skill, artifact: river-sensor}",
    ),
    good=keep(CONFERENCE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find skill without indicator in one learner's folder."""
    for conference_id, conference in learner.conferences.items():
        for index, chosen in enumerate(conference.selected):
            if chosen.as_ == "skill" and not chosen.indicator:
                yield say(
                    RULE, (conference_path(learner.learner_id, conference_id), ("selected", index)),
                    f'"{chosen.artifact}" is to show a skill, and it is not said yet which one.',
                    "Add: indicator: competency/indicator of the graduate profile", learner.learner_id,
                )
