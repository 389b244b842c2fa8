"""A folder below portfolios/ that belongs to nobody in the roster."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import layout
from generator.checks._example import ROSTER, keep
from generator.checks._people import hint_learner, is_unknown_learner
from generator.checks._places import profile_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="LRN003",
    name="portfolio-without-learner",
    severity=Severity.ERROR,
    reason=(
        "Name, consent and grade come from the roster. A folder that nobody owns has no consent, so it can never "
        "be shown."
    ),
    remedy="Rename the folder to the learner's id in the roster, or add the learner to the roster.",
    bad={"portfolios/dan-o/profile.yml": "about_me: I whistle.\n"},
    good=keep(ROSTER),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find portfolio without learner in one learner's folder."""
    who = learner.learner_id
    if is_unknown_learner(school, who):
        yield say(
            RULE, (profile_path(who), ()),
            f'This folder is called "{who}", and the roster has no learner with that id.',
            hint_learner(school, who), who, holds=(f"{layout.PORTFOLIOS}/{who}", ()),
        )
