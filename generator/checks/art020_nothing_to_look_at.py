"""A piece without a picture, a file, a link or a summary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._places import piece_path
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART020",
    name="nothing-to-look-at",
    severity=Severity.ADVICE,
    reason=(
        "A visitor needs something to look at or to read. A photograph of it, or three sentences about it, is "
        "enough."
    ),
    remedy="Add a file below media, or a summary in a few sentences.",
    bad={"portfolios/ben-k/artifacts/song/artifact.yml": "title: A song\nkind: performance\nmade_on: 2026-10-01\n"},
    good={
        "portfolios/ben-k/artifacts/song/artifact.yml": (
            "title: A song\n"
            "kind: performance\n"
            "made_on: 2026-10-01\n"
            "summary: Four lines about rain, sung to the first grade.\n"
        ),
    },
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find nothing to look at in one learner's folder."""
    for artifact_id, piece in learner.artifacts.items():
        if not (piece.media or piece.drafts or piece.mentor_note) and is_blank(piece.summary):
            yield say(
                RULE, (piece_path(learner.learner_id, artifact_id), ()),
                "There is nothing to look at or to read here yet besides the title.",
                "Add a line: summary: what it is, in a few sentences", learner.learner_id,
            )
