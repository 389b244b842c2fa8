"""A film or recording that is to go beyond the family and does not say whose voice can be heard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change
from generator.checks._reach import shown_pieces, usable_files
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CON007",
    name="voices-not-declared",
    severity=Severity.ADVICE,
    reason="A voice is published only with the consent of the learner it belongs to.",
    remedy="Add voices with the ids of the learners, or voices: [] if nobody speaks.",
    bad=change(SENSOR, "  - link: https", "  - file: sound.wav\n    transcript: sound.md\n  - link: https"),
    good=change(
        SENSOR,
        "  - link: https",
        "  - file: sound.wav\n    transcript: sound.md\n    voices: []\n  - link: https",
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find voices not declared in one learner's folder."""
    for artifact_id, path, field, medium, facts in usable_files(learner):
        if medium.voices is None and facts.kind in ("film", "sound") and artifact_id in shown_pieces(school, learner):
            yield say(
                RULE, (path, (*field, "voices")),
                f'"{medium.file}" does not say yet whose voice can be heard.',
                "Add: voices: [] if nobody speaks, else the ids: voices: [ana-r]", learner.learner_id,
            )
