"""A text in several languages, none of which is a language of the school."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ACC006",
    name="unknown-language-of-text",
    severity=Severity.WARNING,
    reason=(
        "A page is made in the school's languages. A text in none of them is shown in the first one there is, "
        "which few may read."
    ),
    remedy="Add the text in the school's first language too.",
    bad=change(
        SENSOR,
        "summary: A sensor for 9 dollars, and six weeks of readings.",
        "summary: {fr: Un capteur pour 9 dollars.}",
    ),
    good=change(
        SENSOR,
        "summary: A sensor for 9 dollars, and six weeks of readings.",
        "summary: {en: A sensor for 9 dollars., fr: Un capteur pour 9 dollars.}",
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown language of text in one learner's folder."""
    known = set(school.settings.languages)
    for artifact_id, piece in learner.artifacts.items():
        for key in ("title", "summary", "question"):
            text = getattr(piece, key)
            tags = {tag for tag, _ in text.by_language} if text else set()
            if tags and "" not in tags and not tags & known:
                yield say(
                    RULE, (piece_path(learner.learner_id, artifact_id), (key,)),
                    f'"{key}" is written in {", ".join(sorted(tags))}; your school reads {", ".join(school.settings.languages)}.',
                    f"Add it in {school.settings.languages[0]} too.", learner.learner_id,
                )
