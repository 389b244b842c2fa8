"""Media and drafts of a piece: those that show or let hear somebody without leave are left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator import media
from generator.audience.lens import Lens
from generator.audience.view import Said, ShownDraft, ShownMedium
from generator.model.artifact import Artifact, Draft, Medium
from generator.model.learner import Photo
from generator.model.whole import Learner

LINK = "link"


def redact_media(lens: Lens, learner: Learner, folder: str, record: Artifact, open_makers: frozenset[str]) -> tuple[ShownMedium, ...]:
    """Keep the media of a piece that this edition may show, numbered from 1.

    `open_makers` are the makers whose own audience reaches this edition: a maker's face or voice is
    shown only then. Somebody who is no maker is shown by consent alone.
    """
    makers = {maker.learner_id for maker in record.makers} | {learner.learner_id}
    kept = [entry for entry in record.media if _may_show(lens, entry, makers, open_makers)]
    shown = (_medium(lens, learner, folder, entry) for entry in kept)
    return _number(each for each in shown if each is not None)


def redact_drafts(lens: Lens, learner: Learner, folder: str, record: Artifact, open_makers: frozenset[str], words: bool) -> tuple[ShownDraft, ...]:
    """Keep the drafts of a piece; what changed and why are the owner's `words`."""
    makers = {maker.learner_id for maker in record.makers} | {learner.learner_id}
    found: list[ShownDraft] = []
    for entry in record.drafts:
        medium = _medium(lens, learner, folder, entry) if _may_show(lens, entry, makers, open_makers) else None
        if medium is not None:
            numbered = _number([medium], len(found) + 1)[0]
            changed, because = (lens.say(entry.changed), lens.say(entry.because)) if words else (None, None)
            found.append(ShownDraft(numbered, entry.made_on, changed, because))
    return tuple(found)


def redact_photo(lens: Lens, learner: Learner, photo: Photo | None) -> ShownMedium | None:
    """Keep the photo of a profile: family at the most, and only in the learner's own copy."""
    if photo is None or not lens.owns(learner.learner_id) or not lens.reaches(photo.audience, learner.learner_id):
        return None
    facts = learner.files.get(f"portfolios/{learner.learner_id}/{photo.file}")
    if facts is None or facts.problem or facts.kind != "picture":
        return None
    return ShownMedium(1, facts.kind, f"portfolios/{learner.learner_id}/{photo.file}", facts, alt=lens.say(photo.alt), publishable=True)


def _may_show(lens: Lens, entry: Medium | Draft, makers: set[str], open_makers: frozenset[str]) -> bool:
    """Tell whether everybody who is seen or heard may be."""
    seen = ((learner_id, "face") for learner_id in entry.shows or ())
    heard = ((learner_id, "voice") for learner_id in entry.voices or ())
    return all(
        lens.allows(learner_id, item) and (learner_id not in makers or learner_id in open_makers)
        for learner_id, item in (*seen, *heard)
    )


def _medium(lens: Lens, learner: Learner, folder: str, entry: Medium | Draft) -> ShownMedium | None:
    """Shape one medium for pages; None where there is nothing that could be named."""
    if isinstance(entry, Medium) and entry.link:
        return ShownMedium(0, LINK, title=lens.say(entry.title), link=entry.link)
    path = f"{folder}/{entry.file}"
    facts = learner.files.get(path)
    if facts is None or (not facts.kind and lens.edition != "staff") or (facts.problem and lens.edition != "staff"):
        return None
    part = media.get_medium(facts.kind) if facts.kind else None
    shown = bool(part and part.PUBLISHABLE and not facts.problem)
    alt = lens.say(entry.alt)
    if isinstance(entry, Draft):
        return ShownMedium(0, facts.kind, path, facts, alt=alt, publishable=shown, words=learner.texts.get(path, "") if shown else "")
    transcript = learner.texts.get(f"{folder}/{entry.transcript}", "") if entry.transcript else ""
    own = lens.owns(learner.learner_id)
    return ShownMedium(
        0, facts.kind, path, facts,
        title=lens.say(entry.title),
        alt=None if entry.decorative else alt,
        decorative=entry.decorative,
        long_description=lens.say(entry.long_description) if own else None,
        transcript=Said(transcript) if transcript else None,
        rights=lens.say(entry.rights) if own else None,
        publishable=shown,
        words=learner.texts.get(path, "") if shown else "",
    )


def _number(shown: Iterable[ShownMedium], start: int = 1) -> tuple[ShownMedium, ...]:
    """Count what is shown, so that no gap tells of what is not."""
    return tuple(replace(each, number=number) for number, each in enumerate(shown, start))
