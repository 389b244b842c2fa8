"""A block of an agenda that neither we nor the school's prompts know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import CONFERENCE, change, keep
from generator.checks._places import conference_path
from generator.checks._protocols import AGENDA
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="CNF011",
    name="unknown-agenda-block",
    severity=Severity.WARNING,
    reason="The block tells which starters and cards are printed. For an unknown one the page stays empty.",
    remedy="Write one of the known blocks, or add a prompt for it to content/prompts.yml.",
    bad=change(CONFERENCE, "block: pride", "block: prid"),
    good=keep(CONFERENCE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown agenda block in one learner's folder."""
    known = {*AGENDA, *(prompt.block for prompt in school.prompts if prompt.block and prompt.use in ("card", "starter"))}
    for conference_id, conference in learner.conferences.items():
        for index, block in enumerate(conference.agenda):
            if block.block not in known and not block.cards:
                yield say(
                    RULE, (conference_path(learner.learner_id, conference_id), ("agenda", index, "block")),
                    f'"{block.block}" is no block that we or the prompts of your school know, and it has no cards.',
                    suggest(block.block, known, "Add cards to it."), learner.learner_id,
                )
