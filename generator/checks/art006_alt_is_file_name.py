"""An alt text that is nothing but the name of a file."""

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
    code="ART006",
    name="alt-is-file-name",
    severity=Severity.ERROR,
    reason="A file name tells nobody what can be seen, and it can hold a name or a date that should not be read out.",
    remedy="Say in one sentence what a friend on the telephone would need to know.",
    bad=change(SENSOR, "alt: A hand holding a sensor above brown water", "alt: sensor.png"),
    good=keep(SENSOR),
)

_FILE_NAME = re.compile(
    r"[^\s/]+\.(?:jpe?g|png|gif|webp|heic|svg|mp4|mov|webm|mp3|m4a|wav|ogg|pdf)\Z"
    r"|(?:IMG|DSC|DSCN|PXL|VID|MVI|WhatsApp Image|Screenshot)[ _-]?\d[\w -]*\Z",
    re.IGNORECASE,
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find alt is file name in one learner's folder."""
    for _, path, field, medium, _ in usable_files(learner):
        if not medium.alt or medium.file is None:
            continue
        alt = str(medium.alt).strip()
        if _FILE_NAME.match(alt) or (alt == medium.file.rpartition(".")[0] and not alt.isalpha()):
            yield say(
                RULE, (path, (*field, "alt")),
                f'The alt text "{shorten(alt)}" is the name of a file; words about what can be seen were expected.',
                "Write: alt: what a friend on the telephone would need to know", learner.learner_id,
            )
