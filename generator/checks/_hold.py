"""Holding back: a school without what errors make unsafe or untrue to publish (FORMATS section 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator import layout
from generator.findings import Field, Place
from generator.model._base import Record
from generator.model.units import unit_of
from generator.model.whole import Learner, School


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """Something that is held back, in words for the one who publishes."""

    path: str
    what: str


def hold_back(school: School, places: Iterable[Place]) -> tuple[School, tuple[Held, ...]]:
    """Leave out of a school the smallest unit around each place; say what was left out.

    A place in the roster, or the folder of a learner itself, holds back the whole learner.
    """
    fields: dict[str, list[Field]] = defaultdict(list)
    for place in places:
        fields[place.path].append(place.field)
    held: list[Held] = []
    learners = dict(school.learners)
    for path in sorted(fields):
        parts = path.split("/")
        if parts[0] == layout.PORTFOLIOS and len(parts) > 1 and parts[1] in learners:
            learners[parts[1]] = _hold_in_learner(learners[parts[1]], parts[2:], fields[path], path, held)
    found = replace(school, learners={key: each for key, each in learners.items() if each is not None})
    shows = _hold_records(school.exhibitions, layout.EXHIBITIONS, fields, held)
    return replace(found, exhibitions=shows), tuple(sorted(set(held)))


def hold_learners(school: School, learner_ids: Iterable[str]) -> School:
    """Leave whole learners out, as an error in their roster row asks; they cannot be shown or named."""
    gone = set(learner_ids)
    return replace(school, roster={key: row for key, row in school.roster.items() if key not in gone}) if gone else school


def _hold_in_learner(learner: Learner | None, parts: list[str], ways: list[Field], path: str, held: list[Held]) -> Learner | None:
    """Leave something out of a learner's records; None where it is the learner as a whole."""
    if learner is None or not parts or parts == [""]:
        held.append(Held(path, "the learner's portfolio"))
        return None
    if parts[0] == "profile.yml" and learner.profile is not None:
        return replace(learner, profile=_hold_in_record(learner.profile, ways, path, "the profile", held))
    if parts[0] == "replies.yml":
        gone = {way[0] for way in ways if way}
        held.append(Held(path, "a reply"))
        return replace(learner, replies=tuple(each for at, each in enumerate(learner.replies) if gone and at not in gone))
    if parts[0] in ("goals", "conferences") and len(parts) == 2:
        records = dict(getattr(learner, parts[0]))
        return replace(learner, **{parts[0]: _hold_in_map(records, parts[1].removesuffix(".yml"), ways, path, f"this {parts[0][:-1]}", held)})
    if parts[0] == "artifacts" and len(parts) > 1:
        return _hold_artifact(learner, parts[1], ways if parts[2:] == ["artifact.yml"] else [()], path, held)
    return learner


def _hold_artifact(learner: Learner, artifact_id: str, ways: list[Field], path: str, held: list[Held]) -> Learner:
    for name in ("artifacts", "pointers"):
        records: Mapping[str, Any] = getattr(learner, name)
        if artifact_id in records:
            return replace(learner, **{name: _hold_in_map(dict(records), artifact_id, ways, path, "this piece", held)})
    return learner


def _hold_in_map(records: dict[str, Any], key: str, ways: list[Field], path: str, what: str, held: list[Held]) -> dict[str, Any]:
    if key in records:
        left = _hold_in_record(records[key], ways, path, what, held)
        if left is None:
            del records[key]
        else:
            records[key] = left
    return records


def _hold_records(records: Mapping[str, Any], folder: str, fields: Mapping[str, list[Field]], held: list[Held]) -> dict[str, Any]:
    left: dict[str, Any] = {}
    for key, record in records.items():
        path = f"{folder}/{key}.yml"
        kept = _hold_in_record(record, fields[path], path, "this exhibition", held) if path in fields else record
        if kept is not None:
            left[key] = kept
    return left


def _hold_in_record(record: Record, ways: Iterable[Field], path: str, what: str, held: list[Held]) -> Any:
    """Leave entries out of a record; None where the record itself must go."""
    units = {unit_of(type(record), way) for way in ways}
    if units == {None} and all(way[:1] == ("photo",) for way in ways):
        held.append(Held(path, "the photo"))
        return record.model_copy(update={"photo": None})
    if None in units:
        held.append(Held(path, what))
        return None
    gone: dict[str, set[int]] = defaultdict(set)
    for name, index in (unit for unit in units if unit):
        gone[name].add(index)
        held.append(Held(path, f"{name}, entry {index + 1}"))
    update = {name: tuple(each for at, each in enumerate(getattr(record, _attribute(record, name))) if at not in indexes) for name, indexes in gone.items()}
    return record.model_copy(update={_attribute(record, name): value for name, value in update.items()})


def _attribute(record: Record, key: str) -> str:
    """The attribute behind a key of the file, where Python keeps the word for itself."""
    return next((name for name, info in type(record).model_fields.items() if info.alias == key), key)
