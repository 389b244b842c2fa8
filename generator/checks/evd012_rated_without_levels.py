"""A competency that is rated and has no levels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import layout
from generator.checks._example import FILES, GRADUATE_PROFILE, RATINGS, REPLIES, SENSOR, change, keep
from generator.checks._rule import Rule
from generator.checks._say import say
from generator.findings import Problem, Severity
from generator.model.whole import School

_LINES = str(FILES[GRADUATE_PROFILE])
_I_CAN = _LINES[_LINES.index("        i_can:") : _LINES.index("  - id: maker")]

RULE = Rule(
    code="EVD012",
    name="rated-without-levels",
    severity=Severity.WARNING,
    reason="A rating names a level. Without levels the competency can be claimed and never rated.",
    remedy="Add levels to the graduate profile or to this competency, or set rated: no.",
    bad=(
        change(
            GRADUATE_PROFILE,
            (
                "levels:\n"
                "  - {id: beginning, title: Beginning}\n"
                "  - {id: developing, title: Developing}\n"
                "  - {id: proficient, title: Proficient}\n"
                "  - {id: extending, title: Extending}\n"
            ),
            "",
            _I_CAN,
            "",
            "  at_level: developing\n",
            "",
            ", level: developing",
            "",
        )
        | change(SENSOR, "    level: developing\n", "")
        | {RATINGS: "", REPLIES: ""}
    ),
    good=keep(GRADUATE_PROFILE),
)


def check_school(school: School, day: date) -> Iterator[Problem]:
    """Find rated without levels in the school's files."""
    profile = school.graduate_profile
    for index, competency in enumerate(profile.competencies):
        if competency.rated and not profile.get_levels(competency):
            yield say(
                RULE, (layout.GRADUATE_PROFILE, ("competencies", index)),
                f'"{competency.id}" is rated, and there are no levels to rate it by.',
                "Add levels, lowest first, or write rated: no.",
            )
