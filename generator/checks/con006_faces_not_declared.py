"""A picture or film that is to go beyond the family and does not say whose face can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._reach import shown_pieces, usable_files
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CON006",
    name="faces-not-declared",
    severity=Severity.ADVICE,
    reason=(
        "A face is shown only with the consent of the learner it belongs to. Where nobody said, the school cannot "
        "know whom to ask."
    ),
    remedy="Add shows with the ids of the learners, or shows: [] if no face can be seen.",
    bad=change(
        SENSOR,
        "    alt: A hand holding a sensor above brown water\n    shows: []\n",
        "    alt: A hand holding a sensor above brown water\n",
    ),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find faces not declared in one learner's folder."""
    for artifact_id, path, field, medium, facts in usable_files(learner):
        if medium.shows is None and facts.kind in ("picture", "film") and artifact_id in shown_pieces(school, learner):
            yield say(
                RULE, (path, (*field, "shows")),
                f'"{medium.file}" does not say yet whose face can be seen.',
                "Add: shows: [] if no face can be seen, else the ids: shows: [ana-r]", learner.learner_id,
            )
