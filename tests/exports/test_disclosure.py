"""A disclosure names all that an edition shows, the leave behind each item, and what a build would change."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from generator.audience.lens import Lens
from generator.audience.publish import redact_school
from generator.exports._child import answer_edition, answer_uses, render_child_json, render_child_text
from generator.exports.disclosure import Before, Disclosure, disclose_edition, render_json, render_text
from generator.loading import Loaded
from generator.model.whole import School
from tests.conftest import CONSENT, DAY, SCHOOL, SENSOR

Load = Callable[..., Loaded]
PIECE, HOME = "a/snsr2222/", "portfolios/anaa2222/"


def disclose(school: School, before: Before | None = None, edition: str = "public", day: date = DAY, whose: str | None = None) -> tuple[Lens, Disclosure]:
    """Disclose an edition of a school as the command does."""
    lens = Lens(school, edition, day, whose)
    return lens, disclose_edition(lens, redact_school(school, edition, day, learner_id=whose), before)


@pytest.mark.parametrize("edition", ["public", "onsite"])
def test_everything_shown_has_its_rule(school: Load, edition: str) -> None:
    """Every grant of the view is there once, with the sentence of the resolver; who may not be shown is not."""
    loaded = school().school
    _, found = disclose(loaded, edition=edition)
    view = redact_school(loaded, edition, DAY)
    grants = {grant for each in (*view.pieces.values(), *view.portfolios.values()) for grant in each.grants}
    assert {(each.learner_id, each.item) for person in found.learners for each in person.leave} == grants
    assert {each.address for each in found.places} == {each.address for each in (*view.pieces.values(), *view.portfolios.values())}
    assert all(each.rule == "a guardian g1 said yes on 2026-08-27, until 2027-06-30" for person in found.learners for each in person.leave)
    assert "noa-d" not in {person.learner_id for person in found.learners}


def test_media_with_their_originals_and_who_is_in_them(school: Load) -> None:
    """Staff find the file, and whose face and voice it holds."""
    loaded = school({"portfolios/ana-r/artifacts/river-sensor/artifact.yml": SENSOR.replace("shows: []\ndrafts", "shows: [ana-r, ben-k]\n    voices: [ben-k]\ndrafts")}).school
    piece = next(each for each in disclose(loaded)[1].places if each.address == PIECE)
    first = piece.media[0]
    assert (first.source, first.shows, first.voices) == ("portfolios/ana-r/artifacts/river-sensor/sensor.png", ("ana-r", "ben-k"), ("ben-k",))
    assert len(piece.media) == 2


def test_what_a_build_would_change(school: Load) -> None:
    """New leave and pages are named, and what is gone with the reason, against the grants of the built tree."""
    taken = CONSENT.replace("ana-r,web,work name words face voice,yes,guardian,2026-08-27,2027-06-30,v1,,g1", "ana-r,web,work name words face voice,yes,guardian,2026-08-27,2027-06-30,v1,2026-10-30,g1")
    before = {"index.html": (("ana-r", "work"),), f"{PIECE}index.html": (("ana-r", "work"), ("ana-r", "name")), f"{HOME}index.html": (("ana-r", "work"),), f"{PIECE}1-400.webp": (("ana-r", "work"),)}
    changes = disclose(school({"content/office/consent.csv": taken}).school, before)[1].changes
    assert changes is not None
    assert {(each.learner_id, each.item) for each in changes.added} == {("ben-k", "work"), ("ben-k", "name"), ("ben-k", "words")}
    assert [(each.item, each.rule) for each in changes.removed] == [("work", "a guardian g1 took it back on 2026-10-30"), ("name", "a guardian g1 took it back on 2026-10-30")]
    assert [each.address for each in changes.places_added] == ["portfolios/benn2222/"]
    assert [(each.address, each.learners) for each in changes.places_removed] == [(HOME, ("ana-r",))]


def test_gone_though_the_consent_holds(school: Load) -> None:
    """Where something else took an item away, the consent is not blamed."""
    before = {f"{PIECE}index.html": (("ana-r", "face"),)}
    changes = disclose(school().school, before)[1].changes
    assert changes is not None and "consent still holds" in changes.removed[0].rule


def test_nothing_changes_against_its_own_tree(school: Load) -> None:
    """A tree built from the same view has nothing added and nothing gone."""
    _, found = disclose(school().school)
    built = {f"{place.address}index.html": tuple((each.learner_id, each.item) for each in place.leave) for place in found.places}
    changes = disclose(school().school, built)[1].changes
    assert changes is not None and not (changes.added or changes.removed or changes.places_added or changes.places_removed)
    assert "change nothing" in render_text([disclose(school().school, built)[1]])


def test_the_json_is_stable(school: Load) -> None:
    """The keys are those that the module documents; the same school gives the same bytes."""
    loaded = school().school
    text = render_json([disclose(loaded)[1]], DAY)
    assert text == render_json([disclose(loaded)[1]], DAY)
    found = json.loads(text)
    assert list(found) == ["format", "day", "editions"] and found["format"] == "exhibit-disclosure-1" and found["day"] == "2026-11-01"
    edition = found["editions"][0]
    assert list(edition) == ["edition", "learners", "places", "changes"] and edition["changes"] is None
    assert list(edition["learners"][0]) == ["learner_id", "shown_as", "portfolio", "leave"]
    assert list(edition["learners"][0]["leave"][0]) == ["learner_id", "item", "rule"]
    assert list(edition["places"][0]) == ["address", "kind", "title", "made_on", "leave", "media"]
    assert list(edition["places"][0]["media"][0]) == ["number", "kind", "source", "shows", "voices"]


def answer(school: School, learner_id: str, edition: str = "public", whose: str | None = None) -> str:
    """Answer a parent in sentences."""
    lens, found = disclose(school, edition=edition, whose=whose)
    return render_child_text(learner_id, "", DAY, [answer_edition(found, lens, school, learner_id)], answer_uses(lens, learner_id))


def test_a_parents_question(school: Load) -> None:
    """What is shown, where, what is allowed and not used, and what is refused, each with its reason."""
    text = answer(school().school, "ana-r")
    assert 'We show the name, printed as "Ana R.": a guardian g1 said yes' in text
    assert "We may show the face (a guardian g1 said yes on 2026-08-27, until 2027-06-30), but nothing there shows it now." in text
    assert f"{PIECE}  How muddy is our river: the work, the name, the child's own sentences" in text
    assert "The press: nothing is allowed." in text


def test_what_is_not_shown_and_why(school: Load) -> None:
    """A refusal, an audience and never_publish are each named."""
    small = school({"portfolios/ana-r/artifacts/river-sensor/artifact.yml": SENSOR.replace("audience: public", "audience: family")}).school
    assert "ana-r/river-sensor  How muddy is our river: its audience is family" in answer(small, "ana-r")
    nobody = answer(school().school, "noa-d")
    assert "Nothing of this child is shown." in nobody and "We do not show the work: the roster says never_publish." in nobody
    closed = school({"content/school.yml": SCHOOL.replace("faces: with-consent", "faces: none")}).school
    assert "We do not show the face: the school shows no faces." in answer(closed, "ana-r")


def test_a_pointer_is_answered_as_ones_own(school: Load) -> None:
    """A co-maker's part in a shared piece is found by the pointer."""
    taken = CONSENT.replace("ben-k,web,work name words", "ben-k,web,name words")
    assert "ben-k/our-sensor  How muddy is our river: there is no record, and no record means no" in answer(school({"content/office/consent.csv": taken}).school, "ben-k")


def test_the_familys_own_copy(school: Load) -> None:
    """It says of itself that it is the family's."""
    text = answer(school().school, "ana-r", "family", "ana-r")
    assert "In the family's own copy" in text and "this is the learner's own family copy" in text


def test_the_answer_as_json(school: Load) -> None:
    """The keys are those that the module documents."""
    loaded = school().school
    lens, found = disclose(loaded)
    answered = json.loads(render_child_json("ana-r", DAY, [answer_edition(found, lens, loaded, "ana-r")], answer_uses(lens, "ana-r")))
    assert list(answered) == ["format", "day", "learner_id", "editions", "other_uses"]
    assert list(answered["editions"][0]) == ["edition", "shown_as", "portfolio", "items", "places", "not_shown", "changes"]
    assert [each["item"] for each in answered["editions"][0]["items"]] == ["work", "name", "face", "voice", "words"]
