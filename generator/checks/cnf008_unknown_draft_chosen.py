"""A draft chosen for a conference that the piece does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import CONFERENCE, change, keep
from generator.checks._places import conference_path
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CNF008",
    name="unknown-draft-chosen",
    severity=Severity.ERROR,
    reason="The pack prints the drafts side by side. A name that leads to no draft leaves a gap.",
    remedy="Write the file names of drafts of this piece.",
    bad=change(CONFERENCE, "drafts: [draft-1.png, draft-2.png]", "drafts: [draft-1.png, draft-3.png]"),
    good=keep(CONFERENCE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown draft chosen in one learner's folder."""
    who = learner.learner_id
    for conference_id, conference in learner.conferences.items():
        for index, chosen in enumerate(conference.selected):
            reference = chosen.artifact if "/" in chosen.artifact else f"{who}/{chosen.artifact}"
            piece = school.find_artifact(reference)
            known = [entry.file for entry in (*piece.drafts, *piece.media) if entry.file] if piece else []
            for number, name in enumerate(chosen.drafts if piece else ()):
                if name not in known:
                    yield say(
                        RULE, (conference_path(who, conference_id), ("selected", index, "drafts", number)),
                        f'"{chosen.artifact}" has no draft "{name}".',
                        suggest(name, known, "Take the name away."), who,
                    )
