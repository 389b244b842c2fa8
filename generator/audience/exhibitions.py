"""Exhibitions for one edition: the event and its pieces; rooms and times on site and for staff only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.audience.lens import Lens
from generator.audience.pieces import Piece
from generator.audience.view import (
    Said,
    ShownExhibition,
    ShownPiece,
    ShownPlace,
    ShownProgrammeItem,
    ShownRoom,
)
from generator.model.exhibition import Exhibition, Placement, Room


def redact_exhibition(lens: Lens, exhibition_id: str, show: Exhibition, ids: Mapping[str, str]) -> ShownExhibition:
    """Shape an exhibition for pages. `ids` maps references of shown pieces to their public ids."""
    on_site = lens.reaches("onsite")
    hours = on_site or (lens.edition == "public" and lens.school.settings.publishing.public_hours)
    placed = [(each, ids[owner]) for each in _in_order(show) if (owner := lens.school.find_owner(each.artifact)) in ids]
    return ShownExhibition(
        id=exhibition_id,
        title=lens.say(show.title) or Said(""),
        big_question=lens.say(show.big_question),
        statement=lens.say(show.statement),
        mode=show.mode,
        opens=show.opens,
        closes=show.closes,
        pieces=_in_catalogue(placed, ids, on_site),
        rooms=tuple(_rooms(lens, show, placed)) if on_site else (),
        sessions=tuple((lens.say(each.title), each.starts, each.ends) for each in show.sessions) if hours else (),
        programme=tuple(
            ShownProgrammeItem(each.at, lens.say(each.title) or Said(""), lens.say(each.by), each.minutes) for each in show.programme
        ) if on_site else (),
    )


def add_places(lens: Lens, shows: Mapping[str, Exhibition], pieces: dict[str, ShownPiece], ids: Mapping[str, str]) -> None:
    """Tell each piece which exhibitions show it and, on site and for staff, where it stands."""
    for exhibition_id, show in shows.items():
        for placement in _in_order(show):
            owner = lens.school.find_owner(placement.artifact)
            public = ids.get(owner or "")
            if public is None:
                continue
            piece = pieces[public]
            known = piece.exhibitions if exhibition_id in piece.exhibitions else (*piece.exhibitions, exhibition_id)
            places = (*piece.places, _place(lens, exhibition_id, show, placement)) if lens.reaches("onsite") else ()
            pieces[public] = replace(piece, exhibitions=known, places=places)


def _in_catalogue(placed: list[tuple[Placement, str]], ids: Mapping[str, str], on_site: bool) -> tuple[str, ...]:
    """The pieces of a show: by station on site, else newest first, so that no order tells of rooms."""
    shown = dict.fromkeys(public for _, public in placed)
    return tuple(shown) if on_site else tuple(public for public in ids.values() if public in shown)


def _in_order(show: Exhibition) -> list[Placement]:
    """Placements in the order of the stations, then of the numbers the curators gave."""
    stations = {name: index for index, name in enumerate(show.list_stations())}
    last = len(stations)
    return sorted(show.placements, key=lambda each: (stations.get(each.station or "", last), each.order or 0))


def find_room(show: Exhibition, station: str | None) -> Room | None:
    """Find the room a placement stands in today, after any move."""
    rooms = {room.id: room for room in show.rooms}
    room = rooms.get((station or "").partition("/")[0])
    seen: set[str] = set()
    while room is not None and room.moved_to and room.id not in seen:
        seen.add(room.id)
        room = rooms.get(room.moved_to, room)
    return room


def _rooms(lens: Lens, show: Exhibition, placed: list[tuple[Placement, str]]) -> list[ShownRoom]:
    found = []
    for room in show.rooms:
        here = tuple(dict.fromkeys(public for each, public in placed if find_room(show, each.station) is room))
        if not room.moved_to:
            found.append(ShownRoom(room.id, lens.say(room.title) or Said(""), room.floor, room.step_free, here))
    return found


def _place(lens: Lens, exhibition_id: str, show: Exhibition, placement: Placement) -> ShownPlace:
    room = find_room(show, placement.station)
    session = next((lens.word(each.title) for each in show.sessions if each.id == placement.session), "")
    names = tuple(lens.name(each) for each in placement.presenters if _may_name(lens, placement.artifact, each))
    return ShownPlace(
        exhibition=exhibition_id,
        room=lens.word(room.title) if room else "",
        room_id=room.id if room else "",
        station=(placement.station or "").partition("/")[2],
        session=session,
        presenters=names,
        order=placement.order,
    )


def _may_name(lens: Lens, reference: str, learner_id: str) -> bool:
    """Tell whether a presenter may be named: a maker of the piece only if their own part is open."""
    if not lens.name(learner_id):
        return False
    owner_id, _, artifact_id = (lens.school.find_owner(reference) or reference).partition("/")
    piece = Piece(lens, lens.school.learners[owner_id], artifact_id)
    return learner_id in piece.open_makers or all(part.learner_id != learner_id for part in piece.parts)
