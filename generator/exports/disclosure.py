"""Who and what an edition shows, by whose leave, and what changed since its tree was last built: for staff only.

As JSON, one object; lists are sorted, keys are never taken away within a version:

    {"format": "exhibit-disclosure-1", "day": "2026-11-22", "editions": [{
      "edition": "public",
      "learners": [{"learner_id", "shown_as", "portfolio", "leave": [{"learner_id", "item", "rule"}]}],
      "places": [{"address", "kind": "piece" | "portfolio", "title", "made_on", "leave": [...],
                  "media": [{"number", "kind", "source", "shows", "voices"}]}],
      "changes": null | {"added": [leave], "removed": [leave],
                         "places_added": [{"address", "learners"}], "places_removed": [...]}}]}

`rule` is the sentence of the consent resolver on that day; in `removed` it says why it is no more.
`changes` is null where no tree stands, or where nobody knows any more what it leans on. `source` is
a path below the school's folder. `shown_as` and `portfolio` are "" where there is none.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from generator.audience.lens import Lens
from generator.audience.view import Grant, PublishedView, ShownPiece
from generator.model.office import ITEMS

FORMAT = "exhibit-disclosure-1"
Before = Mapping[str, tuple[Grant, ...]]
"""For each path of the built tree the learners and items it leans on."""


@dataclass(frozen=True, slots=True)
class Leave:
    """One item of one learner, with the rule that lets it be shown, or why not any more."""

    learner_id: str
    item: str
    rule: str


@dataclass(frozen=True, slots=True)
class MediumShown:
    """One medium or draft of a piece: where its original lies, and who is seen and heard in it."""

    number: int
    kind: str
    source: str
    shows: tuple[str, ...]
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One address of the edition and all the leave it leans on."""

    address: str
    kind: str
    title: str
    made_on: date | None
    leave: tuple[Leave, ...]
    media: tuple[MediumShown, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One learner of whom the edition shows something."""

    learner_id: str
    shown_as: str
    portfolio: str
    leave: tuple[Leave, ...]


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """An address that is new or gone, with the learners whose work is there."""

    address: str
    learners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between the built tree and what a build of the day would show."""

    added: tuple[Leave, ...]
    removed: tuple[Leave, ...]
    places_added: tuple[PlaceChange, ...]
    places_removed: tuple[PlaceChange, ...]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Everything one edition shows of learners on one day."""

    edition: str
    day: date
    learners: tuple[Person, ...]
    places: tuple[Place, ...]
    changes: Changes | None


def disclose_edition(lens: Lens, view: PublishedView, before: Before | None) -> Disclosure:
    """Say who and what a view shows, and by whose leave.

    `lens` is that of the view; `before` are the grants of the built tree, None where they are not known.
    """
    places = sorted((*_portfolio_places(lens, view), *_piece_places(lens, view)), key=lambda each: (each.kind, each.address))
    leave: dict[str, set[str]] = defaultdict(set)
    for place in places:
        for each in place.leave:
            leave[each.learner_id].add(each.item)
    homes = {learner.learner_id: learner.profile.public_id for learner in lens.school.learners.values() if learner.profile and learner.profile.public_id}
    people = tuple(
        Person(learner_id, lens.name(learner_id) if "name" in items else "", _home(view, homes.get(learner_id)), _leaves(lens, ((learner_id, item) for item in items)))
        for learner_id, items in sorted(leave.items())
    )
    return Disclosure(view.edition, view.day, people, tuple(places), None if before is None else _compare(lens, places, before))


def _home(view: PublishedView, public_id: str | None) -> str:
    return view.portfolios[public_id].address if public_id and public_id in view.portfolios else ""


def _portfolio_places(lens: Lens, view: PublishedView) -> Iterator[Place]:
    for portfolio in view.portfolios.values():
        yield Place(portfolio.address, "portfolio", portfolio.name, None, _leaves(lens, portfolio.grants))


def _piece_places(lens: Lens, view: PublishedView) -> Iterator[Place]:
    seen = {path: (shows, voices) for path, shows, voices in _list_media(lens)}
    for piece in view.pieces.values():
        yield Place(piece.address, "piece", piece.title.text, piece.made_on, _leaves(lens, piece.grants), tuple(_media(piece, seen)))


def _list_media(lens: Lens) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for learner in lens.school.learners.values():
        for artifact_id, record in learner.artifacts.items():
            for entry in (*record.media, *record.drafts):
                yield f"portfolios/{learner.learner_id}/artifacts/{artifact_id}/{entry.file}", tuple(entry.shows or ()), tuple(entry.voices or ())


def _media(piece: ShownPiece, seen: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> Iterator[MediumShown]:
    for medium in (*piece.media, *(draft.medium for draft in piece.drafts)):
        shows, voices = seen.get(medium.source, ((), ()))
        yield MediumShown(medium.number, medium.kind, medium.source or medium.link, shows, voices)


def _leaves(lens: Lens, grants: Iterable[Grant]) -> tuple[Leave, ...]:
    """Look up the rule behind each grant; by learner, then in the order of the items."""
    ordered = sorted(set(grants), key=lambda grant: (grant[0], ITEMS.index(grant[1]) if grant[1] in ITEMS else len(ITEMS)))
    return tuple(Leave(learner, item, lens.decide(learner, item).rule) for learner, item in ordered)


def _compare(lens: Lens, places: Iterable[Place], before: Before) -> Changes:
    """Compare leave as a whole, and the addresses of pieces and portfolios one by one."""
    now = {place.address: {(each.learner_id, each.item) for each in place.leave} for place in places}
    then = {path.removesuffix("index.html"): set(given) for path, given in before.items() if _is_place(path)}
    had = {grant for given in before.values() for grant in given}
    has = {grant for given in now.values() for grant in given}
    return Changes(
        _leaves(lens, has - had),
        tuple(_say_why_gone(lens, each) for each in _leaves(lens, had - has)),
        tuple(PlaceChange(each, _who(now[each])) for each in sorted(now.keys() - then.keys())),
        tuple(PlaceChange(each, _who(then[each])) for each in sorted(then.keys() - now.keys())),
    )


def _say_why_gone(lens: Lens, leave: Leave) -> Leave:
    """Where the consent still holds, something else took the item away."""
    if not lens.allows(leave.learner_id, leave.item):
        return leave
    return Leave(leave.learner_id, leave.item, "the consent still holds, but what showed it is gone, held back, or for fewer readers now")


def _is_place(path: str) -> bool:
    parts = path.split("/")
    return len(parts) == 3 and parts[0] in ("a", "portfolios") and parts[2] == "index.html"


def _who(grants: Iterable[Grant]) -> tuple[str, ...]:
    return tuple(sorted({learner for learner, item in grants if item == "work"}))


def render_json(found: Iterable[Disclosure], day: date) -> str:
    """Render disclosures as the one JSON object that the module describes."""
    editions = [{key: value for key, value in asdict(each).items() if key != "day"} for each in found]
    return json.dumps({"format": FORMAT, "day": day, "editions": editions}, indent=2, ensure_ascii=False, default=str) + "\n"


def render_text(found: Iterable[Disclosure]) -> str:
    """Render disclosures for the office to read."""
    return "\n".join(line for each in found for line in _lines(each)) + "\n"


def _lines(found: Disclosure) -> Iterator[str]:
    pieces = sum(each.kind == "piece" for each in found.places)
    yield f"The {found.edition} edition on {found.day}, for staff only: {len(found.learners)} learners, {pieces} pieces, {len(found.places) - pieces} portfolios."
    yield ""
    for person in found.learners:
        yield f"{person.learner_id}" + (f', printed as "{person.shown_as}"' if person.shown_as else ", without a name") + (f", {person.portfolio}" if person.portfolio else "")
        yield from (f"  {each.item}: {each.rule}" for each in person.leave)
    yield ""
    for place in found.places:
        yield f"{place.address}  {place.title}" + (f", {place.made_on}" if place.made_on else "")
        for medium in place.media:
            people = [f"{what} {', '.join(who)}" for what, who in (("shows", medium.shows), ("voice of", medium.voices)) if who]
            yield f"  {medium.kind} {medium.source}" + (f" ({'; '.join(people)})" if people else "")
        yield from (f"  {each.learner_id} {each.item}: {each.rule}" for each in place.leave)
    yield ""
    yield from render_changes(found.changes)
    yield ""


def render_changes(changes: Changes | None) -> Iterator[str]:
    """Render what changed since the last build, one line a change."""
    if changes is None:
        yield "There is no built tree to compare with, or it is not known any more what it leans on. Build this edition once."
        return
    lines = [
        *(f"  new: {each.learner_id} {each.item}: {each.rule}" for each in changes.added),
        *(f"  gone: {each.learner_id} {each.item}: {each.rule}" for each in changes.removed),
        *(f"  new page: {each.address} ({', '.join(each.learners)})" for each in changes.places_added),
        *(f"  page gone: {each.address} ({', '.join(each.learners)})" for each in changes.places_removed),
    ]
    yield "Against the tree that stands there, a build would change:" if lines else "Against the tree that stands there, a build would change nothing in what is shown of whom."
    yield from lines
