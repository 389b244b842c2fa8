"""A picture, film or recording in a piece for the family that has no words yet for those who cannot see or hear it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import BRIDGE, change, keep
from generator.checks._needs import find_needs
from generator.checks._reach import is_decorative, shown_pieces, usable_files
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ACC001",
    name="words-still-to-write",
    severity=Severity.ADVICE,
    reason=(
        "Somebody in the family may not see or hear it, and the piece may go further one day. The words are "
        "written fastest while you still remember."
    ),
    remedy="Add alt, captions or transcript now, while you remember what can be seen and heard.",
    bad=change(BRIDGE, "file: bridge.png, alt: A brick on a bridge of folded card", "file: bridge.png"),
    good=keep(BRIDGE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find words still to write in one learner's folder."""
    shown = shown_pieces(school, learner)
    for artifact_id, path, field, medium, facts in usable_files(learner):
        if artifact_id in shown:
            continue
        needs = find_needs(facts.kind)
        missing = [
            key
            for key, needed in (("alt", needs.alt and not is_decorative(medium)), ("captions", needs.captions), ("transcript", needs.transcript))
            if needed and (key == "alt" or field[0] == "media") and is_blank(getattr(medium, key))
        ]
        if missing:
            yield say(
                RULE, (path, field),
                f'"{medium.file}" has no {" and no ".join(missing)} yet for somebody who cannot see or hear it.',
                f"Add: {missing[0]}: …", learner.learner_id,
            )
