"""A placement of a piece that its makers keep for the family."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import EXHIBITION, change, keep
from generator.checks._places import exhibition_path
from generator.checks._reach import may_go_beyond
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EXH002",
    name="placement-of-private-piece",
    severity=Severity.ERROR,
    reason="The learner decides how far a piece goes. What is set to self or family is shown in no exhibition.",
    remedy="Ask the makers. If they agree, one of them sets the audience to onsite or public.",
    bad=change(
        EXHIBITION,
        "artifact: ana-r/river-sensor, station: gym/g1, order: 1, session: opening, presenters: [ana-r]",
        "artifact: ben-k/card-bridge, station: gym/g1",
    ),
    good=keep(EXHIBITION),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find placement of private piece in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        for index, placement in enumerate(show.placements):
            owner = school.find_owner(placement.artifact)
            if owner is None:
                continue
            who, _, artifact_id = owner.partition("/")
            piece = school.learners[who].artifacts[artifact_id]
            if not may_go_beyond(school, who, artifact_id, piece):
                yield say(
                    RULE, (exhibition_path(exhibition_id), ("placements", index, "artifact")),
                    f'"{placement.artifact}" has the audience {piece.audience}; onsite or public was expected.',
                    "Ask the makers. If they agree, one of them writes audience: onsite.",
                )
