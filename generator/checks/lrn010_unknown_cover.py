"""A cover, or a piece I am proud of, that names no piece."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import PROFILE, change, keep
from generator.checks._pieces import hint_piece, is_unknown_piece
from generator.checks._places import profile_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="LRN010",
    name="unknown-cover",
    severity=Severity.WARNING,
    reason=(
        "The cover and the proud line lead to a piece. If there is none, the newest piece takes the cover and the "
        "proud line is left out."
    ),
    remedy="Write the id of the piece: the name of its folder.",
    bad=change(PROFILE, "cover: river-sensor", "cover: river-senser"),
    good=keep(PROFILE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown cover in one learner's folder."""
    profile, who = learner.profile, learner.learner_id
    if profile is None:
        return
    named = [(("cover",), profile.cover)]
    if profile.proud_of:
        named.append((("proud_of", "artifact"), profile.proud_of.artifact))
    for field, reference in named:
        if reference and is_unknown_piece(school, learner, reference):
            yield say(
                RULE, (profile_path(who), field),
                f'"{field[-1]}" names "{reference}", and there is no piece with that id.',
                hint_piece(school, learner, reference), who,
            )
