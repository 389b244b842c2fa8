"""A portfolio without a profile.yml."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import PROFILE, ROSTER, append, keep
from generator.checks._places import profile_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="LRN004",
    name="missing-profile",
    severity=Severity.ADVICE,
    reason=(
        "A portfolio begins with who I am. Without a profile the pieces stand alone, and the portfolio has no "
        "address."
    ),
    remedy="Write profile.yml. One line of about_me is a beginning.",
    bad=(
        append(ROSTER, "cleo-m,Cleo,Marchetti,Cleo,K,k-red,k-ortiz,2039,active,no\n")
        | {"portfolios/cleo-m/goals/read.yml": "title: Read more\nkind: habit\nstatus: met\n"}
    ),
    good=keep(PROFILE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find missing profile in one learner's folder."""
    if learner.profile is None:
        who = learner.learner_id
        yield say(
            RULE, (profile_path(who), ()),
            f"portfolios/{who} has no profile that can be read yet.",
            "Write profile.yml with one line: about_me: I …", who,
        )
