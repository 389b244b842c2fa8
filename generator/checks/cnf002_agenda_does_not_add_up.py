"""An agenda whose minutes do not make up the slot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import CONFERENCE, change, keep
from generator.checks._places import conference_path
from generator.checks._protocols import INTERPRETER_MINUTES
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CNF002",
    name="agenda-does-not-add-up",
    severity=Severity.WARNING,
    reason=(
        "The clock plan in the pack comes from these minutes. Families before and after are waiting too (practice "
        "G2)."
    ),
    remedy="Change the minutes of a block until they make up the slot. An interpreter adds ten minutes.",
    bad=change(CONFERENCE, "{block: pride, minutes: 15}", "{block: pride, minutes: 5}"),
    good=keep(CONFERENCE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find agenda does not add up in one learner's folder."""
    for conference_id, conference in learner.conferences.items():
        if not conference.agenda:
            continue
        extra = INTERPRETER_MINUTES if conference.interpreter.needed else 0
        planned, slot = sum(block.minutes for block in conference.agenda), conference.length_min + extra
        if planned != slot:
            why = f" ({conference.length_min} and {extra} for the interpreter)" if extra else ""
            change_by = f"{slot - planned} more" if planned < slot else f"{planned - slot} fewer"
            yield say(
                RULE, (conference_path(learner.learner_id, conference_id), ("agenda",)),
                f"The blocks of this agenda take {planned} minutes; the slot has {slot}{why}.",
                f"Give the blocks {change_by} minutes in all.", learner.learner_id,
            )
