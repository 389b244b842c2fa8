"""Two different pictures of a piece with the same alt text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._reach import usable_files
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ACC004",
    name="same-alt-twice",
    severity=Severity.ADVICE,
    reason="Whoever cannot see them cannot tell them apart.",
    remedy="Say in each what makes it different from the other.",
    bad=change(SENSOR, "alt: Second case, with a rubber ring", "alt: First sketch of the case"),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find same alt twice in one learner's folder."""
    seen: dict[tuple[str, str], str] = {}
    for artifact_id, path, field, medium, _ in usable_files(learner):
        key = artifact_id, str(medium.alt or "").strip().casefold()
        other = seen.setdefault(key, medium.file or "")
        if key[1] and other != medium.file:
            yield say(
                RULE, (path, (*field, "alt")),
                f'"{medium.file}" and "{other}" have the same alt text.',
                "Say in each what makes it different from the other.", learner.learner_id,
            )
