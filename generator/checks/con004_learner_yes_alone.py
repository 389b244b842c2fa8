"""A learner's own yes without one of a guardian."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._consents import consents_of
from generator.checks._example import CONSENT, append
from generator.checks._places import consent_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CON004",
    name="learner-yes-alone",
    severity=Severity.ADVICE,
    reason=(
        "A learner's no always counts. Their yes opens nothing alone: a guardian, or a learner the school has "
        "marked as eligible, must say yes too."
    ),
    remedy="Ask a guardian, and add their answer as a row of its own.",
    bad=append(CONSENT, "ben-k,press,work,yes,learner,2026-10-01,2027-06-30,2026,\n"),
    good=append(
        CONSENT,
        (
            "ben-k,press,work,yes,learner,2026-10-01,2027-06-30,2026,\n"
            "ben-k,press,work,yes,guardian,2026-10-02,2027-06-30,2026,\n"
        ),
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find learner yes alone in one learner's folder."""
    rows = consents_of(school, learner.learner_id)
    row = school.roster.get(learner.learner_id)
    believed = ("guardian", "eligible-student") if row and row.eligible else ("guardian",)
    answered = {each.use for each in rows if each.given_by_role in believed}
    for use in sorted({each.use for each in rows if each.answer == "yes" and each.given_by_role not in believed} - answered):
        yield say(
            RULE, consent_spot(school, learner.learner_id, use, "given_by_role"),
            f'For the use "{use}" there is a yes by the learner alone, which opens nothing.',
            "Ask a guardian, and add their answer as a row of its own.", learner.learner_id,
        )
