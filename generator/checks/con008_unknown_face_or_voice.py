"""A face or a voice of somebody whom the roster does not know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._people import hint_learner, is_unknown_learner
from generator.checks._places import profile_path
from generator.checks._reach import usable_files
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CON008",
    name="unknown-face-or-voice",
    severity=Severity.ERROR,
    reason=(
        "Whether a face may be shown depends on the consent of its owner. For an id that nobody has there is "
        "none."
    ),
    remedy="Write the learner_id as it stands in the roster.",
    bad=change(
        SENSOR,
        "    alt: A hand holding a sensor above brown water\n    shows: []\n",
        "    alt: A hand holding a sensor above brown water\n    shows: [anna-r]\n",
    ),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown face or voice in one learner's folder."""
    who = learner.learner_id
    spots = [(path, (*field, key), getattr(medium, key)) for _, path, field, medium, _ in usable_files(learner) for key in ("shows", "voices")]
    photo = learner.profile.photo if learner.profile else None
    if photo:
        spots.append((profile_path(who), ("photo", "shows"), photo.shows))
    for path, field, named in spots:
        for index, other in enumerate(named or ()):
            if is_unknown_learner(school, other):
                yield say(
                    RULE, (path, (*field, index)),
                    f'"{field[-1]}" names "{other}", and the roster has nobody with that id.',
                    hint_learner(school, other), who,
                )
