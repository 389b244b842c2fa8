"""A claim or a rating that names a version of the graduate profile which the school does not keep."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import SENSOR, change
from generator.checks._places import rating_spot
from generator.checks._reach import claims_of
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="EVD005",
    name="unknown-profile-version",
    severity=Severity.ERROR,
    reason="The version tells whose words the claim was made in. Without it the words cannot be shown.",
    remedy=(
        "Write a version that stands in graduate_profile.yml or in content/graduate_profiles, or leave the line "
        "out."
    ),
    bad=change(SENSOR, "    level: developing\n", "    level: developing\n    version: '2062'\n"),
    good=change(SENSOR, "    level: developing\n", "    level: developing\n    version: '2026'\n"),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find unknown profile version in one learner's folder."""
    named = [((path, ("evidence", index, "version")), claim.version) for path, index, claim, _ in claims_of(learner)]
    for index, rating in enumerate(school.ratings.get(learner.learner_id, ())):
        named.append((rating_spot(school, learner.learner_id, index, "version"), rating.version))
    for spot, version in named:
        if version is not None and school.find_profile_version(version) is None:
            known = [school.graduate_profile.version, *school.earlier_profiles]
            yield say(
                RULE, spot, f'The school has no version "{version}" of its graduate profile.',
                suggest(version, known, "Leave the line out."), learner.learner_id,
            )
