"""A recording that is to go beyond the family and has no transcript."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change
from generator.checks._needs import find_needs
from generator.checks._reach import shown_pieces, usable_files
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="MED004",
    name="sound-without-transcript",
    severity=Severity.ERROR,
    reason=(
        "A visitor who cannot hear it needs the words. A page that leaves somebody out cannot be published (WCAG "
        "1.2.1)."
    ),
    remedy="Write what is said or heard into a text file and name it as transcript.",
    bad=change(SENSOR, "  - link: https", "  - file: sound.wav\n    voices: []\n  - link: https"),
    good=change(
        SENSOR,
        "  - link: https",
        "  - file: sound.wav\n    transcript: sound.md\n    voices: []\n  - link: https",
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find sound without transcript in one learner's folder."""
    for artifact_id, path, field, medium, facts in usable_files(learner):
        if field[0] != "media" or artifact_id not in shown_pieces(school, learner):
            continue
        if find_needs(facts.kind).transcript and not medium.transcript:
            stem = (medium.file or "").rpartition(".")[0]
            yield say(
                RULE, (path, (*field, "transcript")),
                f'"{medium.file}" has no transcript, so a visitor who cannot hear it finds nothing there.',
                f"Write what can be heard into {stem}.md and add: transcript: {stem}.md", learner.learner_id,
            )
