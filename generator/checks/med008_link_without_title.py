"""A link without a title."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say, shorten
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="MED008",
    name="link-without-title",
    severity=Severity.WARNING,
    reason="An address read out letter by letter tells nobody where it leads (WCAG 2.4.4).",
    remedy="Add a title that says what is to be found there.",
    bad=change(SENSOR, "    title: The readings\n", ""),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find link without title in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        for index, medium in enumerate(piece.media):
            if medium.link and is_blank(medium.title):
                yield say(
                    RULE, (piece_path(learner.learner_id, artifact_id), ("media", index, "title")),
                    f'The link to "{shorten(medium.link)}" has no title.',
                    "Add a line: title: what is to be found there", learner.learner_id,
                )
