"""A photo in the profile without an alt text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import PROFILE, change, keep
from generator.checks._places import profile_path
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ACC002",
    name="photo-without-alt",
    severity=Severity.WARNING,
    reason="A visitor who cannot see the photo has nothing but these words (WCAG 1.1.1).",
    remedy="Add alt below photo and say what can be seen.",
    bad=change(PROFILE, "  alt: Ana looking at a jar of water\n", ""),
    good=keep(PROFILE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find photo without alt in one learner's folder."""
    photo = learner.profile.photo if learner.profile else None
    if photo and is_blank(photo.alt):
        yield say(
            RULE, (profile_path(learner.learner_id), ("photo", "alt")),
            f'The photo "{photo.file}" has no alt text.',
            "Add below photo: alt: what can be seen", learner.learner_id,
        )
