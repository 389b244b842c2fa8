"""A presenter who is not in the roster."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import EXHIBITION, change, keep
from generator.checks._people import hint_learner, is_unknown_learner
from generator.checks._places import exhibition_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EXH006",
    name="unknown-presenter",
    severity=Severity.ERROR,
    reason="The programme says who will be there. An id that nobody has stands for nobody.",
    remedy="Write the learner_id as it stands in the roster.",
    bad=change(EXHIBITION, "presenters: [ana-r]", "presenters: [anna-r]"),
    good=keep(EXHIBITION),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find unknown presenter in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        for index, placement in enumerate(show.placements):
            for number, who in enumerate(placement.presenters):
                if is_unknown_learner(school, who):
                    yield say(
                        RULE, (exhibition_path(exhibition_id), ("placements", index, "presenters", number)),
                        f'"{who}" is to present, and the roster has nobody with that id.',
                        hint_learner(school, who),
                    )
