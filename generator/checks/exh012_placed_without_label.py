"""A piece in an exhibition without words for the wall."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._places import exhibition_path
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EXH012",
    name="placed-without-label",
    severity=Severity.ADVICE,
    reason="A label lets the maker speak to visitors who come when nobody stands beside the piece (practice F3).",
    remedy="Add a label with a title and a statement of 40 to 75 words to the piece.",
    bad=change(SENSOR, "label:\n  title: How muddy is our river?\n  statement: >", "impact: >"),
    good=keep(SENSOR),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find placed without label in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        for index, placement in enumerate(show.placements):
            piece = school.find_artifact(placement.artifact)
            if piece is not None and (piece.label is None or is_blank(piece.label.statement)):
                owner = school.find_owner(placement.artifact) or placement.artifact
                yield say(
                    RULE, (exhibition_path(exhibition_id), ("placements", index)),
                    f'"{placement.artifact}" has no words for the wall yet.',
                    f"In portfolios/{owner.replace('/', '/artifacts/')}/artifact.yml add label with a statement.",
                    owner.partition("/")[0],
                )
