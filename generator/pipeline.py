"""The whole program on one screen: load, check, hold back, publish, write.

    content/ + portfolios/ --load_school--> School + SourceMap + problems
        --run_rules--> problems --make_findings--> Report           (`check` stops here)
        --hold_back--> sound School --redact_school--> PublishedView
        --draft_site--> PageDrafts --Shell.wrap--> pages
        --TreeWriter--> a tree beside the old one, swapped in at the end

Removal never waits: whenever a new tree is not put in place, what the consents of the day no
longer allow is first taken out of the old one (FORMATS section 5).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator import layout
from generator.audience.publish import redact_school
from generator.audience.view import PublishedView
from generator.checks._hold import Held
from generator.errors import OutputError, UsageError
from generator.findings import Finding, Summary, count_findings
from generator.model.whole import School
from generator.site.output import Output
from generator.steps.collector import without_collector
from generator.steps.judge import Judged, concerns_learners, find_learners, judge_school
from generator.steps.progress import Progress
from generator.steps.removal import clear_tree

STRICT = "Nothing new was put in place: --strict was asked for and something is held back (see above)."
OFFICE_NOTE = "The office records are not here, so everything that needs the roster, staff, consent or ratings was left out."


@dataclass(frozen=True, slots=True)
class Report:
    """What `check` found. `note` is "" or one line on what was left out for want of office records."""

    findings: tuple[Finding, ...]
    summary: Summary
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build.

    `status` is 0 when done, 1 when something is in error or held back; `message` says in a sentence
    why the tree was left as it was, "" where a new one is in place. `removed` lists what was taken
    out of the old tree at once because its consent is gone.
    """

    edition: str
    out: Path
    pages: int = 0
    changed: int = 0
    held: tuple[Held, ...] = ()
    findings: tuple[Finding, ...] = ()
    summary: Summary = Summary(0, 0, 0)
    removed: tuple[str, ...] = ()
    status: int = 0
    message: str = ""


def check_school(root: Path, day: date, *, learner: str | None = None, group: str | None = None, jobs: int = 0) -> Report:
    """Find everything that is wrong or wanting in a school, for one learner or one group if asked."""
    judged = judge_school(root, day, jobs)
    school = judged.loaded.school
    if learner is None and not school.has_office:
        raise UsageError(f"There is no {layout.OFFICE} here. In a learner's own folder say whom to check: exhibit check --learner ID")
    wanted = find_learners(school, learner, group)
    findings = judged.findings if wanted is None else tuple(each for each in judged.findings if concerns_learners(each, wanted))
    return Report(findings, count_findings(findings), "" if school.has_office else OFFICE_NOTE)


def build_edition(
    root: Path,
    edition: str,
    day: date,
    *,
    learner_id: str | None = None,
    own_view: bool = False,
    out: Path | None = None,
    jobs: int = 0,
    strict: bool = False,
    spared: frozenset[Held] = frozenset(),
    progress: Progress | None = None,
) -> Outcome:
    """Build one edition of a school; publishes what is sound and says what is held back.

    `out` is the folder to write, by default the edition's own. With `strict` nothing new is put in
    place if anything is held back that is not among `spared`. Raises UsageError and OutputError.
    """
    from generator.steps.write import write_tree  # MkDocs takes half a second to import, and a check needs none of it

    say = progress or (lambda stage, done, total: None)
    say("reading", 0, 1)
    judged = judge_school(root, day, jobs)
    school = judged.loaded.school
    if not (school.has_office or own_view):
        raise UsageError(f"There is no {layout.OFFICE} here, and without the roster and the consents nobody can be shown.")
    if learner_id is not None:
        find_learners(school, learner_id, None)
    output = make_output(root, school, edition, out or layout.output_folder(root, edition, learner_id))
    base = Outcome(edition, output.folder, held=judged.held, findings=judged.findings, summary=count_findings(judged.findings))
    stopped = find_stop(judged, edition, strict, spared)
    if stopped:
        return replace(base, status=1, message=stopped, removed=clear_tree(output, school, day))
    try:
        with without_collector():
            view = publish(judged, edition, day, learner_id, own_view)
        tolerated = frozenset((each.path, each.what) for each in spared) if strict else None
        written = write_tree(root, output, view, jobs, tolerated, say)
    except OutputError as error:
        removed = clear_tree(output, school, day)
        raise OutputError(f"{error}{_say_removed(removed)}") from error
    held = tuple(sorted((*judged.held, *(Held(path, reason) for path, reason in written.problems))))
    if not written.placed:
        return replace(base, held=held, status=1, message=STRICT, removed=clear_tree(output, school, day))
    return replace(base, pages=written.pages, changed=written.changed, held=held, status=1 if held or base.summary.errors else 0)


def publish(judged: Judged, edition: str, day: date, learner_id: str | None, own_view: bool) -> PublishedView:
    """Cut an edition: inside the school from all there is, for everybody else from what is sound."""
    inside = edition == "staff" or own_view
    return redact_school(
        judged.loaded.school if inside else judged.sound,
        edition,
        day,
        learner_id=learner_id,
        own_view=own_view,
        sound=judged.sound,
        findings=judged.findings,
    )


def find_stop(judged: Judged, edition: str, strict: bool, spared: frozenset[Held]) -> str:
    """Say why no new tree may be put in place, or ""."""
    if judged.is_fatal:
        return "Nothing was built: there is an error in the school's own settings (see above)."
    if judged.loaded.school.consents.broken and edition != "staff":
        return "Nothing was built: the consent file cannot be trusted as it is (see above)."
    if strict and set(judged.held) - spared:
        return STRICT
    return ""


def _say_removed(removed: tuple[str, ...]) -> str:
    return f" {len(removed)} files whose consent is gone were taken out of the old tree." if removed else ""


def make_output(root: Path, school: School, edition: str, folder: Path) -> Output:
    """Describe an output folder and the folders it must not touch."""
    office = root / (school.settings.office or layout.OFFICE)
    return Output(folder, root, edition, (root / "content", root / layout.PORTFOLIOS, root / "theme", office))
