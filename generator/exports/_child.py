"""A parent's question, "what do you show of my child?", answered for one edition after the other.

As JSON: {"format": "exhibit-disclosure-learner-1", "day", "learner_id", "editions": [{"edition",
"shown_as", "portfolio", "items": [{"item", "allowed", "shown", "rule"}], "places": [{"address",
"title", "items"}], "not_shown": [{"reference", "title", "reason"}], "changes"}], "other_uses":
[{"use", "item", "allowed", "rule"}]}; `changes` as in `exports/disclosure.py`, this learner's alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date

from generator.audience.lens import Lens
from generator.audience.pieces import Piece
from generator.exports.disclosure import Changes, Disclosure, render_changes
from generator.model.office import ITEMS
from generator.model.whole import School

FORMAT = "exhibit-disclosure-learner-1"
_HEADINGS = {"public": "On the web", "onsite": "On screens and walls at school", "family": "In the family's own copy", "staff": "For staff"}
_USES = {"families": "copies of other children's families", "print": "paper that goes home", "web-indexed": "search engines", "press": "the press"}
_WORDS = {"work": "the work", "name": "the name", "face": "the face", "voice": "the voice", "words": "the child's own sentences"}


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """One item: whether it may be shown, whether something shows it now, and the rule."""

    item: str
    allowed: bool
    shown: bool
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """One page that shows something of the learner, and which items."""

    address: str
    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A piece of the learner that an edition does not show, or shows without them, and why."""

    reference: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class EditionAnswer:
    """What one edition shows of one learner, and what it does not."""

    edition: str
    shown_as: str
    portfolio: str
    items: tuple[ItemAnswer, ...]
    places: tuple[PlaceAnswer, ...]
    not_shown: tuple[Missing, ...]
    changes: Changes | None


@dataclass(frozen=True, slots=True)
class UseAnswer:
    """Whether an item may be put to a use that has no edition of its own."""

    use: str
    item: str
    allowed: bool
    rule: str


def answer_edition(found: Disclosure, lens: Lens, whole: School, learner_id: str) -> EditionAnswer:
    """Answer for one edition. `lens` looks at what is sound, `whole` holds what is held back too."""
    person = next((each for each in found.learners if each.learner_id == learner_id), None)
    shown = {each.item for each in person.leave} if person else set()
    decisions = {item: lens.decide(learner_id, item) for item in ITEMS}
    places = tuple(
        PlaceAnswer(place.address, place.title, items)
        for place in found.places
        if (items := tuple(each.item for each in place.leave if each.learner_id == learner_id))
    )
    addresses = {place.address for place in places if "work" in place.items}
    return EditionAnswer(
        found.edition,
        person.shown_as if person else "",
        person.portfolio if person else "",
        tuple(ItemAnswer(item, each.allowed, item in shown, each.rule) for item, each in decisions.items()),
        places,
        tuple(_list_missing(lens, whole, learner_id, addresses)),
        _of_learner(found.changes, learner_id),
    )


def answer_uses(lens: Lens, learner_id: str) -> tuple[UseAnswer, ...]:
    """Answer for the uses that no edition of this tool stands for."""
    decided = ((use, item, lens.book.decide(learner_id, item, use, lens.day)) for use in _USES for item in ITEMS)
    return tuple(UseAnswer(use, item, each.allowed, each.rule) for use, item, each in decided)


def _list_missing(lens: Lens, whole: School, learner_id: str, addresses: set[str]) -> Iterator[Missing]:
    learner = whole.learners.get(learner_id)
    for artifact_id in sorted({*learner.artifacts, *learner.pointers}) if learner else ():
        reference = f"{learner_id}/{artifact_id}"
        record = whole.find_artifact(reference)
        if record is None or f"a/{record.public_id}/" not in addresses:
            yield Missing(reference, lens.word(record.title) if record else "", _find_reason(lens, reference, learner_id))


def _find_reason(lens: Lens, reference: str, learner_id: str) -> str:
    """Say why a piece is not shown in this learner's name: the first of all that stands in its way."""
    owner = lens.school.find_owner(reference)
    own = lens.school.learners.get(learner_id)
    artifact_id = reference.partition("/")[2]
    if owner is None or own is None or artifact_id not in (*own.artifacts, *own.pointers):
        return f"an error holds it back; see: exhibit check --learner {learner_id}"
    owner_id, _, owned = owner.partition("/")
    piece = Piece(lens, lens.school.learners[owner_id], owned)
    part = next(each for each in piece.parts if each.learner_id == learner_id)
    if not lens.reaches(part.audience, learner_id):
        return f"its audience is {part.audience}"
    decision = lens.decide(learner_id, "work")
    if not decision.allowed:
        return decision.rule
    if learner_id not in piece.open_makers:
        return "it was not approved"
    return "it has no public_id of its own; run: exhibit ids"


def _of_learner(changes: Changes | None, learner_id: str) -> Changes | None:
    if changes is None:
        return None
    return replace(
        changes,
        added=tuple(each for each in changes.added if each.learner_id == learner_id),
        removed=tuple(each for each in changes.removed if each.learner_id == learner_id),
        places_added=tuple(replace(each, learners=(learner_id,)) for each in changes.places_added if learner_id in each.learners),
        places_removed=tuple(replace(each, learners=(learner_id,)) for each in changes.places_removed if learner_id in each.learners),
    )


def render_child_json(learner_id: str, day: date, found: Iterable[EditionAnswer], uses: Iterable[UseAnswer]) -> str:
    """Render the answer as the JSON object that the module describes."""
    answer = {"format": FORMAT, "day": day, "learner_id": learner_id, "editions": [asdict(each) for each in found], "other_uses": [asdict(each) for each in uses]}
    return json.dumps(answer, indent=2, ensure_ascii=False, default=str) + "\n"


def render_child_text(learner_id: str, name: str, day: date, found: Iterable[EditionAnswer], uses: Iterable[UseAnswer]) -> str:
    """Render the answer in sentences that can be read to a parent."""
    lines = [f"What we show of {name or learner_id}{f' ({learner_id})' if name else ''} on {day}. For the office: it names a child."]
    for each in found:
        lines.extend(["", f"{_HEADINGS[each.edition]} ({each.edition} edition):", *_edition_lines(each)])
    lines.extend(["", "Elsewhere:", *_use_lines(tuple(uses))])
    return "\n".join(lines) + "\n"


def _edition_lines(found: EditionAnswer) -> Iterator[str]:
    if not found.places:
        yield "  Nothing of this child is shown."
    yield from (f"  {_say_item(each, found.shown_as)}" for each in found.items)
    if found.places:
        yield "  The pages:"
        yield from (f"    {each.address}  {each.title}: {', '.join(_WORDS[item] for item in each.items)}" for each in found.places)
    if found.not_shown:
        yield "  Not shown as this child's work:"
        yield from (f"    {each.reference}{f'  {each.title}' if each.title else ''}: {each.reason}" for each in found.not_shown)
    yield from (f"  {line}" for line in render_changes(found.changes))


def _say_item(answer: ItemAnswer, shown_as: str) -> str:
    what = _WORDS[answer.item]
    if answer.shown:
        printed = f', printed as "{shown_as}"' if answer.item == "name" and shown_as else ""
        return f"We show {what}{printed}: {answer.rule}."
    if answer.allowed:
        return f"We may show {what} ({answer.rule}), but nothing there shows it now."
    return f"We do not show {what}: {answer.rule}."


def _use_lines(uses: tuple[UseAnswer, ...]) -> Iterator[str]:
    for use, what in _USES.items():
        answers = [each for each in uses if each.use == use]
        allowed = [_WORDS[each.item] for each in answers if each.allowed]
        refused: dict[str, list[str]] = {}
        for each in answers:
            if not each.allowed:
                refused.setdefault(each.rule, []).append(_WORDS[each.item])
        yield f"  {what.capitalize()}: {'allowed are ' + ', '.join(allowed) if allowed else 'nothing is allowed'}."
        yield from (f"    Not {', '.join(items)}: {rule}." for rule, items in refused.items())
