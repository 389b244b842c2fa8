"""A link that does not begin with https:// or http://."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import say, shorten
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="MED007",
    name="unsafe-link",
    severity=Severity.ERROR,
    reason=(
        "Only a link to a page of the web can be shown as a link. Other kinds run a program or open something on "
        "the reader's own computer."
    ),
    remedy="Copy the whole address from the browser's address bar.",
    bad=change(SENSOR, "link: https://example.org/data", "link: 'javascript:alert(1)'"),
    good=keep(SENSOR),
)

_LINK = re.compile(r"https?://[^\s/@\\]+\.[^\s/@\\]+(?:[/?#]\S*)?\Z", re.IGNORECASE)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unsafe link in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        for index, medium in enumerate(piece.media):
            if medium.link and not _LINK.match(medium.link):
                bare = re.match(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?\Z", medium.link)
                yield say(
                    RULE, (piece_path(learner.learner_id, artifact_id), ("media", index, "link")),
                    f'"{shorten(medium.link)}" is no address of a web page.',
                    f"Write: link: https://{medium.link}" if bare else "Copy the whole address, beginning with https://",
                    learner.learner_id,
                )
