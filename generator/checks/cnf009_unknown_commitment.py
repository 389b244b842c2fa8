"""A look back at a commitment that nobody made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import CONFERENCE, append
from generator.checks._places import conference_path
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CNF009",
    name="unknown-commitment",
    severity=Severity.WARNING,
    reason=(
        "The first block of a conference looks at what was promised last time. A promise that cannot be found "
        "cannot be looked at."
    ),
    remedy="Write the id of the earlier conference, a slash and the id of the commitment.",
    bad=append(CONFERENCE, "previous_commitments:\n  - {ref: 2026-05/c1, kept: yes}\n"),
    good=(
        append(CONFERENCE, "previous_commitments:\n  - {ref: 2026-05/c1, kept: yes}\n")
        | {
            "portfolios/ana-r/conferences/2026-05.yml": (
                "type: goal-setting\n"
                "starts: 2026-05-12T17:20\n"
                "attendees:\n"
                "  - {name: Abuela}\n"
                "interpreter: {needed: yes, booked: yes}\n"
                "commitments:\n"
                "  - {id: c1, who: family, what: Ask about the river, by: 2026-06-01}\n"
            ),
        }
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown commitment in one learner's folder."""
    known = [f"{name}/{each.id}" for name, conference in learner.conferences.items() for each in conference.commitments]
    for conference_id, conference in learner.conferences.items():
        for index, previous in enumerate(conference.previous_commitments):
            if previous.ref not in known:
                yield say(
                    RULE, (conference_path(learner.learner_id, conference_id), ("previous_commitments", index, "ref")),
                    f'There is no commitment "{previous.ref}".',
                    suggest(previous.ref, known, "Take the entry away, or add the earlier conference."), learner.learner_id,
                )
