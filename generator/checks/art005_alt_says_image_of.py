"""An alt text that begins with "image of" or the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._reach import usable_files
from generator.checks._rule import Rule
from generator.checks._say import say, shorten
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART005",
    name="alt-says-image-of",
    severity=Severity.WARNING,
    reason=(
        "A screen reader already says that it is a picture. The first words are better used for what can be seen "
        "(practice J5)."
    ),
    remedy="Leave these words out and begin with what can be seen.",
    bad=change(SENSOR, "alt: A hand holding", "alt: Picture of a hand holding"),
    good=keep(SENSOR),
)

_OPENING = re.compile(
    r"\s*(?:(?:this is|here is|it's|es|das ist)\s+)?(?:an?\s+|the\s+|my\s+|una?\s+|la\s+|ein(?:e)?\s+)?"
    r"(?:image|picture|photo|photograph|pic|screenshot|drawing|imagen|foto|fotograf[ií]a|bild) (?:of|de|von)\b\s*",
    re.IGNORECASE,
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find alt says image of in one learner's folder."""
    for _, path, field, medium, _ in usable_files(learner):
        found = _OPENING.match(str(medium.alt)) if medium.alt else None
        if found:
            rest = str(medium.alt)[found.end():].strip()
            better = f"{rest[:1].upper()}{rest[1:]}" or "what can be seen"
            yield say(
                RULE, (path, (*field, "alt")),
                f'This alt text begins with "{found.group().strip()}", which a screen reader says anyway.',
                f"Write: alt: {shorten(better, 80)}", learner.learner_id,
            )
