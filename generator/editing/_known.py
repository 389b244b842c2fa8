"""The few records of a school that writing needs: settings, skills, roster, prompts.

What cannot be read is left out without a word here: `exhibit check` is the one to say what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator import layout
from generator.editing.place import refuse_elsewhere
from generator.errors import UsageError
from generator.ids import hint_nearest, is_id, suggest_id
from generator.loading import _office
from generator.loading._records import Read, read_record, read_records
from generator.loading._text import decode_text, read_bytes
from generator.loading._trouble import Trouble
from generator.loading._yaml import parse_yaml
from generator.model.graduate_profile import GraduateProfile
from generator.model.office import RosterRow
from generator.model.planning import Prompt
from generator.model.school import SchoolSettings

SHIPPED = Path(__file__).parent / "starter_school"
"""The files that a new school starts from; its prompts serve every school that has none of its own."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a school before something is written into it."""

    root: Path
    settings: SchoolSettings
    profile: GraduateProfile | None = None
    roster: Mapping[str, RosterRow] = field(default_factory=dict)
    prompts: tuple[Prompt, ...] = ()
    shipped: tuple[Prompt, ...] = ()

    @property
    def office(self) -> str:
        """The folder of the office records, relative to the school's."""
        return self.settings.office.rstrip("/") or layout.OFFICE

    @property
    def language(self) -> str:
        """The school's first language."""
        return self.settings.languages[0] if self.settings.languages else "en"

    def list_learners(self) -> tuple[str, ...]:
        """List every learner that has a folder or a row in the roster."""
        folder = self.root / layout.PORTFOLIOS
        folders = [entry.name for entry in folder.iterdir() if is_id(entry.name) and entry.is_dir()] if folder.is_dir() else []
        return tuple(sorted({*folders, *self.roster}))


def read_known(root: Path) -> Known:
    """Read what writing needs; raises UsageError where the folder holds no school."""
    refuse_elsewhere(root)
    settings = _read(root, layout.SCHOOL, SchoolSettings) or SchoolSettings.model_validate({"name": root.name or "School"})
    known = Known(root, settings, _read(root, layout.GRADUATE_PROFILE, GraduateProfile))
    return Known(
        root, settings, known.profile, _read_roster(root, f"{known.office}/roster.csv"),
        _read_prompts(root, layout.PROMPTS), _read_prompts(SHIPPED, layout.PROMPTS),
    )


def refuse_bad_id(text: str, what: str) -> None:
    """Raise UsageError, with the nearest good one, where a text is no id."""
    if is_id(text):
        return
    better = suggest_id(text)
    hint = f' Did you mean "{better}"?' if better else ' For instance "river-sensor".'
    raise UsageError(f'"{text}" cannot be the id of {what}: small letters a to z, figures and single hyphens, at most 64 characters.{hint}')


def refuse_unknown_learner(known: Known, learner_id: str) -> None:
    """Raise UsageError, with the nearest ones, where nobody at the school has an id."""
    learners = known.list_learners()
    if learner_id in learners:
        return
    hint = hint_nearest(learner_id, learners) or f"Add the learner first: exhibit new learner {suggest_id(learner_id) or 'ana-r'}"
    raise UsageError(f'There is no learner "{learner_id}" in the roster or in {layout.PORTFOLIOS}/. {hint}')


def _read(root: Path, path: str, model: type[Any]) -> Any:
    read = _parse(root, path, lambda parsed: read_record(model, parsed, path))
    return read.record if read else None


def _read_prompts(root: Path, path: str) -> tuple[Prompt, ...]:
    read = _parse(root, path, lambda parsed: read_records(Prompt, parsed, path))
    return (read.record or ()) if read else ()


def _parse(root: Path, path: str, then: Any) -> Read | None:
    if not (root / path).is_file():
        return None
    try:
        read: Read = then(parse_yaml(decode_text(read_bytes(root / path))))
    except Trouble:
        return None
    return read


def _read_roster(root: Path, path: str) -> dict[str, RosterRow]:
    if not (root / path).is_file():
        return {}
    try:
        rows = _office.load_rows(root, path, _office.ROSTER_COLUMNS, _office.ROSTER_OPTIONAL)
    except Trouble:
        return {}
    return _office.load_roster(rows, path)[0]
