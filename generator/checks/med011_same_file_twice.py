"""One file that stands twice in the media of a piece."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="MED011",
    name="same-file-twice",
    severity=Severity.ADVICE,
    reason="A visitor sees the same thing twice and looks for the difference.",
    remedy="Take one of the entries away.",
    bad=change(
        SENSOR,
        "  - link: https",
        "  - file: sensor.png\n    alt: The sensor again, seen from the side\n    shows: []\n  - link: https",
    ),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find same file twice in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        seen: set[str] = set()
        for index, medium in enumerate(piece.media):
            if medium.file and medium.file in seen:
                yield say(
                    RULE, (piece_path(learner.learner_id, artifact_id), ("media", index)),
                    f'"{medium.file}" already stands further up in this list.',
                    "Take one of the two entries away.", learner.learner_id,
                )
            seen.add(medium.file or "")
