"""Every folder and file name of a school, in one place (FORMATS section 1)."""

from __future__ import annotations

from pathlib import Path

SCHOOL = "content/school.yml"
GRADUATE_PROFILE = "content/graduate_profile.yml"
EARLIER_PROFILES = "content/graduate_profiles"
EXHIBITIONS = "content/exhibitions"
CONFERENCE_DAYS = "content/conference_days"
PROMPTS = "content/prompts.yml"
RUBRICS = "content/rubrics"
PLAN = "content/plan.yml"
PAGES = "content/pages"
HOME_PAGE = "content/pages/index.md"
OFFICE = "content/office"
ROSTER = "content/office/roster.csv"
STAFF = "content/office/staff.csv"
CONSENT = "content/office/consent.csv"
APPROVALS = "content/office/approvals.csv"
OFFICE_LEARNERS = "content/office/learners"
RATINGS = "content/office/ratings"
PORTFOLIOS = "portfolios"
MKDOCS = "mkdocs.yml"
SITE = "site"
EDITIONS = "editions"
WORK = ".exhibit"
PREVIEW = "preview"

FATAL_FILES = frozenset({SCHOOL, GRADUATE_PROFILE})
"""An error in one of these leaves every built tree as it was (FORMATS section 5)."""

EDITION_NAMES = ("public", "onsite", "family", "staff")


def find_theme() -> Path:
    """Find the theme that came with the tool: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "theme"
    return inside if inside.is_dir() else package.parent / "theme"


def output_folder(root: Path, edition: str, learner_id: str | None = None) -> Path:
    """Name the folder an edition is built into: `site/` is public and nothing else."""
    if edition == "public":
        return root / SITE
    folder = root / EDITIONS / edition
    return folder / learner_id if learner_id else folder


def is_school(root: Path) -> bool:
    """Tell whether a folder holds a school: it has `content/` or `portfolios/`."""
    return (root / SCHOOL).exists() or (root / PORTFOLIOS).is_dir()
