"""A file of a kind we do not show, or one that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR_FOLDER, keep
from generator.checks._places import file_path, piece_path, profile_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Field, Problem, Severity
from generator.model.medium import MediumFacts
from generator.model.whole import Learner, School

RULE = Rule(
    code="MED002",
    name="unusable-file",
    severity=Severity.ERROR,
    reason=(
        "Only kinds that we can look into and clean may be shown. What is damaged, too large or of another kind "
        "could carry what nobody wants published."
    ),
    remedy="Do what the hint says: save the file again, make it smaller, or export it in another kind.",
    bad={f"{SENSOR_FOLDER}/sensor.png": b"\x89PNG\r\n\x1a\nnot really a picture"},
    good=keep(f"{SENSOR_FOLDER}/sensor.png"),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unusable file in one learner's folder."""
    who = learner.learner_id
    for artifact_id, piece in learner.artifacts.items():
        folder = file_path(who, artifact_id, "")
        for key, entries in (("media", piece.media), ("drafts", piece.drafts)):
            for index, entry in enumerate(entries):
                facts = learner.files.get(folder + entry.file) if entry.file else None
                if facts and facts.problem:
                    yield _say(piece_path(who, artifact_id), (key, index, "file"), entry.file or "", facts, who)
    photo = learner.profile.photo if learner.profile else None
    facts = learner.files.get(profile_path(who).removesuffix("profile.yml") + photo.file) if photo else None
    if photo and facts and facts.problem:
        yield _say(profile_path(who), ("photo", "file"), photo.file, facts, who)


def _say(path: str, field: Field, name: str, facts: MediumFacts, who: str) -> Problem:
    return say(RULE, (path, field), f'"{name}" cannot be used. {facts.problem}', facts.advice, who)
