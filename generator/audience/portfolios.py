"""A learner's portfolio home for one edition: what may be said of the learner, and which pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.audience.lens import Lens
from generator.audience.media import redact_photo
from generator.audience.pieces import Piece
from generator.audience.view import (
    Grant,
    Said,
    ShownCheckIn,
    ShownConference,
    ShownGoal,
    ShownLine,
    ShownPortfolio,
    ShownWork,
)
from generator.model.conference import Conference
from generator.model.learner import AUDIENCES, DatedText, Goal, Profile
from generator.model.whole import Learner


def redact_portfolio(lens: Lens, learner: Learner, public_id: str, pieces: tuple[tuple[Piece, str], ...]) -> ShownPortfolio | None:
    """Shape a portfolio for pages; None where this edition has none, or nothing to put in it.

    `pieces` pairs the shown pieces that this learner's own leave carries with their public ids,
    newest first.
    """
    learner_id = learner.learner_id
    profile = learner.profile
    if not lens.allows(learner_id, "work") or (lens.edition == "family" and lens.family_of != learner_id):
        return None
    ids = {piece.reference: public for piece, public in pieces}
    own_ids = {**ids, **{f"{learner_id}/{part.artifact_id}": public for piece, public in pieces for part in piece.parts if part.learner_id == learner_id}}
    texts = _texts(lens, learner, profile) if profile else {}
    private = _private(lens, learner, profile, own_ids) if lens.owns(learner_id) else {}
    name = lens.name(learner_id) if lens.approves(learner_id) else ""
    if not (pieces or texts or lens.owns(learner_id)):
        return None
    colours = profile.inks if profile else None
    return ShownPortfolio(
        public_id=public_id,
        name=name,
        cover=_find_cover(learner_id, profile, own_ids, pieces),
        ink_pair=colours.pair if colours else "",
        ink_colours=colours.find_colours() if colours else None,
        pieces=tuple(public for _, public in pieces),
        grants=frozenset(_grants(lens, learner_id, name, texts)),
        **texts,
        **private,
    )


def _grants(lens: Lens, learner_id: str, name: str, texts: Mapping[str, object]) -> Iterator[Grant]:
    yield learner_id, "work"
    if name:
        yield learner_id, "name"
    if texts:
        yield learner_id, "words"


def _find_cover(learner_id: str, profile: Profile | None, ids: Mapping[str, str], pieces: tuple[tuple[Piece, str], ...]) -> str:
    """The piece the learner chose for the cover if it is shown, else the newest."""
    chosen = ids.get(_full(learner_id, profile.cover)) if profile and profile.cover else None
    return chosen or (pieces[0][1] if pieces else "")


def _full(learner_id: str, reference: str) -> str:
    """Complete a reference to one's own piece: `river-sensor` means `ana-r/river-sensor`."""
    return reference if "/" in reference else f"{learner_id}/{reference}"


def _texts(lens: Lens, learner: Learner, profile: Profile) -> dict[str, object]:
    """The profile texts that may go as far as this edition: each entry's audience, approval, consent."""
    learner_id = learner.learner_id
    if not (lens.approves(learner_id) and lens.allows(learner_id, "words")):
        return {}
    found: dict[str, object] = {}
    if lens.reaches(profile.audience, learner_id):
        found["about_me"] = lens.say(profile.about_me)
        found["pronunciation"] = profile.pronunciation if lens.name(learner_id) else ""
    for key in ("strengths", "interests", "values", "aspirations"):
        found[key] = tuple(_lines(lens, learner_id, profile, getattr(profile, key)))
    found["languages"] = tuple(_languages(lens, learner_id, profile))
    return {key: value for key, value in found.items() if value}


def _lines(lens: Lens, learner_id: str, profile: Profile, entries: Iterable[DatedText]) -> Iterator[ShownLine]:
    for entry in entries:
        said = lens.say(entry.text)
        if said is not None and lens.reaches(_least(profile.audience, entry.audience), learner_id):
            yield ShownLine(said, entry.since)


def _least(whole: str, own: str | None) -> str:
    """The smaller of the profile's audience and an entry's own: an entry may say less, never more."""
    return min(whole, own or whole, key=AUDIENCES.index)


def _languages(lens: Lens, learner_id: str, profile: Profile) -> Iterator[tuple[str, str]]:
    """Languages by name; beyond the family only those that the learner can present in, without their use."""
    for language in profile.languages:
        if lens.reaches(_least(profile.audience, language.audience), learner_id):
            if lens.owns(learner_id):
                yield language.name, language.use
            elif language.can_present:
                yield language.name, ""


def _private(lens: Lens, learner: Learner, profile: Profile | None, ids: Mapping[str, str]) -> dict[str, object]:
    """What only the learner's own family and staff see."""
    learner_id = learner.learner_id
    row = lens.school.roster.get(learner_id)
    found: dict[str, object] = {
        "grade": row.grade if row else "",
        "group": row.group if row else "",
        "adviser": lens.staff_name(row.adviser) if row else "",
        "goals": tuple(_goal(lens, learner_id, goal, ids) for goal in learner.goals.values() if lens.reaches(goal.audience, learner_id)),
        "conferences": tuple(_conference(lens, learner_id, each, ids) for _, each in sorted(learner.conferences.items(), reverse=True)),
    }
    if profile is None or not lens.reaches(profile.audience, learner_id):
        return found
    found["photo"] = redact_photo(lens, learner, profile.photo)
    found["told_to"] = lens.staff_name(profile.told_to)
    if profile.proud_of:
        found["proud_of"] = ids.get(_full(learner_id, profile.proud_of.artifact), "")
        found["proud_because"] = lens.say(profile.proud_of.because)
    if profile.inks:
        found["ink_because"] = lens.say(profile.inks.because)
    if profile.supports:
        parts = ((key, getattr(profile.supports, key)) for key in ("access", "engage", "express"))
        found["supports"] = tuple((key, tuple(filter(None, map(lens.say, lines)))) for key, lines in parts if lines)
    found["world_of_work"] = tuple(
        ShownWork(lens.say(each.career) or Said(""), each.level, each.on, lens.say(each.noticed)) for each in profile.world_of_work
    )
    found["family_says"] = tuple((lens.say(each.who) or Said(""), lens.say(each.text) or Said("")) for each in profile.family_says)
    return found


def _goal(lens: Lens, learner_id: str, goal: Goal, ids: Mapping[str, str]) -> ShownGoal:
    return ShownGoal(
        title=lens.say(goal.title) or Said(""),
        kind=goal.kind,
        status=goal.status,
        due=goal.due,
        why_it_matters=lens.say(goal.why_it_matters),
        baseline=lens.say(goal.baseline),
        target=lens.say(goal.target),
        measure=lens.say(goal.measure),
        first_step=lens.say(goal.first_step),
        if_then=lens.say(goal.if_then),
        check_ins=tuple(
            ShownCheckIn(
                each.on, lens.say(each.where_am_i), lens.say(each.what_changed), lens.say(each.next_step),
                tuple(ids[full] for full in (_full(learner_id, one) for one in each.evidence) if full in ids),
            )
            for each in sorted(goal.check_ins, key=lambda each: each.on)
        ),
    )


def _conference(lens: Lens, learner_id: str, conference: Conference, ids: Mapping[str, str]) -> ShownConference:
    chosen = ((each.as_, ids.get(_full(learner_id, each.artifact), "")) for each in conference.selected)
    return ShownConference(
        type=conference.type,
        starts=conference.starts,
        length_min=conference.length_min,
        place=conference.place,
        mode=conference.mode,
        language=conference.language,
        interpreter=conference.interpreter.needed,
        selected=tuple((as_, public) for as_, public in chosen if public),
        commitments=tuple((each.who, lens.say(each.what) or Said(""), each.by) for each in conference.commitments),
    )
