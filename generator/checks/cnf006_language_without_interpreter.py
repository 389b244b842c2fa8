"""A conference in a language that the school does not use, without an interpreter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import CONFERENCE, OFFICE_LEARNER, change, keep
from generator.checks._places import conference_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CNF006",
    name="language-without-interpreter",
    severity=Severity.ADVICE,
    reason="You may well present in this language. The adviser's words then need somebody who carries them over.",
    remedy="Ask whether an interpreter is wanted, and write needed: yes below interpreter.",
    bad=(
        change(
            CONFERENCE,
            "language: es\ninterpreter: {needed: yes, booked: yes}\n",
            "language: ar\n",
            "{block: pride, minutes: 15}",
            "{block: pride, minutes: 5}",
        )
        | {OFFICE_LEARNER: "guardians: []\n"}
    ),
    good=keep(CONFERENCE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find language without interpreter in one learner's folder."""
    for conference_id, conference in learner.conferences.items():
        other = conference.language and conference.language not in school.settings.languages
        if other and not conference.interpreter.needed:
            yield say(
                RULE, (conference_path(learner.learner_id, conference_id), ("language",)),
                f'This conference is in "{conference.language}", which the school does not use, and no interpreter is planned.',
                "Ask whether one is wanted, and write: interpreter: {needed: yes, booked: no}", learner.learner_id,
            )
