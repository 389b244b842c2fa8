"""Writing new records into a school: never over something that is there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import layout
from generator.editing._known import Known, read_known, refuse_bad_id, refuse_unknown_learner
from generator.editing._write import write_new
from generator.editing.records import artifact, conference, exhibition, goal, learner
from generator.editing.roster import add_roster_row
from generator.editing.schemas import render_schema, write_schemas
from generator.errors import UsageError
from generator.ids import hint_nearest

SCHEMAS = f"{layout.WORK}/schemas"
"""Where a record's schema is kept for the editor if the school has no `.vscode/settings.json`."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was written: the record's path, and a line on what else was done or is to be done, or ""."""

    path: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """What the office's roster is to say about a new learner."""

    given_name: str = ""
    family_name: str = ""
    display_name: str = ""
    grade: str = ""
    group: str = ""
    adviser: str = ""


def new_learner(root: Path, learner_id: str, day: date, person: Person = Person()) -> Made:
    """Write a learner's profile and, where the office's roster is here, their row.

    Raises UsageError for a bad or taken id, a grade no band holds, or a roster that cannot be read.
    """
    known = read_known(root)
    refuse_bad_id(learner_id, "a learner")
    _refuse_unknown_grade(known, person.grade)
    path = f"{layout.PORTFOLIOS}/{learner_id}/profile.yml"
    if os.path.lexists(root / path):
        raise UsageError(f"{path} exists already, and nothing is ever overwritten. Choose another id, or open that file.")
    text = learner.draft_record(known, day, person.grade or _find_grade(known, learner_id))
    note = _enrol(known, learner_id, person)
    return _write(known, path, "profile", text, note)


def new_goal(root: Path, reference: str, day: date, title: str = "") -> Made:
    """Write a goal; `reference` is `learner/goal`."""
    known, learner_id, record_id = _open(root, reference, "a goal")
    text = goal.draft_record(known, learner_id, record_id, day, title)
    return _write(known, f"{layout.PORTFOLIOS}/{learner_id}/goals/{record_id}.yml", "goal", text)


def new_artifact(root: Path, reference: str, day: date, title: str = "", shared_from: str = "") -> Made:
    """Write a piece of work, or with `shared_from` (`learner/artifact`) one's part in a classmate's."""
    known, learner_id, record_id = _open(root, reference, "an artifact")
    path = f"{layout.PORTFOLIOS}/{learner_id}/artifacts/{record_id}/artifact.yml"
    if not shared_from:
        return _write(known, path, "artifact", artifact.draft_record(known, learner_id, record_id, day, title))
    _refuse_unknown_piece(known, learner_id, shared_from)
    note = f"Your classmate must name you among the makers: add learner_id: {learner_id} in portfolios/{shared_from.replace('/', '/artifacts/', 1)}/artifact.yml"
    return _write(known, path, "artifact", artifact.draft_pointer(known, learner_id, shared_from), note)


def new_conference(root: Path, reference: str, day: date) -> Made:
    """Write a conference; `reference` is `learner/conference`."""
    known, learner_id, record_id = _open(root, reference, "a conference")
    text = conference.draft_record(known, learner_id, day)
    return _write(known, f"{layout.PORTFOLIOS}/{learner_id}/conferences/{record_id}.yml", "conference", text)


def new_exhibition(root: Path, record_id: str, day: date, title: str = "") -> Made:
    """Write an exhibition of the school."""
    known = read_known(root)
    refuse_bad_id(record_id, "an exhibition")
    text = exhibition.draft_record(known, record_id, day, title)
    return _write(known, f"{layout.EXHIBITIONS}/{record_id}.yml", "exhibition", text)


def _open(root: Path, reference: str, what: str) -> tuple[Known, str, str]:
    """Take a reference apart and refuse what cannot be one."""
    known = read_known(root)
    learner_id, slash, record_id = reference.strip("/").partition("/")
    if not slash:
        raise UsageError(f'"{reference}" does not say whose: write LEARNER/ID, for instance ana-r/{learner_id or "river-sensor"}.')
    refuse_bad_id(record_id, what)
    refuse_unknown_learner(known, learner_id)
    return known, learner_id, record_id


def _write(known: Known, path: str, schema: str, text: str, note: str = "") -> Made:
    write_new(known.root, path, _find_schema_line(known, path, schema) + text)
    return Made(path, note)


def _find_schema_line(known: Known, path: str, schema: str) -> str:
    """Give the line that tells an editor the schema, where no settings of the school do."""
    if (known.root / ".vscode" / "settings.json").is_file():
        return ""
    if not (known.root / SCHEMAS / f"{schema}.json").is_file() or (known.root / SCHEMAS / f"{schema}.json").read_text("utf-8") != render_schema(schema):
        write_schemas(known.root, SCHEMAS, (schema,))
    way = "../" * path.count("/")
    return f"# yaml-language-server: $schema={way}{SCHEMAS}/{schema}.json\n"


def _enrol(known: Known, learner_id: str, person: Person) -> str:
    """Add a row to the roster where there is one and it lacks this learner; say what was done."""
    path = f"{known.office}/roster.csv"
    if learner_id in known.roster:
        return f"{path} has a row for this learner already; it was left as it is."
    if not (known.root / path).is_file():
        return "The roster is not here: ask the office to add a row, or nothing of this learner can be shown."
    display = person.display_name or person.given_name
    cells = {
        "learner_id": learner_id, "given_name": person.given_name or display, "family_name": person.family_name, "display_name": display,
        "grade": person.grade, "group": person.group, "adviser": person.adviser, "status": "active", "never_publish": "no",
    }
    add_roster_row(known.root, path, cells)
    missing = [name for name in ("display_name", "family_name", "grade") if not cells[name]]
    still = f" Still to fill in there: {', '.join(missing)}." if missing else ""
    return f"A row was added to {path}.{still} Nothing is public before {known.office}/consent.csv says so."


def _find_grade(known: Known, learner_id: str) -> str:
    row = known.roster.get(learner_id)
    return row.grade if row else ""


def _refuse_unknown_grade(known: Known, grade: str) -> None:
    bands = known.settings.grade_bands
    if grade and bands and known.settings.find_band(grade) is None:
        grades = ", ".join(each for band in bands for each in band.grades)
        raise UsageError(f'No grade band of content/school.yml holds grade "{grade}". It knows: {grades}.')


def _refuse_unknown_piece(known: Known, learner_id: str, shared_from: str) -> None:
    pieces = [
        f"{each.parent.parent.parent.name}/{each.parent.name}"
        for each in sorted((known.root / layout.PORTFOLIOS).glob("*/artifacts/*/artifact.yml"))
    ]
    if shared_from not in pieces:
        raise UsageError(f'There is no piece "{shared_from}". {hint_nearest(shared_from, pieces) or "Write LEARNER/ID of the piece."}')
    if shared_from.startswith(f"{learner_id}/"):
        raise UsageError(f'"{shared_from}" is this learner\'s own piece; a part can only be told of a classmate\'s.')
