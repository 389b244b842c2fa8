"""Load a school, run every rule, and hold back what errors make unsafe or untrue to publish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator import layout
from generator.checks import drop_waived, get_rule, list_rules, make_findings, run_learner_rules, run_school_rules
from generator.checks._hold import Held, hold_back, hold_learners
from generator.errors import UsageError
from generator.findings import Finding, Place, Problem, Severity
from generator.ids import hint_nearest
from generator.loading import Loaded, load_school
from generator.model.whole import School
from generator.site.sources import read_sources
from generator.steps.collector import without_collector
from generator.steps.workers import cut, share_out

_PARCEL = 50
"""Learners whose rules one worker runs in one go; a smaller school is judged in this process."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A loaded school with its findings and what remains of it after holding back."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    sound: School
    held: tuple[Held, ...]

    @property
    def is_fatal(self) -> bool:
        """Whether an error in the school's own settings leaves every tree as it was."""
        errors = (each for each in self.findings if each.severity is Severity.ERROR)
        return self.loaded.fatal or any(each.path in layout.FATAL_FILES for each in errors)


def judge_school(root: Path, day: date, jobs: int = 0) -> Judged:
    """Load a school, run every rule, and hold back what errors make unsafe or untrue to publish."""
    if not layout.is_school(root):
        raise UsageError(f"{root} is no school's folder: there is no {layout.SCHOOL}. Start one with: exhibit init my-school")
    with without_collector():
        loaded = load_school(root, jobs=jobs)
        noticed = [*_look_at_pages(root), *_run_rules(loaded.school, day, jobs)]
    findings = make_findings((*loaded.problems, *noticed), loaded.sources, loaded.school, day)
    noticed = drop_waived(noticed, loaded.school, day)
    problems = (*loaded.problems, *noticed)
    sound, held = hold_back(loaded.school, _places_to_hold(noticed))
    sound = hold_learners(sound, _learners_to_hold(problems))
    unread = {Held(each.place.path, "what cannot be read there") for each in loaded.problems if _is_error(each)}
    return Judged(loaded, findings, sound, tuple(sorted({*held, *unread})))


def _run_rules(school: School, day: date, jobs: int) -> list[Problem]:
    """Run every rule; in a big school worker processes share out the learners and the rules about the whole."""
    list_rules()  # import them once, here, and not once in every worker
    learners = sorted(school.learners)
    parcels = [None, *cut(learners, _PARCEL)]
    found = share_out(partial(_run_parcel, school, day), parcels, jobs if len(learners) > _PARCEL else 1)
    return [problem for problems in found for problem in problems]


def _run_parcel(school: School, day: date, learners: Sequence[str] | None) -> list[Problem]:
    """Run the rules about some learners; None means those about the school as a whole."""
    return run_school_rules(school, day) if learners is None else run_learner_rules(school, day, learners)


def _look_at_pages(root: Path) -> list[Problem]:
    """Notice what lies in `content/pages` and cannot be given to MkDocs."""
    found = []
    for path, sentence in read_sources(root).problems:
        message, _, hint = sentence.partition(". ")
        found.append(Problem("SRC028", f"{message.rstrip('.')}.", hint or "Mend the page, or take it away.", Place(path)))
    return found


def find_learners(school: School, learner: str | None, group: str | None) -> frozenset[str] | None:
    """Find whose findings are asked for; None for everybody. Raises UsageError for ids nobody has."""
    if learner is not None:
        known = {*school.learners, *school.roster}
        if learner not in known:
            raise UsageError(f'There is no learner "{learner}" here. {hint_nearest(learner, known)}'.strip())
        return frozenset({learner})
    if group is not None:
        groups = {row.group for row in school.roster.values() if row.group}
        if group not in groups:
            raise UsageError(f'There is no group "{group}" in the roster. {hint_nearest(group, groups)}'.strip())
        return frozenset(row.learner_id for row in school.roster.values() if row.group == group)
    return None


def concerns_learners(finding: Finding, learners: frozenset[str]) -> bool:
    """Tell whether a finding is about one of these learners or stands in their folder."""
    parts = finding.path.split("/")
    return finding.learner_id in learners or (parts[0] == layout.PORTFOLIOS and len(parts) > 1 and parts[1] in learners)


def _is_error(problem: Problem) -> bool:
    return get_rule(problem.code).severity is Severity.ERROR


def _places_to_hold(problems: Iterable[Problem]) -> list[Place]:
    return [each.held_place for each in problems if _is_error(each)]


def _learners_to_hold(problems: Iterable[Problem]) -> set[str]:
    """Learners whose own row of the roster is in error."""
    return {each.learner_id for each in problems if each.learner_id and each.place.path.endswith("roster.csv") and _is_error(each)}
