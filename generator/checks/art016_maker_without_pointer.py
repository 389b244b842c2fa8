"""A maker who has not pointed at the piece from their own folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import POINTER, keep
from generator.checks._places import piece_path
from generator.checks._reach import pointers_by_owner
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART016",
    name="maker-without-pointer",
    severity=Severity.ADVICE,
    reason=(
        "The pointer is where a maker tells their own part and adds their own reflection and evidence (practice "
        "C7)."
    ),
    remedy="The maker makes a folder below artifacts/ with one line in artifact.yml: shared_from.",
    bad={
        POINTER: (
            "title: Reading a river\n"
            "kind: process\n"
            "made_on: 2026-10-04\n"
            "summary: How I read the sensor.\n"
            "reflection:\n"
            "  protocol: pride-and-growth\n"
            "  answers: {pride: I was there every morning., growth: I ask sooner.}\n"
        ),
    },
    good=keep(POINTER),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find maker without pointer in one learner's folder."""
    who = learner.learner_id
    for artifact_id, piece in learner.artifacts.items():
        if len(piece.makers) < 2:
            continue
        pointing = {other for other, _, _ in pointers_by_owner(school).get(f"{who}/{artifact_id}", ())}
        for index, maker in enumerate(piece.makers):
            there = maker.learner_id in school.learners
            if maker.learner_id != who and there and maker.learner_id not in pointing:
                yield say(
                    RULE, (piece_path(who, artifact_id), ("makers", index)),
                    f'"{maker.learner_id}" is a maker of this piece and has not pointed at it yet.',
                    f"In the folder of {maker.learner_id}, artifacts/{artifact_id}/artifact.yml: shared_from: {who}/{artifact_id}", who,
                )
