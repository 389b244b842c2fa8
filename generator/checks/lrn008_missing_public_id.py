"""A record that is to go beyond the family and has no public_id."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path, profile_path
from generator.checks._reach import BEYOND_FAMILY, shown_pieces
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="LRN008",
    name="missing-public-id",
    severity=Severity.WARNING,
    reason=(
        "The public_id is the address of a page and what a QR code carries. A record without one is held back "
        "from the screens at school and from the web."
    ),
    remedy="Run `exhibit ids`, which writes one into every record that lacks it.",
    bad=change(SENSOR, "public_id: 9xw2m4cq\n", ""),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find missing public id in one learner's folder."""
    who = learner.learner_id
    shown = [artifact_id for artifact_id in learner.artifacts if artifact_id in shown_pieces(school, learner)]
    for artifact_id in shown:
        if learner.artifacts[artifact_id].public_id is None:
            yield _say(piece_path(who, artifact_id), "piece", who)
    profile = learner.profile
    pointing = any(pointer.audience in BEYOND_FAMILY for pointer in learner.pointers.values())
    if profile and profile.public_id is None and (shown or pointing or profile.audience in BEYOND_FAMILY):
        yield _say(profile_path(who), "portfolio", who)


def _say(path: str, what: str, who: str) -> Problem:
    return say(
        RULE, (path, ("public_id",)),
        f"This {what} has no public_id, so it is held back from the screens at school and from the web.",
        "Run: exhibit ids", who,
    )
