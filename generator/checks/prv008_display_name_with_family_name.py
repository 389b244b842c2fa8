"""A display name that holds the family name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import ROSTER, change, keep
from generator.checks._names import fold_word
from generator.checks._places import roster_spot
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="PRV008",
    name="display-name-with-family-name",
    severity=Severity.ERROR,
    reason=(
        "The display name is printed whole wherever a first name may stand, also on the web. With the family name "
        "in it, the agreement on names does not hold."
    ),
    remedy="Write into display_name only what the learner is called.",
    bad=change(ROSTER, "Kowalczyk,Ben,", "Kowalczyk,Ben Kowalczyk,"),
    good=keep(ROSTER),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find display name with family name in the school's files."""
    for learner_id, row in school.roster.items():
        words = [fold_word(word) for word in row.display_name.split()]
        family = [fold_word(word) for word in row.family_name.split()]
        if len(words) > 1 and family and any(word in words[1:] for word in family if len(word) > 2):
            yield say(
                RULE, roster_spot(school, learner_id, "display_name"),
                f'The display_name of "{learner_id}" holds the family name, so pages would print it.',
                f"Write what the learner is called, for instance {row.display_name.split()[0]}.", learner_id,
            )
