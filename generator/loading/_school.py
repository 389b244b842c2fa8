"""A school's folder to a `School`: all that can be read, and a problem for all that cannot."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from generator import layout
from generator.findings import Problem
from generator.ids import is_id, suggest_id
from generator.loading import _office
from generator.loading._learner import LoadedLearner, list_learners, load_learner
from generator.loading._paths import clash_trouble, find_clashes
from generator.loading._records import read_record, read_records
from generator.loading._text import decode_text, read_bytes
from generator.loading._trouble import Trouble
from generator.loading._yaml import parse_yaml
from generator.loading.sources import SourceMap
from generator.model.conference import ConferenceDay
from generator.model.exhibition import Exhibition
from generator.model.graduate_profile import GraduateProfile
from generator.model.office import Consents, OfficeLearner, Rating
from generator.model.planning import Plan, Prompt, Rubric
from generator.model.school import SchoolSettings
from generator.model.units import Unit
from generator.model.whole import School

_FEW = 48
"""Below so many learners starting worker processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading a school's folder.

    `fatal` says that `school.yml`, `graduate_profile.yml` or the roster's header is in error, so
    that every built tree stays as it is; `school` then has empty stand-ins so that every other
    file could be read and checked all the same.
    """

    school: School
    sources: SourceMap
    problems: tuple[Problem, ...]
    fatal: bool = False


def load_school(root: Path, *, jobs: int = 0) -> Loaded:
    """Load a school's folder; never raises on what was written in it.

    `jobs` is the number of worker processes; 0 means as many as there are processors.
    """
    return _Loader(root, jobs).load()


@dataclass(slots=True)
class _Loader:
    root: Path
    jobs: int
    problems: list[Problem] = field(default_factory=list)
    dropped: dict[str, tuple[Unit, ...]] = field(default_factory=dict)
    fatal: bool = False
    office: str = layout.OFFICE

    def load(self) -> Loaded:
        """Read the school's own records, the office's, and then every learner."""
        settings = self.load_needed(SchoolSettings, layout.SCHOOL) or SchoolSettings.model_validate({"name": self.root.name or "School"})
        profile = self.load_needed(GraduateProfile, layout.GRADUATE_PROFILE)
        profile = profile or GraduateProfile.model_validate({"id": "none", "version": "", "title": "", "competencies": ()})
        if settings.office:
            self.office = settings.office.rstrip("/")
        has_office = os.path.isdir(self.root / self.office)
        tables = self.load_tables(settings) if has_office else {}
        school = School(
            settings=settings,
            graduate_profile=profile,
            earlier_profiles={each.version: each for each in self.load_folder(GraduateProfile, layout.EARLIER_PROFILES, any_name=True).values()},
            has_office=has_office,
            office=self.load_folder(OfficeLearner, f"{self.office}/learners"),
            ratings=self.load_ratings(),
            exhibitions=self.load_folder(Exhibition, layout.EXHIBITIONS),
            conference_days=self.load_folder(ConferenceDay, layout.CONFERENCE_DAYS),
            prompts=self.load_list(Prompt, layout.PROMPTS),
            rubrics=self.load_folder(Rubric, layout.RUBRICS),
            plan=self.load_record(Plan, layout.PLAN),
            learners=self.load_learners(settings),
            home=self.load_home(),
            **tables,
        )
        return Loaded(school, SourceMap(self.root, self.dropped), tuple(self.problems), self.fatal)

    def load_needed(self, model: type[Any], path: str) -> Any:
        """Read a record without which nothing can be built."""
        if not os.path.lexists(self.root / path):
            self.add(Trouble("SRC025", "This file is missing; every school needs it.", "`exhibit init` writes one to start from."), path)
            self.fatal = True
            return None
        before = len(self.problems)
        record = self.load_record(model, path)
        self.fatal = self.fatal or any(problem.code != "SRC018" for problem in self.problems[before:])
        return record

    def load_record(self, model: type[Any], path: str) -> Any:
        """Read one record; None where it is absent or held back."""
        return self.read(path, lambda parsed: read_record(model, parsed, path))

    def load_list(self, model: type[Any], path: str) -> tuple[Any, ...]:
        """Read a file that is a list of records."""
        return self.read(path, lambda parsed: read_records(model, parsed, path)) or ()

    def load_folder(self, model: type[Any], folder: str, any_name: bool = False) -> dict[str, Any]:
        """Read every `<id>.yml` of a folder, by id."""
        found: dict[str, Any] = {}
        names = self.list_folder(folder)
        for group in find_clashes(names):
            self.add(clash_trouble(group), f"{folder}/{group[0]}")
        for name in names:
            stem, _, suffix = name.rpartition(".")
            path = f"{folder}/{name}"
            if suffix != "yml":
                self.add(Trouble("SRC027", f'"{name}" stands here but is not read.', f"Records end in .yml: rename it to {(stem or name)}.yml, or take it away."), path)
            elif not any_name and not is_id(stem):
                self.add(Trouble("SRC013", f'"{stem}" is no id: small letters a to z, figures and single hyphens were expected.', f"Rename it, for instance to {suggest_id(stem) or 'record'}.yml."), path)
            elif (record := self.load_record(model, path)) is not None:
                found[stem] = record
        return found

    def load_ratings(self) -> dict[str, tuple[Rating, ...]]:
        """Read the ratings of every learner: one file, or a folder of one file a rater and day."""
        found: dict[str, tuple[Rating, ...]] = {}
        folder = f"{self.office}/ratings"
        for name in self.list_folder(folder):
            path = f"{folder}/{name}"
            if os.path.isdir(self.root / path):
                each = [self.load_list(Rating, f"{path}/{inner}") for inner in self.list_folder(path) if inner.endswith(".yml")]
                found[name] = tuple(rating for ratings in each for rating in ratings)
            elif name.endswith(".yml"):
                learner_id = name.removesuffix(".yml")
                found[learner_id] = (*found.get(learner_id, ()), *self.load_list(Rating, path))
        return found

    def load_tables(self, settings: SchoolSettings) -> dict[str, Any]:
        """Read roster, staff, consent and approvals."""
        order = settings.csv_dates
        path = f"{self.office}/roster.csv"
        roster = self.load_table(path, _office.ROSTER_COLUMNS, _office.ROSTER_OPTIONAL, lambda rows: _office.load_roster(rows, path), needed=True)
        staff = self.load_table(f"{self.office}/staff.csv", _office.STAFF_COLUMNS, (), lambda rows: _office.load_staff(rows, f"{self.office}/staff.csv")) or {}
        return {"roster": roster or {}, "staff": staff, "consents": self.load_consents(order, roster), "approvals": self.load_approvals(order)}

    def load_consents(self, order: str, roster: Mapping[str, Any] | None) -> Consents:
        """Read the consents; trouble with the file as a whole stops every edition but staff.

        Even then the refusals and withdrawals that can be read are kept: they take pages down.
        """
        path = f"{self.office}/consent.csv"
        if not os.path.lexists(self.root / path):
            return Consents()
        try:
            rows = _office.load_rows(self.root, path, _office.CONSENT_COLUMNS, ("giver",))
            _office.refuse_swallowed_rows(rows)
        except Trouble as trouble:
            self.add(_office.refuse_broken_consents(trouble), path)
            return _office.salvage_refusals(self.root / path, order)
        consents, problems = _office.load_consents(rows, path, order, roster)
        self.problems.extend(problems)
        return consents

    def load_approvals(self, order: str) -> tuple[Any, ...]:
        """Read the approvals by record."""
        path = f"{self.office}/approvals.csv"
        return self.load_table(path, _office.APPROVAL_COLUMNS, (), lambda rows: _office.load_approvals(rows, path, order)) or ()

    def load_table(self, path: str, columns: Iterable[str], optional: Iterable[str], then: Callable[[Any], Any], needed: bool = False) -> Any:
        """Read one table; None, with a problem, where that fails."""
        if not os.path.lexists(self.root / path):
            if needed:
                self.add(Trouble("SRC025", "The roster is missing; without it nobody can be shown.", "`exhibit init` writes one to start from."), path)
                self.fatal = True
            return None
        try:
            rows = _office.load_rows(self.root, path, tuple(columns), tuple(optional))
        except Trouble as trouble:
            self.add(trouble, path)
            self.fatal = self.fatal or needed
            return None
        found, problems = then(rows)
        self.problems.extend(problems)
        return found

    def load_home(self) -> str:
        """Read the text of the school's home page, without its front matter."""
        try:
            text = decode_text(read_bytes(self.root / layout.HOME_PAGE))
        except Trouble as trouble:
            if os.path.lexists(self.root / layout.HOME_PAGE):
                self.add(trouble, layout.HOME_PAGE)
            return ""
        if text.startswith("---\n") and "\n---\n" in text[4:]:
            text = text[4:].partition("\n---\n")[2]
        return text.strip()

    def load_learners(self, settings: SchoolSettings) -> dict[str, Any]:
        """Read every learner, in worker processes where there are many."""
        ids = [name for name in list_learners(self.root) if self.is_learner_folder(name)]
        load = partial(load_learner, self.root, limits=_limits(settings), revisions=settings.publishing.approval == "record")
        found: dict[str, Any] = {}
        for loaded in _each(load, ids, self.jobs):
            found[loaded.learner.learner_id] = loaded.learner
            self.problems.extend(loaded.problems)
            self.dropped.update(loaded.dropped)
        return found

    def is_learner_folder(self, name: str) -> bool:
        """Tell whether an entry of `portfolios/` can be a learner; note it where it cannot."""
        path = f"{layout.PORTFOLIOS}/{name}"
        full = self.root / path
        if os.path.islink(full):
            self.add(Trouble("SRC022", "This is a link to another place, and links are not followed.", "Put the folder itself here."), path)
        elif not os.path.isdir(full):
            if name.endswith((".yml", ".yaml")):
                self.add(Trouble("SRC027", f'"{name}" stands here but is not read.', "Every learner has a folder of their own below portfolios/."), path)
        elif not is_id(name):
            self.add(Trouble("SRC013", f'"{name}" is no learner id: small letters a to z, figures and single hyphens were expected.', f"Rename the folder, for instance to {suggest_id(name) or 'ana-r'}."), path)
        else:
            return True
        return False

    def list_folder(self, folder: str) -> list[str]:
        """List the names in a folder in order, without hidden ones."""
        try:
            return sorted(name for name in os.listdir(self.root / folder) if not name.startswith("."))
        except OSError:
            return []

    def read(self, path: str, then: Callable[[Any], Any]) -> Any:
        """Read and parse a file and pass it on; None, with a problem, where that fails."""
        if not os.path.lexists(self.root / path):
            return None
        try:
            read = then(parse_yaml(decode_text(read_bytes(self.root / path))))
        except Trouble as trouble:
            self.add(trouble, path)
            return None
        self.problems.extend(read.problems)
        if read.dropped:
            self.dropped[path] = read.dropped
        return read.record

    def add(self, trouble: Trouble, path: str) -> None:
        """Note a problem of a file."""
        self.problems.append(trouble.at(path))


_LIMIT_UNITS = {
    "picture_mb": ("picture_bytes", 1024 * 1024),
    "picture_mp": ("picture_pixels", 1_000_000),
    "film_mb": ("film_bytes", 1024 * 1024),
    "film_minutes": ("film_seconds", 60),
    "pdf_mb": ("pdf_bytes", 1024 * 1024),
}


def _limits(settings: SchoolSettings) -> dict[str, int]:
    """The school's own limits for media, where it has set any, in the units of `media.get_limits`."""
    asked = settings.media.model_dump()
    return {name: asked[key] * scale for key, (name, scale) in _LIMIT_UNITS.items() if asked[key] is not None}


def _each(load: Callable[[str], LoadedLearner], ids: list[str], jobs: int) -> Iterable[LoadedLearner]:
    """Load learners one after the other or, where there are many, in worker processes; order is kept."""
    workers = jobs or os.cpu_count() or 1
    if workers < 2 or len(ids) < _FEW or os.name == "nt":
        yield from map(load, ids)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("fork" if sys.platform == "linux" else "spawn")) as pool:
        yield from pool.map(load, ids, chunksize=max(1, len(ids) // (workers * 8)))
