"""Two records with one public_id."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import BRIDGE, change, keep
from generator.checks._places import piece_path, profile_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="LRN009",
    name="repeated-public-id",
    severity=Severity.ERROR,
    reason=(
        "A public_id is an address. With two records at one address a visitor may see the work of somebody else, "
        "so both are held back."
    ),
    remedy=(
        "Keep the id of the record that had it first, and give the copy a new one with `exhibit ids --renew "
        "PATH`."
    ),
    bad=change(BRIDGE, "b6n3vx8d", "9xw2m4cq"),
    good=keep(BRIDGE),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find repeated public id in the school's files."""
    for public_id, records in _list_public_ids(school).items():
        for path, who in records if len(records) > 1 else ():
            others = " and ".join(other for other, _ in records if other != path)
            yield say(
                RULE, (path, ("public_id",)),
                f'The public_id "{public_id}" also stands in {others}; it must stand in one record only.',
                f"If this one is the copy, run: exhibit ids --renew {path}", who,
            )


def _list_public_ids(school: School) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for who, learner in school.learners.items():
        if learner.profile and learner.profile.public_id:
            found.setdefault(learner.profile.public_id, []).append((profile_path(who), who))
        for artifact_id, piece in learner.artifacts.items():
            if piece.public_id:
                found.setdefault(piece.public_id, []).append((piece_path(who, artifact_id), who))
    return found
