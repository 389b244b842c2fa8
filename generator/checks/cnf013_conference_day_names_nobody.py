"""A conference day that names a learner or an adviser whom the school does not know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import CONFERENCE_DAY, change, keep
from generator.checks._people import hint_adult, hint_learner, is_unknown_adult, is_unknown_learner
from generator.checks._places import conference_day_path
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

RULE = Rule(
    code="CNF013",
    name="conference-day-names-nobody",
    severity=Severity.ERROR,
    reason="Slots are made from these names. A family whose child is misspelt gets no slot.",
    remedy="Write the ids as they stand in the roster and the staff list.",
    bad=change(CONFERENCE_DAY, "learners: [ana-r]", "learners: [anna-r]"),
    good=keep(CONFERENCE_DAY),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find conference day names nobody in the school's files."""
    for day_id, plan in school.conference_days.items():
        path = conference_day_path(day_id)
        named = [(("families", index, "learners", number), who) for index, family in enumerate(plan.families) for number, who in enumerate(family.learners)]
        named += [(("fixed", index, "learner"), slot.learner) for index, slot in enumerate(plan.fixed)]
        for field, who in named:
            if is_unknown_learner(school, who):
                yield say(RULE, (path, field), f'"{who}" is not in the roster.', hint_learner(school, who))
        for index, times in enumerate(plan.adviser_times):
            if is_unknown_adult(school, times.adviser):
                message = f'"{times.adviser}" is not in the staff list.'
                yield say(RULE, (path, ("adviser_times", index, "adviser")), message, hint_adult(school, times.adviser))
