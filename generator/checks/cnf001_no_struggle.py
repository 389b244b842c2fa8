"""A conference with work that went well and nothing that was hard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import CONFERENCE, change, keep
from generator.checks._places import conference_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CNF001",
    name="no-struggle",
    severity=Severity.WARNING,
    reason=(
        "Listeners can help where something is hard, and they see how you work. Only best work hides that "
        "(practice G4)."
    ),
    remedy="Choose a piece or a draft as struggle. It may be short.",
    bad=change(CONFERENCE, "  - {as: struggle, artifact: river-sensor}\n", ""),
    good=keep(CONFERENCE),
)

_TYPES = ("student-led", "presentation", "passage", "defence")


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find no struggle in one learner's folder."""
    for conference_id, conference in learner.conferences.items():
        chosen = {each.as_ for each in conference.selected}
        if chosen and "struggle" not in chosen and conference.type in _TYPES:
            yield say(
                RULE, (conference_path(learner.learner_id, conference_id), ("selected",)),
                "You chose what went well, and nothing yet that was hard.",
                "Add below selected: - {as: struggle, artifact: …}", learner.learner_id,
            )
