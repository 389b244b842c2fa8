"""Kinds of value: what was typed means only what its field says; ids, hints and schemas."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.ids import find_nearest, hint_nearest, is_id, is_public_id, new_public_id, suggest_id
from generator.model import _base as base
from generator.model.artifact import Artifact
from generator.model.exhibition import Exhibition
from generator.model.graduate_profile import GraduateProfile
from generator.model.learner import Goal, Profile
from generator.model.office import Rating
from generator.model.school import SchoolSettings
from generator.model.units import unit_of


def _read(kind: Any, typed: object) -> Any:
    return TypeAdapter(kind).validate_python(typed)


@pytest.mark.parametrize("typed", ["no", "on", "12:30", "007", "1e3", "~", "=", ".nan", "2026-10-03", "", " spaced "])
def test_text_stays_what_was_typed(typed: str) -> None:
    """A text field never turns words into something else; a line only loses the space around it."""
    assert str(_read(base.Prose, typed)) == typed
    assert _read(base.Line, typed) == typed.strip()


@pytest.mark.parametrize("typed", [None, [], {}, ["a"], {"en": None}, {"not a tag": "x"}, {"EN": "x"}, 3])
def test_what_is_no_text(typed: object) -> None:
    """A list, nothing, or a map whose keys are no languages is not a text."""
    with pytest.raises(ValidationError):
        _read(base.Prose, typed)


def test_a_text_in_several_languages_chooses_the_first_wanted() -> None:
    """The wanted languages in order, else the first that was written."""
    text = _read(base.Prose, {"es": "Barro", "en": "Mud"})
    assert text.choose(("en", "es")) == ("Mud", "en")
    assert text.choose(("ar",)) == ("Barro", "es")
    assert not _read(base.Prose, {"es": " "})


@pytest.mark.parametrize(("typed", "day"), [("2024-02-29", date(2024, 2, 29)), (" 2026-10-03 ", date(2026, 10, 3))])
def test_a_day(typed: str, day: date) -> None:
    """Year-month-day, and a leap day where there is one."""
    assert _read(base.Day, typed) == day


@pytest.mark.parametrize("typed", ["2024-02-30", "2023-02-29", "0000-01-01", "9999-12-31", "1899-12-31", "2026-1-3", "20261003", "2026-W40-6", "03/04/2026", "", None, 20261003, datetime(2026, 1, 1)])
def test_what_is_no_day(typed: object) -> None:
    """No ambiguous or impossible form is accepted."""
    with pytest.raises(ValidationError):
        _read(base.Day, typed)


def test_a_moment() -> None:
    """A day with a time and without a zone."""
    assert _read(base.Moment, "2026-11-12T17:20") == _read(base.Moment, "2026-11-12 17:20:00") == datetime(2026, 11, 12, 17, 20)
    for typed in ("2026-11-12", "2026-11-12T25:00", "2026-11-12T17:20Z", "2026-11-12T17:20+01:00", "17:20"):
        with pytest.raises(ValidationError):
            _read(base.Moment, typed)


@pytest.mark.parametrize("typed", ["1_000", "0x1F", "1e3", ".nan", "inf", "-1", "", "٣", "9" * 5000, None])
def test_what_is_no_number(typed: object) -> None:
    """A number has figures and nothing else; not-a-number and infinity never are one."""
    for kind in (base.Count, base.Share):
        with pytest.raises(ValidationError):
            _read(kind, typed)


def test_ids() -> None:
    """Small letters, figures, single hyphens, at most 64 characters."""
    assert all(map(is_id, ["a", "ana-r", "2026-11", "x" * 64]))
    assert not any(map(is_id, ["", "Ana", "ana_r", "ana--r", "-a", "a-", "a\n", "x" * 65, "\u0430na", "a b"]))
    assert suggest_id("Ana R.!") == "ana-r" and is_id(suggest_id("Über " * 40)) and suggest_id("!!") == ""
    assert is_public_id("k7f3q2xw") and not is_public_id("../..") and not is_public_id("short") and not is_public_id("k7f3q2xw\n")


def test_new_public_ids_are_free_and_spell_nothing() -> None:
    """Eight letters without vowels, never one that is taken."""
    made: set[str] = set()
    for _ in range(200):
        made.add(new_public_id(made))
    assert len(made) == 200 and all(is_public_id(each) and len(each) == 8 and not set(each) & set("aeiouyl01") for each in made)


def test_hints_name_the_nearest() -> None:
    """A key in another case leaves no doubt; else up to three; else nothing."""
    known = ["audience", "evidence", "summary"]
    assert hint_nearest("Audience", known) == 'Did you mean "audience"?'
    assert hint_nearest("sumary", known) == 'Did you mean "summary"?'
    assert find_nearest("zzz", known) == ()


@pytest.mark.parametrize("model", [Artifact, Profile, Goal, Exhibition, GraduateProfile, Rating, SchoolSettings])
def test_every_record_has_a_schema(model: type[base.Record]) -> None:
    """Editors complete keys and refuse unknown ones from the same models."""
    schema = model.model_json_schema()
    assert schema["additionalProperties"] is False
    assert schema["properties"]


def test_records_are_frozen() -> None:
    """Nobody changes a record after it was read."""
    record = Goal.model_validate({"title": "x", "kind": "habit"})
    with pytest.raises(ValidationError):
        record.title = record.title  # type: ignore[misc]


def test_the_smallest_unit() -> None:
    """An entry of a list goes alone; a maker, a language of the school or any other field takes the record."""
    assert unit_of(Artifact, ("media", 2, "alt")) == ("media", 2)
    assert unit_of(Artifact, ("makers", 0, "learner_id")) is None
    assert unit_of(Artifact, ("title",)) is None
    assert unit_of(Profile, ("supports", "access", 0)) is None
    assert unit_of(SchoolSettings, ("languages", 0)) is None
