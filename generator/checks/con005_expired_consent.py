"""A consent whose last day has passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._consents import consents_of
from generator.checks._example import CONSENT, change, keep
from generator.checks._places import consent_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.office import ConsentRow
from generator.model.whole import Learner, School

RULE = Rule(
    code="CON005",
    name="expired-consent",
    severity=Severity.ADVICE,
    reason="A yes holds until its last day. After it, what it opened is left out of every edition.",
    remedy="Ask again, and add the new answer as a row of its own.",
    bad=change(
        CONSENT,
        "ana-r,web,work name words,yes,guardian,2026-09-01,2027-06-30",
        "ana-r,web,work name words,yes,guardian,2025-09-01,2026-06-30",
    ),
    good=keep(CONSENT),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find expired consent in one learner's folder."""
    latest: dict[tuple[str, str, str], ConsentRow] = {}
    for row in sorted(consents_of(school, learner.learner_id), key=lambda each: each.given_on):
        if row.given_on <= day and row.given_by_role != "learner":
            latest[row.use, row.given_by_role, row.giver] = row
    for (use, _, _), row in latest.items():
        if row.answer == "yes" and row.until and row.until < day and row.withdrawn_on is None:
            others = (each for key, each in latest.items() if key[0] == use and each is not row)
            if not any(each.answer == "yes" and each.until and each.until >= day for each in others):
                yield say(
                    RULE, consent_spot(school, learner.learner_id, use, "until"),
                    f'The yes for the use "{use}" ended on {row.until.isoformat()}.',
                    "Ask again, and add the new answer as a row of its own.", learner.learner_id,
                )
