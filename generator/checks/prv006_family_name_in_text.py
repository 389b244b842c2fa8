"""A family name of the roster in a text, a caption or an alt text that may go public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change
from generator.checks._names import find_family_names
from generator.checks._private import name_place
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="PRV006",
    name="family-name-in-text",
    severity=Severity.ERROR,
    reason=(
        "Pages print the form of a name that the school and the family agreed on. A family name in a text goes "
        "past that (practice I14)."
    ),
    remedy="Use the name that pages print, or say what the person does: a classmate, my grandmother.",
    bad=change(
        SENSOR,
        "alt: A hand holding a sensor above brown water",
        "alt: Ben Kowalczyk holding a sensor above brown water",
    ),
    good=change(
        SENSOR,
        "alt: A hand holding a sensor above brown water",
        "alt: A boy holding a sensor above brown water",
    ),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find family name in text in one learner's folder."""
    if not school.has_office:
        return
    for entry, found in find_family_names(school, learner):
        yield say(
            RULE, (entry.path, entry.field), f'{name_place(entry)} holds the family name "{found}" of somebody at school.',
            "Leave the family name out, or say what the person does, for instance: a classmate.", learner.learner_id,
        )
