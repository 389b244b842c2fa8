"""Captions or a transcript whose file is not there or holds no words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change
from generator.checks._places import file_path, piece_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="MED005",
    name="missing-words-file",
    severity=Severity.ERROR,
    reason=(
        "Captions and transcripts stand in for what is heard. A file that is missing or empty stands in for "
        "nothing."
    ),
    remedy="Put the file beside the record and write the words into it.",
    bad=change(
        SENSOR,
        "  - link: https",
        "  - file: sound.wav\n    transcript: noise.md\n    voices: []\n  - link: https",
    ),
    good=change(
        SENSOR,
        "  - link: https",
        "  - file: sound.wav\n    transcript: sound.md\n    voices: []\n  - link: https",
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find missing words file in one learner's folder."""
    who = learner.learner_id
    for artifact_id, piece in learner.artifacts.items():
        for index, medium in enumerate(piece.media):
            for key, name in (("captions", medium.captions), ("transcript", medium.transcript)):
                if not name:
                    continue
                path = file_path(who, artifact_id, name)
                words = learner.texts.get(path, "")
                if not words.removeprefix("WEBVTT").strip():
                    found = "holds no words yet" if path in learner.texts else "is not there, or is no text file"
                    yield say(
                        RULE, (piece_path(who, artifact_id), ("media", index, key)),
                        f'"{name}", named as {key}, {found}.',
                        "Write what is said into a .vtt, .md or .txt file beside the record, and write its name here.", who,
                    )
