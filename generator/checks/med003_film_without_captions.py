"""A film that is to go beyond the family and has no captions."""

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
    code="MED003",
    name="film-without-captions",
    severity=Severity.ERROR,
    reason=(
        "A visitor who cannot hear it is left out, and so is anybody in a loud hall. A page that leaves somebody "
        "out cannot be published (WCAG 1.2.2)."
    ),
    remedy=(
        "Write what is said into a file such as talk.vtt and name it as captions. Where nobody speaks, say so in "
        "it."
    ),
    bad=change(
        SENSOR,
        "  - link: https",
        (
            "  - file: talk.mp4\n"
            "    alt: Ana holds up a jar\n"
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
    """Find film without captions in one learner's folder."""
    for artifact_id, path, field, medium, facts in usable_files(learner):
        if field[0] != "media" or artifact_id not in shown_pieces(school, learner):
            continue
        if find_needs(facts.kind).captions and not medium.captions:
            stem = (medium.file or "").rpartition(".")[0]
            yield say(
                RULE, (path, (*field, "captions")),
                f'"{medium.file}" has no captions, so a visitor who cannot hear it misses what is said.',
                f"Write the words into {stem}.vtt and add: captions: {stem}.vtt", learner.learner_id,
            )
