"""A canary in every text of every record: what may not be public is nowhere in the public view.

The records are filled by walking the models, so a field added tomorrow is tested tomorrow. What may be
public is said by the ceilings in the models (`x-ceiling`) and, for fields that carry none, by the list
below, taken from FORMATS sections 2 and 4; every other field is family at the most.
"""

from __future__ import annotations

import types
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import PlainValidator
from pydantic.fields import FieldInfo

from generator.audience.publish import redact_school
from generator.audience.view import PublishedView
from generator.model._base import Record
from generator.model.artifact import Artifact, Pointer
from generator.model.conference import Conference, ConferenceDay
from generator.model.exhibition import Exhibition
from generator.model.graduate_profile import GraduateProfile
from generator.model.learner import Goal, Profile, Reply
from generator.model.medium import MediumFacts
from generator.model.office import ITEMS, ConsentRow, Consents, OfficeLearner, Rating, RosterRow, StaffRow
from generator.model.planning import Plan, Prompt, Rubric
from generator.model.school import SchoolSettings
from generator.model.whole import Learner, School
from tests.conftest import list_words

PUBLIC = {
    "artifact.makers.role", "artifact.makers.contribution", "artifact.media.link",
    "profile.inks.pair",  # the look of the portfolio; why it was chosen is not public
    "exhibition.title", "exhibition.big_question", "exhibition.statement",
    "roster.display_name",
}
"""Fields without a ceiling of their own that the web may show."""

WORDS = {
    "learner_id": "ana-r", "by": "k-ortiz", "artifact": "ana-r/piece", "indicator": "communicator/adapts", "level": "proficient",
    "station": "gym/g1", "presenters": "ana-r", "shows": "ana-r", "voices": "ana-r", "session": "opening", "goal": "present", "goals": "present",
    "file": "sensor.png", "captions": "talk.vtt", "transcript": "talk.md", "cover": "ana-r/piece", "rater": "k-ortiz", "evidence": "ana-r/piece",
    "adviser": "k-ortiz", "staff_id": "k-ortiz", "told_to": "k-ortiz", "moved_to": "hall",
}
VALUES: dict[str, Any] = {"_parse_day": "2026-10-03", "_parse_moment": "2026-11-12T17:20", "_parse_yes": "yes", "_parse_count": "3", "_parse_share": "0.5", "_parse_public_id": "abcd2345"}


def fill(model: type[Record], path: str, open_: set[str], inherited: bool | None = None) -> dict[str, Any]:
    """A tree for a model in which every text is a canary named by its path; adds the paths that may be public to `open_`."""
    tree: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        key = info.alias or name
        here = f"{path}.{name.rstrip('_')}"
        ceiling = _ceiling(info)
        may = ceiling == "public" if ceiling else inherited
        tree[key] = _value(_full_type(info), name.rstrip("_"), here, open_, may)
    return tree


def _ceiling(info: FieldInfo) -> str | None:
    extra = info.json_schema_extra
    return str(extra["x-ceiling"]) if isinstance(extra, dict) and "x-ceiling" in extra else None


def _full_type(info: FieldInfo) -> Any:
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def _value(kind: Any, name: str, path: str, open_: set[str], may: bool | None) -> Any:
    if get_origin(kind) is Annotated:
        inner, *more = get_args(kind)
        reader = next((each.func.__name__ for each in more if isinstance(each, PlainValidator)), "")
        return _leaf(reader, name, path, open_, may) if reader else _value(inner, name, path, open_, may)
    if get_origin(kind) in (Union, types.UnionType):
        return _value(next(each for each in get_args(kind) if each is not type(None)), name, path, open_, may)
    if get_origin(kind) is tuple:
        return [_value(get_args(kind)[0], name, path, open_, may)]
    if get_origin(kind) is dict:
        return {_value(get_args(kind)[0], "key", f"{path}.key", open_, False): _value(get_args(kind)[1], name, path, open_, may)}
    if get_origin(kind) is Literal:
        return "public" if name == "audience" else "first" if name in ("public", "onsite", "family") else get_args(kind)[0]
    if isinstance(kind, type) and issubclass(kind, Record):
        return fill(kind, path, open_, may)
    return f"canary {path}"


def _leaf(reader: str, name: str, path: str, open_: set[str], may: bool | None) -> Any:
    if reader in VALUES:
        return VALUES[reader]
    if reader in ("_parse_id", "_parse_reference", "_parse_key"):
        return WORDS.get(name, "proficient" if name == "key" else "some-id")
    if name in WORDS:
        return WORDS[name]
    if may or (may is None and path in PUBLIC) or path in PUBLIC:
        open_.add(path)
    return f"canary {path}"


@cache
def make_view(edition: str) -> tuple[PublishedView, frozenset[str]]:
    """One edition of a school of canaries in which everything is consented to, with the paths that may be public."""
    open_: set[str] = set()

    def make(model: type[Any], path: str, **more: Any) -> Any:
        return model.model_validate({**fill(model, path, open_), **more})

    profile = GraduateProfile.model_validate({
        "id": "p", "version": "1", "title": "T", "levels": [{"id": "proficient", "title": "Proficient"}],
        "competencies": [{"id": "communicator", "title": "C", "kind": "habit", "indicators": [{"id": "adapts", "title": "A"}]}],
    })
    settings = SchoolSettings.model_validate({"name": "S", "publishing": {"names": {"public": "first", "onsite": "first", "family": "first"}, "faces": "with-consent"}})
    folder = "portfolios/ana-r/artifacts/piece"
    ana = Learner(
        "ana-r", make(Profile, "profile", public_id="anaa2222"), {"present": make(Goal, "goal")},
        {"piece": _show_alt(make(Artifact, "artifact", public_id="snsr2222", work_mode="team"))}, {}, {"2026-11": make(Conference, "conference")}, (make(Reply, "reply"),),
        {f"{folder}/sensor.png": MediumFacts("picture", 9), "portfolios/ana-r/sensor.png": MediumFacts("picture", 9)}, {f"{folder}/talk.md": "words of a talk"},
    )
    pointer = make(Pointer, "pointer", shared_from="ana-r/piece")
    ben = Learner("ben-k", make(Profile, "profile", public_id="benn2222"), {"present": make(Goal, "goal")}, {}, {"ours": pointer})
    roster = {who: make(RosterRow, "roster", learner_id=who, never_publish="no") for who in ("ana-r", "ben-k")}
    rows = tuple(
        ConsentRow(learner_id=who, use=use, items=ITEMS, answer="yes", given_by_role="guardian", given_on=date(2026, 8, 1), until=date(2027, 6, 30), notice_version="canary consent.notice", giver="canary consent.giver")  # type: ignore[arg-type]
        for who in roster for use in ("web", "onsite", "families")
    )
    school = School(
        settings, profile, roster=roster, staff={"k-ortiz": make(StaffRow, "staff")}, consents=Consents(rows=rows),
        office={"ana-r": make(OfficeLearner, "office")}, ratings={"ana-r": (make(Rating, "rating"),)},
        exhibitions={"fall": make(Exhibition, "exhibition")}, conference_days={"d": make(ConferenceDay, "conference_day")},
        prompts=(make(Prompt, "prompt"),), rubrics={"r": make(Rubric, "rubric")}, plan=make(Plan, "plan"),
        learners={"ana-r": ana, "ben-k": ben}, home="Welcome",
    )
    return redact_school(school, edition, date(2026, 11, 1), learner_id="ana-r" if edition == "family" else None), frozenset(open_)


def _show_alt(record: Artifact) -> Artifact:
    """Media that are no decoration and no link, so that what is said of them is shown; a second one is a link."""
    medium = record.media[0]
    file = medium.model_copy(update={"decorative": False, "link": None})
    return record.model_copy(update={"media": (file, medium)})


def _canaries(view: PublishedView) -> set[str]:
    return {piece.split(" ")[0].rstrip(".,") for word in list_words(view) for piece in word.split("canary ")[1:]}


def test_no_word_above_its_ceiling_is_public() -> None:
    """Of all canaries only those that may be public are in the public view."""
    view, open_ = make_view("public")
    assert view.pieces and view.portfolios and view.exhibitions
    assert _canaries(view) - open_ == set()


def test_what_may_be_public_is_there() -> None:
    """The canaries sing: with every consent given, what a learner made public is shown."""
    found = _canaries(make_view("public")[0])
    assert {
        "artifact.title", "artifact.summary", "artifact.question", "artifact.made_of", "artifact.subjects", "artifact.label.statement",
        "artifact.media.alt", "artifact.drafts.changed", "artifact.evidence.because", "artifact.reflection.answers", "artifact.help_used.kept",
        "pointer.contribution", "pointer.evidence.because", "profile.about_me", "profile.strengths.text", "profile.languages.name", "exhibition.title", "roster.display_name",
    } <= found


def test_staff_notes_and_unreleased_ratings_are_nobody_elses() -> None:
    """What the office writes is in no view at all; the on-site view adds rooms and programme and no more of a learner."""
    office = ("office.", "staff.email", "roster.given", "roster.family_name", "roster.cohort", "consent.", "reply.", "plan.", "rubric.")
    for edition in ("public", "onsite", "family"):
        assert not [each for each in _canaries(make_view(edition)[0]) if each.startswith(office)]
    public, onsite = _canaries(make_view("public")[0]), _canaries(make_view("onsite")[0])
    assert {each.partition(".")[0] for each in onsite - public} <= {"exhibition", "staff"}


def test_private_words_reach_the_own_family() -> None:
    """Goals, supports, feedback, conferences: the own family's copy has them, so the test above looks at real words."""
    found = _canaries(make_view("family")[0])
    assert {"goal.title", "profile.supports.access", "artifact.feedback.next", "artifact.impact", "conference.place", "profile.family_says.text", "artifact.mentor_note.text"} <= found
