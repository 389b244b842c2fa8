"""A reflection with a part that has no answer yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._protocols import PROTOCOLS, as_part
from generator.checks._reach import reflections_of
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART008",
    name="reflection-part-unanswered",
    severity=Severity.WARNING,
    reason=(
        "Each part of a protocol asks for something else. Only the first part is a report; the others are where "
        "you think (practice C4, C5)."
    ),
    remedy="Answer the part in a sentence or more, in your own words.",
    bad=change(SENSOR, "    learn: I check a sensor in clean water before I believe it.\n", ""),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find reflection part unanswered in one learner's folder."""
    for path, reflection in reflections_of(learner):
        answered = {as_part(key) for key, text in reflection.answers.items() if not is_blank(text)}
        asked = PROTOCOLS.get(reflection.protocol) or [as_part(key) for key in reflection.answers] or ("answers",)
        for part in asked:
            if part not in answered:
                yield say(
                    RULE, (path, ("reflection", "answers", part)),
                    f'The part "{part}" of this reflection has no answer yet.',
                    f"Add below answers: {part}: |", learner.learner_id,
                )
