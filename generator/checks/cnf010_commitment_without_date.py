"""A commitment that does not say by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import CONFERENCE, change, keep
from generator.checks._places import conference_path
from generator.checks._rule import Rule
from generator.checks._say import say, shorten
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CNF010",
    name="commitment-without-date",
    severity=Severity.WARNING,
    reason="A promise with a day is easier to keep, and to look at next time (practice G13).",
    remedy="Add by with a day.",
    bad=change(CONFERENCE, "what: Practise with grade 3, by: 2026-11-26,", "what: Practise with grade 3,"),
    good=keep(CONFERENCE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find commitment without date in one learner's folder."""
    for conference_id, conference in learner.conferences.items():
        for index, commitment in enumerate(conference.commitments):
            if commitment.by is None:
                yield say(
                    RULE, (conference_path(learner.learner_id, conference_id), ("commitments", index)),
                    f'The commitment "{shorten(commitment.what)}" has no day yet.',
                    "Add: by: YEAR-MONTH-DAY", learner.learner_id,
                )
