"""A presenter who did not make the piece."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import EXHIBITION, ROSTER, append, change
from generator.checks._people import is_unknown_learner
from generator.checks._places import exhibition_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EXH007",
    name="presenter-not-a-maker",
    severity=Severity.WARNING,
    reason=(
        "Visitors want to hear the maker. Somebody else can stand in, and then it is good to know that it is "
        "meant."
    ),
    remedy="Name a maker, or add the presenter to the makers of the piece.",
    bad=(
        change(
            EXHIBITION,
            "artifact: ana-r/river-sensor, station: gym/g1, order: 1, session: opening, presenters: [ana-r]",
            "artifact: ana-r/river-sensor, presenters: [cleo-m]",
        )
        | append(ROSTER, "cleo-m,Cleo,Marchetti,Cleo,6,6-red,k-ortiz,2033,active,no\n")
    ),
    good=change(EXHIBITION, "presenters: [ana-r]", "presenters: [ana-r, ben-k]"),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find presenter not a maker in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        for index, placement in enumerate(show.placements):
            owner = school.find_owner(placement.artifact)
            piece = school.find_artifact(placement.artifact)
            if owner is None or piece is None:
                continue
            makers = {owner.partition("/")[0], *(maker.learner_id for maker in piece.makers)}
            for number, who in enumerate(placement.presenters):
                if who not in makers and not is_unknown_learner(school, who):
                    yield say(
                        RULE, (exhibition_path(exhibition_id), ("placements", index, "presenters", number)),
                        f'"{who}" is to present "{placement.artifact}" and is not among its makers.',
                        f"Makers are: {', '.join(sorted(makers))}.",
                    )
