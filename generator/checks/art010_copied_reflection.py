"""An answer that is word for word the same as one of another learner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import POINTER, SENSOR, change, keep
from generator.checks._reach import reflections_of
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="ART010",
    name="copied-reflection",
    severity=Severity.WARNING,
    reason=(
        "In a reflection it is your own thinking that counts, and two people never see the same thing in the same "
        "words (practice C5)."
    ),
    remedy="Say it again in your own words. In team work each maker writes a reflection of their own.",
    bad=(
        change(
            POINTER,
            "used_to_think: One reading is enough.",
            "used_to_think: We measured the river from the bridge on forty-one days, and the readings jump on Tuesdays.",
        )
        | change(
            SENSOR,
            "describe: We measured the river from the bridge on forty-one days.",
            "describe: We measured the river from the bridge on forty-one days and the readings jump on Tuesdays!",
        )
    ),
    good=keep(SENSOR),
)

LEAST_WORDS = 12
"""Shorter answers can be the same by chance."""
_POINTS = str.maketrans(dict.fromkeys(".,;:!?()[]{}<>\"'`*_“”‘’«»„…-–—/|", " "))


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find copied reflection in the school's files."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for who, learner in school.learners.items():
        for path, reflection in reflections_of(learner):
            for part, text in reflection.answers.items():
                words = str(text).casefold().translate(_POINTS).split() if text else ()
                if len(words) >= LEAST_WORDS:
                    found.setdefault(" ".join(words), []).append((who, path, part))
    for same in found.values():
        if len({who for who, _, _ in same}) > 1:
            for who, path, part in same:
                yield say(
                    RULE, (path, ("reflection", "answers", part)),
                    "This answer is word for word the same as one in another learner's portfolio.",
                    "Say it in your own words: what did you see, and what do you make of it?", who,
                )
