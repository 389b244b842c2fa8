"""A label such as "visual learner" where ways to learn are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks._example import PROFILE, change
from generator.checks._places import profile_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="LRN011",
    name="learning-style-label",
    severity=Severity.ADVICE,
    reason=(
        "Reviews of research found no benefit in matching teaching to learning styles, and a label can make a "
        "child smaller than they are (practice A4)."
    ),
    remedy='Say what helps and when: "I understand a map faster when I draw it."',
    bad=change(PROFILE, "cover: river-sensor", "preferences:\n  - I am a visual learner\ncover: river-sensor"),
    good=change(
        PROFILE,
        "cover: river-sensor",
        "preferences:\n  - I like to draw a thing before I explain it\ncover: river-sensor",
    ),
)

_LABEL = re.compile(r"\b(?:visual|auditory|kina?esthetic|tactile) (?:learner|learning style|type)", re.IGNORECASE)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find learning style label in one learner's folder."""
    profile = learner.profile
    if profile is None:
        return
    supports = profile.supports
    lists = [(("preferences",), [entry.text for entry in profile.preferences])]
    if supports:
        lists += [(("supports", key), list(getattr(supports, key))) for key in ("access", "engage", "express")]
    for field, texts in lists:
        for index, text in enumerate(texts):
            found = _LABEL.search(str(text))
            if found:
                yield say(
                    RULE, (profile_path(learner.learner_id), (*field, index)),
                    f'"{found.group()}" is a label; what helps you, and when, says more.',
                    "Try: I understand … faster when I …", learner.learner_id,
                )
