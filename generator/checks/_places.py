"""Where the records of a school stand: paths and fields for the places of problems."""

from __future__ import annotations

from generator import layout
from generator.findings import Field
from generator.model.whole import School

Spot = tuple[str, Field]
"""A path below the school's folder and a field in it."""


def profile_path(learner_id: str) -> str:
    """Path of a learner's profile."""
    return f"{layout.PORTFOLIOS}/{learner_id}/profile.yml"


def piece_path(learner_id: str, artifact_id: str) -> str:
    """Path of the record of a piece, or of a pointer to one."""
    return f"{layout.PORTFOLIOS}/{learner_id}/artifacts/{artifact_id}/artifact.yml"


def file_path(learner_id: str, artifact_id: str, name: str) -> str:
    """Path of a file beside a piece's record, as the facts of media are filed."""
    return f"{layout.PORTFOLIOS}/{learner_id}/artifacts/{artifact_id}/{name}"


def goal_path(learner_id: str, goal_id: str) -> str:
    """Path of a goal."""
    return f"{layout.PORTFOLIOS}/{learner_id}/goals/{goal_id}.yml"


def conference_path(learner_id: str, conference_id: str) -> str:
    """Path of a conference."""
    return f"{layout.PORTFOLIOS}/{learner_id}/conferences/{conference_id}.yml"


def replies_path(learner_id: str) -> str:
    """Path of a learner's replies."""
    return f"{layout.PORTFOLIOS}/{learner_id}/replies.yml"


def exhibition_path(exhibition_id: str) -> str:
    """Path of an exhibition."""
    return f"{layout.EXHIBITIONS}/{exhibition_id}.yml"


def conference_day_path(day_id: str) -> str:
    """Path of a conference day."""
    return f"{layout.CONFERENCE_DAYS}/{day_id}.yml"


def office_path(school: School, name: str) -> str:
    """Path of an office record, wherever `school.yml` says that the office keeps them."""
    return f"{school.settings.office.rstrip('/') or layout.OFFICE}/{name}"


def office_learner_path(school: School, learner_id: str) -> str:
    """Path of what adults write about one learner."""
    return office_path(school, f"learners/{learner_id}.yml")


def rating_spot(school: School, learner_id: str, index: int, *field: str | int) -> Spot:
    """Place of a rating, or of a field of it, by its position among the learner's ratings."""
    return office_path(school, f"ratings/{learner_id}.yml"), (index, *field)


def roster_spot(school: School, learner_id: str, column: str) -> Spot:
    """Place of a cell of the roster: the row is named by the learner's id."""
    return office_path(school, "roster.csv"), (learner_id, column)


def consent_spot(school: School, learner_id: str, use: str, column: str) -> Spot:
    """Place of a cell of the consents: the row is named by learner and use."""
    return office_path(school, "consent.csv"), (learner_id, use, column)


def approval_spot(school: School, item: str, column: str) -> Spot:
    """Place of a cell of the approvals: the row is named by the item."""
    return office_path(school, "approvals.csv"), (item, column)
