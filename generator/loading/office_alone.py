"""The office's tables without the portfolios: for what cannot wait until a whole school is read."""

from __future__ import annotations

import os
from pathlib import Path

from generator import layout
from generator.loading._learner import list_learners
from generator.loading._school import _Loader
from generator.model.graduate_profile import GraduateProfile
from generator.model.school import SchoolSettings
from generator.model.whole import Learner, School


def load_office(root: Path) -> School:
    """Load `school.yml`, roster, staff, consents and approvals; of the learners there are the ids alone.

    Never raises on what was written; what cannot be read is as empty as in `load_school`.
    """
    loader = _Loader(root, 1)
    settings = loader.load_needed(SchoolSettings, layout.SCHOOL) or SchoolSettings.model_validate({"name": root.name or "School"})
    if settings.office:
        loader.office = settings.office.rstrip("/")
    has_office = os.path.isdir(root / loader.office)
    return School(
        settings=settings,
        graduate_profile=GraduateProfile.model_validate({"id": "none", "version": "", "title": "", "competencies": ()}),
        learners={each: Learner(each) for each in list_learners(root)},
        has_office=has_office,
        **(loader.load_tables(settings) if has_office else {}),
    )
