"""A label whose title has more than seven words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import count, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="EXH010",
    name="label-title-length",
    severity=Severity.WARNING,
    reason="A title on the wall is read in passing, from two metres away. One to seven words can be (practice F3).",
    remedy="Write a shorter title below label. The piece keeps its own.",
    bad=change(
        SENSOR,
        "label:\n  title: How muddy is our river?",
        "label:\n  title: How muddy is our river on Tuesdays, and who is it that makes it so?",
    ),
    good=keep(SENSOR),
)

MOST = 7


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find label title length in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        for tag, words in piece.label.title.by_language if piece.label and piece.label.title else ():
            there = len(words.split())
            if not 1 <= there <= MOST:
                yield say(
                    RULE, (piece_path(learner.learner_id, artifact_id), ("label", "title", *filter(None, [tag]))),
                    f"The title of this label has {count(there, 'word')}; 1 to {MOST} can be read in passing.",
                    "Write a shorter title here. The piece keeps its own.", learner.learner_id,
                )
