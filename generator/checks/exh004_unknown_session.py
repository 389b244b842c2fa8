"""A placement in a session that the exhibition does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import EXHIBITION, change, keep
from generator.checks._places import exhibition_path
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="EXH004",
    name="unknown-session",
    severity=Severity.ERROR,
    reason=(
        "The session says when somebody stands beside the piece. Visitors would come at a time that does not "
        "exist."
    ),
    remedy="Write the id of one of the sessions.",
    bad=change(EXHIBITION, "session: opening", "session: openning"),
    good=keep(EXHIBITION),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find unknown session in the school's files."""
    for exhibition_id, show in school.exhibitions.items():
        known = [session.id for session in show.sessions]
        for index, placement in enumerate(show.placements):
            if placement.session and placement.session not in known:
                yield say(
                    RULE, (exhibition_path(exhibition_id), ("placements", index, "session")),
                    f'"{placement.session}" is no session of this exhibition.',
                    suggest(placement.session, known, "Add the session first, or take the word away."),
                )
