"""A label whose statement is shorter or longer than the wall needs."""

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
    code="EXH011",
    name="label-statement-length",
    severity=Severity.WARNING,
    reason=(
        "Forty to seventy-five words can be read standing up. Fewer leave the visitor with questions, more are "
        "left unread (practice F3)."
    ),
    remedy="Aim for 40 to 75 words. What does not fit has its place in the summary.",
    bad=change(
        SENSOR,
        (
            "Forty-one days of readings later the answer is plain. Look at the jars and find the one\n"
            "    that was filled on a Tuesday."
        ),
        "",
    ),
    good=keep(SENSOR),
)

LEAST, MOST = 40, 75


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find label statement length in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        for tag, words in piece.label.statement.by_language if piece.label and piece.label.statement else ():
            there = len(words.split())
            if words.strip() and not LEAST <= there <= MOST:
                more = f"about {LEAST - there} more" if there < LEAST else f"about {there - MOST} fewer"
                yield say(
                    RULE, (piece_path(learner.learner_id, artifact_id), ("label", "statement", *filter(None, [tag]))),
                    f"This statement has {count(there, 'word')}; a label holds {LEAST} to {MOST}.",
                    f"Try {more}. What does not fit has its place in the summary.", learner.learner_id,
                )
