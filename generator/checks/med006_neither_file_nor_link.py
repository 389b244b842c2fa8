"""A medium that names neither a file nor a link, or both."""

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
    code="MED006",
    name="neither-file-nor-link",
    severity=Severity.ERROR,
    reason="One entry shows one thing. With none there is nothing to show; with two nobody knows which is meant.",
    remedy="Give each entry either file or link, and make two entries of two things.",
    bad=change(
        SENSOR,
        "  - link: https://example.org/data\n",
        (
            "  - link: https://example.org/data\n"
            "    file: sensor.png\n"
            "    alt: A hand above brown water\n"
            "    shows: []\n"
        ),
    ),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find neither file nor link in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        for index, medium in enumerate(piece.media):
            if bool(medium.file) == bool(medium.link):
                found = "both a file and a link" if medium.file else "neither a file nor a link"
                yield say(
                    RULE, (piece_path(learner.learner_id, artifact_id), ("media", index)),
                    f"This entry names {found}; one of them was expected.",
                    "Make it two entries, each beginning with a dash." if medium.file else "Add: file: the name of the file",
                    learner.learner_id,
                )
