"""A document, model or program that has neither a title nor an alt text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, SENSOR_FOLDER, change
from generator.checks._needs import find_needs
from generator.checks._reach import usable_files
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="MED009",
    name="file-without-title",
    severity=Severity.ADVICE,
    reason='File names are never shown. Without a title a visitor reads "PDF" and does not know whether to open it.',
    remedy="Add a title in a few words.",
    bad=(
        change(SENSOR, "  - link: https", "  - file: notes.md\n  - link: https")
        | {f"{SENSOR_FOLDER}/notes.md": "# Notes\n\nHigh water on Tuesday.\n"}
    ),
    good=(
        change(
            SENSOR,
            "  - link: https",
            "  - file: notes.md\n    title: Notes from the bridge\n  - link: https",
        )
        | {f"{SENSOR_FOLDER}/notes.md": "# Notes\n\nHigh water on Tuesday.\n"}
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find file without title in one learner's folder."""
    for _, path, field, medium, facts in usable_files(learner):
        needs = find_needs(facts.kind)
        if field[0] == "media" and not (needs.alt or needs.transcript) and is_blank(medium.title) and is_blank(medium.alt):
            yield say(
                RULE, (path, field),
                f'"{medium.file}" has no title, and file names are never shown.',
                "Add a line: title: what it is, in a few words", learner.learner_id,
            )
