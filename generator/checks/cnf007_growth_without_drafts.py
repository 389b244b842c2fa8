"""A piece chosen to show growth, without two drafts to compare."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import CONFERENCE, change, keep
from generator.checks._places import conference_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CNF007",
    name="growth-without-drafts",
    severity=Severity.ADVICE,
    reason="Growth shows when two tries lie side by side (practice G4).",
    remedy="Name an early and a late draft.",
    bad=change(CONFERENCE, "artifact: river-sensor, drafts: [draft-1.png, draft-2.png]", "artifact: river-sensor"),
    good=keep(CONFERENCE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find growth without drafts in one learner's folder."""
    for conference_id, conference in learner.conferences.items():
        for index, chosen in enumerate(conference.selected):
            if chosen.as_ == "growth" and not chosen.drafts:
                yield say(
                    RULE, (conference_path(learner.learner_id, conference_id), ("selected", index)),
                    f'"{chosen.artifact}" is to show growth, and no drafts are named yet.',
                    "Add: drafts: [an early one, a late one]", learner.learner_id,
                )
