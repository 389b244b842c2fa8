"""A consent for the web that ends within a month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks._consents import consents_of
from generator.checks._example import CONSENT, change, keep
from generator.checks._places import consent_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CON011",
    name="consent-ends-soon",
    severity=Severity.ADVICE,
    reason="When it ends, the learner's pages are taken down the same day. Asking in time avoids a gap.",
    remedy="Ask again now, and add the new answer as a row of its own.",
    bad=change(
        CONSENT,
        "ana-r,web,work name words,yes,guardian,2026-09-01,2027-06-30",
        "ana-r,web,work name words,yes,guardian,2026-09-01,2026-11-01",
    ),
    good=keep(CONSENT),
)

SOON = timedelta(days=30)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find consent ends soon in one learner's folder."""
    running = [
        row.until
        for row in consents_of(school, learner.learner_id)
        if row.use == "web" and row.answer == "yes" and row.withdrawn_on is None and row.until and row.until >= day
    ]
    if running and max(running) - day <= SOON:
        yield say(
            RULE, consent_spot(school, learner.learner_id, "web", "until"),
            f"The consent for the web ends on {max(running).isoformat()}.",
            "Ask again now, and add the new answer as a row of its own.", learner.learner_id,
        )
