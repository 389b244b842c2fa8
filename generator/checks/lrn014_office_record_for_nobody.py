"""An office record about somebody who is not in the roster."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import OFFICE_LEARNER, keep
from generator.checks._people import hint_learner
from generator.checks._places import office_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="LRN014",
    name="office-record-for-nobody",
    severity=Severity.WARNING,
    reason=(
        "What adults write is kept about a learner of the school. A file about an id that nobody has is lost, or "
        "was meant for somebody else."
    ),
    remedy="Rename the file to the learner's id, or take it away.",
    bad={"content/office/learners/anna-r.yml": "guardians: []\n"},
    good=keep(OFFICE_LEARNER),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find office record for nobody in the school's files."""
    if not school.has_office:
        return
    for folder, records in (("learners", school.office), ("ratings", school.ratings)):
        for learner_id in records:
            if learner_id not in school.roster:
                yield say(
                    RULE, (office_path(school, f"{folder}/{learner_id}.yml"), ()),
                    f'This file is about "{learner_id}", and the roster has nobody with that id.',
                    hint_learner(school, learner_id),
                )
