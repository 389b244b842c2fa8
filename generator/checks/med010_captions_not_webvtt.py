"""Captions in a file that is not WebVTT."""

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
    code="MED010",
    name="captions-not-webvtt",
    severity=Severity.WARNING,
    reason="Browsers play captions only from WebVTT files, which begin with the word WEBVTT.",
    remedy="Export the captions as WebVTT (.vtt), or give a plain text as transcript instead.",
    bad=change(
        SENSOR,
        "  - link: https",
        (
            "  - file: talk.mp4\n"
            "    alt: Ana holds up a jar\n"
            "    captions: sound.md\n"
            "    shows: [ana-r]\n"
            "    voices: [ana-r]\n"
            "  - link: https"
        ),
    ),
    good=change(
        SENSOR,
        "  - link: https",
        (
            "  - file: talk.mp4\n"
            "    alt: Ana holds up a jar\n"
            "    captions: talk.vtt\n"
            "    shows: [ana-r]\n"
            "    voices: [ana-r]\n"
            "  - link: https"
        ),
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find captions not webvtt in one learner's folder."""
    who = learner.learner_id
    for artifact_id, piece in learner.artifacts.items():
        for index, medium in enumerate(piece.media):
            words = learner.texts.get(file_path(who, artifact_id, medium.captions), "") if medium.captions else ""
            if words.strip() and not words.lstrip("\ufeff").startswith("WEBVTT"):
                yield say(
                    RULE, (piece_path(who, artifact_id), ("media", index, "captions")),
                    f'"{medium.captions}" does not begin with WEBVTT, so browsers cannot play it as captions.',
                    "Export it as WebVTT (.vtt), or name it as transcript instead of captions.", who,
                )
