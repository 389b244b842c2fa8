"""A consent as eligible student by a learner whom the roster does not mark as one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._consents import consents_of
from generator.checks._example import CONSENT, append, keep
from generator.checks._places import consent_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CON009",
    name="not-marked-as-eligible",
    severity=Severity.ADVICE,
    reason=(
        "Who is old enough to answer alone is decided by the school, in the roster. Until then the row is read as "
        "the learner's own."
    ),
    remedy="Add the column eligible to the roster with yes for this learner, if it is so.",
    bad=append(
        CONSENT,
        (
            "ben-k,press,work,yes,eligible-student,2026-10-01,2027-06-30,2026,\n"
            "ben-k,press,work,yes,guardian,2026-10-02,2027-06-30,2026,\n"
        ),
    ),
    good=keep(CONSENT),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find not marked as eligible in one learner's folder."""
    row = school.roster.get(learner.learner_id)
    if row is None or row.eligible:
        return
    for use in sorted({each.use for each in consents_of(school, learner.learner_id) if each.given_by_role == "eligible-student"}):
        yield say(
            RULE, consent_spot(school, learner.learner_id, use, "given_by_role"),
            "This row is given as eligible student, and the roster does not mark this learner as one.",
            "In the roster, write yes in the column eligible, or ask a guardian.", learner.learner_id,
        )
