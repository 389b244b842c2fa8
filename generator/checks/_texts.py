"""The words of a learner that may go beyond the family: one walk, shared by all privacy rules.

Which field may go public is declared once, in the model, as its ceiling (`shown` of `model/_base`).
"""

from __future__ import annotations

from collections.abc import Iterator
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
    """All words of a learner that may go public, by place and in one string for a first look."""

    entries: tuple[Words, ...]
    whole: str


@remember_last
def public_words(school: School, learner: Learner) -> PublicWords:
    """Collect the words of a learner's records whose ceiling is public and whose audience goes beyond the family."""
    entries = tuple(words for words in _walk(school, learner) if words.words)
    return PublicWords(entries, "\n\n".join(words.words for words in entries))


def _walk(school: School, learner: Learner) -> Iterator[Words]:
    yield from _walk_profile(learner)
    shown = shown_pieces(school, learner)
    for artifact_id in learner.artifacts:
        if artifact_id in shown:
            piece = learner.artifacts[artifact_id]
            path = piece_path(learner.learner_id, artifact_id)
            yield from _walk_record(path, (), piece, "public")
            yield from _walk_texts(learner, artifact_id, path)
    for artifact_id, pointer in learner.pointers.items():
        if pointer.audience in BEYOND_FAMILY:
            yield from _walk_record(piece_path(learner.learner_id, artifact_id), (), pointer, "public")


def _walk_profile(learner: Learner) -> Iterator[Words]:
    profile = learner.profile
    if profile is None:
        return
    path = profile_path(learner.learner_id)
    for words in _walk_record(path, (), profile, "family"):
        # an entry with an audience of its own was judged by it in `_walk_record`
        if profile.audience in BEYOND_FAMILY:
            yield words
    if profile.photo and profile.photo.alt and profile.photo.audience in BEYOND_FAMILY:
        yield Words(path, ("photo", "alt"), str(profile.photo.alt))


def _walk_texts(learner: Learner, artifact_id: str, path: str) -> Iterator[Words]:
    """Give the words of captions and transcripts that a piece names."""
    for index, medium in enumerate(learner.artifacts[artifact_id].media):
        for key in ("captions", "transcript"):
            name = getattr(medium, key)
            words = learner.texts.get(file_path(learner.learner_id, artifact_id, name)) if name else None
            if words:
                yield Words(path, ("media", index, key), words, name)


def _walk_record(path: str, field: Field, record: Record, ceiling: str) -> Iterator[Words]:
    for name, alias, inner, explicit in _list_public_fields(type(record), ceiling):
        value = getattr(record, name)
        if value:
            yield from _walk_value(path, (*field, alias), value, inner, explicit)


def _walk_value(path: str, field: Field, value: Any, ceiling: str, explicit: bool) -> Iterator[Words]:
    if isinstance(value, Text):
        yield Words(path, field, str(value))
    elif isinstance(value, str):
        if explicit:
            yield Words(path, field, value)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _walk_value(path, (*field, index), entry, ceiling, explicit)
    elif isinstance(value, Record):
        own = getattr(value, "audience", None)
        if own is None or own in BEYOND_FAMILY:
            yield from _walk_record(path, field, value, ceiling)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _walk_value(path, (*field, key), entry, ceiling, explicit)


@cache
def _list_public_fields(model: type[Record], ceiling: str) -> tuple[tuple[str, str, str, bool], ...]:
    """List the fields of a record whose ceiling is public: name, key in the file, ceiling, declared or not.

    A field without a ceiling of its own takes that of what it stands in. Ids and file names are
    plain strings without a declared ceiling, so they are no words.
    """
    found = []
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra
        own = extra.get("x-ceiling") if isinstance(extra, dict) else None
        if (own or ceiling) == "public" and (own or _may_hold_text(info.annotation)):
            found.append((name, info.alias or name, "public", own == "public"))
    return tuple(found)


def _may_hold_text(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, (Text, Record))
    return any(_may_hold_text(inner) for inner in getattr(annotation, "__args__", ()))
