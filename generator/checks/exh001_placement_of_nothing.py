"""A placement of a piece that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import EXHIBITION, change, keep
from generator.checks._pieces import hint_piece, is_unknown_piece
from generator.checks._places import exhibition_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EXH001",
    name="placement-of-nothing",
    severity=Severity.ERROR,
    reason="A label without a piece is an empty spot on the wall, and somebody's work is missing elsewhere.",
    remedy="Write the learner's id, a slash and the name of the piece's folder.",
    bad=change(EXHIBITION, "artifact: ana-r/river-sensor", "artifact: ana-r/river-senser"),
    good=keep(EXHIBITION),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find placement of nothing in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        for index, placement in enumerate(show.placements):
            if is_unknown_piece(school, None, placement.artifact):
                yield say(
                    RULE, (exhibition_path(exhibition_id), ("placements", index, "artifact")),
                    f'This places "{placement.artifact}", and there is no piece with that name.',
                    hint_piece(school, None, placement.artifact),
                )
