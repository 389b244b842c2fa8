"""A file that a record names and that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import file_path, piece_path, profile_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Field, Problem, Severity
from generator.ids import hint_nearest
from generator.model.whole import Learner, School

RULE = Rule(
    code="MED001",
    name="missing-file",
    severity=Severity.ERROR,
    reason="A page with a hole in it cannot be published. Often the file was renamed, or has not been added yet.",
    remedy="Put the file beside the record, or write its name exactly as it is, capital letters included.",
    bad=change(SENSOR, "file: sensor.png", "file: sensr.png"),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find missing file in one learner's folder."""
    who = learner.learner_id
    for artifact_id, piece in learner.artifacts.items():
        folder = file_path(who, artifact_id, "")
        for key, entries in (("media", piece.media), ("drafts", piece.drafts)):
            for index, entry in enumerate(entries):
                if entry.file and folder + entry.file not in learner.files:
                    yield _say(learner, piece_path(who, artifact_id), (key, index, "file"), folder, entry.file)
    photo = learner.profile.photo if learner.profile else None
    folder = profile_path(who).removesuffix("profile.yml")
    if photo and folder + photo.file not in learner.files:
        yield _say(learner, profile_path(who), ("photo", "file"), folder, photo.file)


def _say(learner: Learner, path: str, field: Field, folder: str, name: str) -> Problem:
    known = [each.removeprefix(folder) for each in learner.files if each.startswith(folder) and "/" not in each.removeprefix(folder)]
    nothing = "Put the file beside the record, or take the entry away."
    return say(
        RULE, (path, field), f'There is no file "{name}" beside this record.',
        hint_nearest(name, known) or nothing, learner.learner_id,
    )
