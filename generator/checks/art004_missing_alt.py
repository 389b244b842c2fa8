"""A picture or film that is to go beyond the family and has no alt text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change, keep
from generator.checks._needs import find_needs
from generator.checks._reach import is_decorative, shown_pieces, usable_files
from generator.checks._rule import Rule
from generator.checks._say import is_blank, say
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="ART004",
    name="missing-alt",
    severity=Severity.ERROR,
    reason=(
        "A visitor who cannot see the picture has nothing but these words. A page that leaves somebody out cannot "
        "be published (WCAG 1.1.1)."
    ),
    remedy=(
        "Say in one sentence what a friend on the telephone would need to know. For mere decoration write "
        "decorative: yes."
    ),
    bad=change(SENSOR, "    alt: A hand holding a sensor above brown water\n", ""),
    good=keep(SENSOR),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find missing alt in one learner's folder."""
    for artifact_id, path, field, medium, facts in usable_files(learner):
        if artifact_id not in shown_pieces(school, learner) or not find_needs(facts.kind).alt:
            continue
        if is_blank(medium.alt) and not is_decorative(medium):
            yield say(
                RULE, (path, (*field, "alt")),
                f'"{medium.file}" has no alt text, so a visitor who cannot see it finds nothing there.',
                "Add a line: alt: what a friend on the telephone would need to know", learner.learner_id,
            )
