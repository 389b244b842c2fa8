"""Two rows of the roster with one id."""

from __future__ import annotations

from generator.checks._example import ROSTER, append, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="LRN001",
    name="duplicate-learner",
    severity=Severity.ERROR,
    reason=(
        "An id belongs to one learner for good. With two rows nobody can tell whose consent, name and grade are "
        "meant, so neither may be used."
    ),
    remedy="Give one of the two learners another id and rename their folder below portfolios/ to match.",
    bad=append(
        ROSTER,
        (
            "cleo-m,Cleo,Marchetti,Cleo,6,6-red,k-ortiz,2033,active,no\n"
            "cleo-m,Clemens,Marks,Clem,6,6-red,k-ortiz,2033,active,no\n"
        ),
    ),
    good=keep(ROSTER),
)
