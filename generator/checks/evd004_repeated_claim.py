"""One indicator that is claimed twice in one piece."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._reach import claims_of
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="EVD004",
    name="repeated-claim",
    severity=Severity.WARNING,
    reason="A piece counts once for an indicator. Two claims leave open which level and which because is meant.",
    remedy="Put both reasons into one claim.",
    bad=change(
        SENSOR,
        "reflection:\n",
        (
            "  - indicator: communicator/adapts-to-audience\n"
            "    level: developing\n"
            "    because: I read it aloud to grade 3.\n"
            "reflection:\n"
        ),
    ),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find repeated claim in one learner's folder."""
    seen: set[tuple[str, str]] = set()
    for path, index, claim, _ in claims_of(learner):
        if (path, claim.indicator) in seen:
            yield say(
                RULE, (path, ("evidence", index)),
                f'"{claim.indicator}" is already claimed further up.',
                "Put both reasons into one claim.", learner.learner_id,
            )
        seen.add((path, claim.indicator))
