"""A claim that does not say why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._reach import claims_of
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="EVD001",
    name="evidence-without-because",
    severity=Severity.WARNING,
    reason="A claim says what a piece shows; the because says where one can see it. Together they make evidence.",
    remedy="Add one sentence: what in this piece shows it?",
    bad=change(SENSOR, "    because: I made a poster for the fishers and a table for the council.\n", ""),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find evidence without because in one learner's folder."""
    for path, index, claim, _ in claims_of(learner):
        if is_blank(claim.because):
            yield say(
                RULE, (path, ("evidence", index)),
                f'This claims "{claim.indicator}" and does not say yet where one can see it.',
                "Add a line: because: I …", learner.learner_id,
            )
