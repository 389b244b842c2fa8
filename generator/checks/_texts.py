"""The words of a learner that may go beyond the family: one walk, shared by all privacy rules.

Which field may go public is declared once, in the model, as its ceiling (`shown` of `model/_base`).
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from generator.checks._memo import remember_last
from generator.checks._places import file_path, piece_path, profile_path
from generator.checks._reach import BEYOND_FAMILY, shown_pieces
from generator.findings import Field
from generator.model._base import Record, Text
from generator.model.whole import Learner, School


class Words(NamedTuple):
    """Words that may go public, and where they stand; `file` names a transcript or captions."""

    path: str
    field: Field
    words: str
    file: str = ""


class PublicWords(NamedTuple):
    """All words of a learner that may go public: by place, in one string, and each word once.

    `unique` holds the words without the punctuation around them: a first look costs one comparison
    of sets, and most learners need no second one.
    """

    entries: tuple[Words, ...]
    whole: str
    unique: frozenset[str]


@remember_last
def public_words(school: School, learner: Learner) -> PublicWords:
    """Collect the words of a learner's records whose ceiling is public and whose audience goes beyond the family."""
    entries: list[Words] = []
    _add_profile(entries, learner)
    shown = shown_pieces(school, learner)
    for artifact_id, piece in learner.artifacts.items():
        if artifact_id in shown:
            path = piece_path(learner.learner_id, artifact_id)
            _add_record(entries, path, (), piece, "public")
            _add_texts(entries, learner, artifact_id, path)
    for artifact_id, pointer in learner.pointers.items():
        if pointer.audience in BEYOND_FAMILY:
            _add_record(entries, piece_path(learner.learner_id, artifact_id), (), pointer, "public")
    whole = "\n\n".join(words.words for words in entries)
    return PublicWords(tuple(entries), whole, frozenset([word if word.isalpha() else word.strip(_AROUND) for word in set(whole.split())]))


_AROUND = ".,;:!?()[]{}<>\"'`*_“”‘’«»„…-–—/|"


def _add_profile(found: list[Words], learner: Learner) -> None:
    """Add the words of a profile; an entry may ask for less than the profile, never for more."""
    profile = learner.profile
    if profile is None:
        return
    path = profile_path(learner.learner_id)
    if profile.audience in BEYOND_FAMILY:
        _add_record(found, path, (), profile, "family")
    if profile.photo and profile.photo.alt and profile.photo.audience in BEYOND_FAMILY:
        found.append(Words(path, ("photo", "alt"), str(profile.photo.alt)))


def _add_texts(found: list[Words], learner: Learner, artifact_id: str, path: str) -> None:
    """Add the words of captions and transcripts that a piece names."""
    for index, medium in enumerate(learner.artifacts[artifact_id].media):
        for key, name in (("captions", medium.captions), ("transcript", medium.transcript)):
            words = learner.texts.get(file_path(learner.learner_id, artifact_id, name)) if name else None
            if words:
                found.append(Words(path, ("media", index, key), words, name or ""))


def _add_record(found: list[Words], path: str, field: Field, record: Record, ceiling: str) -> None:
    for name, alias, explicit in _list_public_fields(type(record), ceiling):
        value = getattr(record, name)
        if value:
            _add_value(found, path, (*field, alias), value, explicit)


def _add_value(found: list[Words], path: str, field: Field, value: Any, explicit: bool) -> None:
    kind = type(value)
    if kind is Text:
        words = value.by_language[0][1] if len(value.by_language) == 1 else str(value)
        found.append(Words(path, field, words))
    elif kind is str:
        if explicit:
            found.append(Words(path, field, value))
    elif kind is tuple:
        for index, entry in enumerate(value):
            _add_value(found, path, (*field, index), entry, explicit)
    elif kind is dict:
        for key, entry in value.items():
            _add_value(found, path, (*field, key), entry, explicit)
    elif isinstance(value, Record) and (not _has_audience(kind) or value.audience is None or value.audience in BEYOND_FAMILY):
        _add_record(found, path, field, value, "public")


@cache
def _has_audience(model: type[Record]) -> bool:
    return "audience" in model.model_fields


@cache
def _list_public_fields(model: type[Record], ceiling: str) -> tuple[tuple[str, str, bool], ...]:
    """List the fields of a record whose ceiling is public: name, key in the file, declared there or not.

    A field without a ceiling of its own takes that of what it stands in. Ids and file names are
    plain strings without a declared ceiling, so they are no words.
    """
    found = []
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra
        own = extra.get("x-ceiling") if isinstance(extra, dict) else None
        if (own or ceiling) == "public" and (own or _may_hold_text(info.annotation)):
            found.append((name, info.alias or name, own == "public"))
    return tuple(found)


def _may_hold_text(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, (Text, Record))
    return any(_may_hold_text(inner) for inner in getattr(annotation, "__args__", ()))
