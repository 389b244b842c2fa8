"""A family name of the roster in the name of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks._example import PICTURE, SENSOR, SENSOR_FOLDER, change, keep
from generator.checks._names import ORDINARY, fold_word, list_family_names
from generator.checks._reach import usable_files
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="PRV007",
    name="family-name-in-file-name",
    severity=Severity.ADVICE,
    reason=(
        "File names are never published, and yet they travel: with a file that is sent on, in a list, in a "
        "backup."
    ),
    remedy="Rename the file, and write the new name into the record.",
    bad=(
        change(SENSOR, "file: sensor.png", "file: kowalczyk-sensor.png")
        | {f"{SENSOR_FOLDER}/kowalczyk-sensor.png": PICTURE}
    ),
    good=keep(SENSOR),
)

_WORD = re.compile(r"[^\W\d_]+")


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find family name in file name in one learner's folder."""
    names = list_family_names(school).family
    for _, path, field, medium, _ in usable_files(learner):
        found = next((word for word in _WORD.findall(medium.file or "") if fold_word(word) in names and fold_word(word) not in ORDINARY), None)
        if found:
            yield say(
                RULE, (path, (*field, "file")),
                f'The file name "{medium.file}" holds the family name "{found}".',
                "Rename the file, and write the new name here.", learner.learner_id,
            )
