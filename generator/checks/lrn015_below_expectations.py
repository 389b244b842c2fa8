"""A portfolio that holds less than the graduate profile asks for in its grade band."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import GRADUATE_PROFILE, change, keep
from generator.checks._people import find_learner_band
from generator.checks._places import profile_path
from generator.checks._reach import reflections_of
from generator.checks._rule import Rule
from generator.checks._say import count, say, shorten
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="LRN015",
    name="below-expectations",
    severity=Severity.WARNING,
    reason=(
        "The graduate profile says what a portfolio of each grade band should hold. Saying early what is still to "
        "come leaves time to do it."
    ),
    remedy="Add what is missing. One good piece is better than three thin ones.",
    bad=change(GRADUATE_PROFILE, "artifacts: 1, goals: 1", "artifacts: 4, goals: 1"),
    good=keep(GRADUATE_PROFILE),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find below expectations in one learner's folder."""
    band = find_learner_band(school, learner.learner_id)
    wanted = school.graduate_profile.expectations.get(band.id) if band else None
    if band is None or wanted is None or school.roster[learner.learner_id].status != "active":
        return
    reflected = sum(any(map(bool, reflection.answers.values())) for _, reflection in reflections_of(learner))
    by = _find_end_of_term(school, day)
    for there, asked, one, many in (
        (len(learner.artifacts) + len(learner.pointers), wanted.artifacts, "piece", "pieces"),
        (len(learner.goals), wanted.goals, "goal", "goals"),
        (reflected, wanted.reflections, "reflection", "reflections"),
    ):
        if there < asked:
            yield say(
                RULE, (profile_path(learner.learner_id), ()),
                f"This portfolio holds {count(there, one, many)}; {shorten(band.title)} asks for {asked}.",
                f"Add {count(asked - there, f'more {one}', f'more {many}')}{by}.", learner.learner_id,
            )


def _find_end_of_term(school: School, day: date) -> str:
    """Word the end of the term that runs, else of the next one; "" where the school names none."""
    ends = sorted(term.ends for term in school.settings.terms if term.ends >= day)
    return f" by {ends[0].isoformat()}" if ends else ""
