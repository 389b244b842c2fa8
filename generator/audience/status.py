"""For staff and for the learner who looks: who was meant to see a piece, who will, and why no more."""

from __future__ import annotations

from generator.audience.lens import RANKS, Lens
from generator.audience.pieces import Piece
from generator.audience.view import ItemStatus

_WIDEST = ("public", "onsite", "family")
_READERS = {"public": "the web", "onsite": "the school's screens and walls", "family": "the family copy"}


def piece_status(outside: Lens, piece: Piece, held: str) -> ItemStatus:
    """Say how far a piece was meant to go and how far it goes.

    `outside` looks at the sound school; a piece that is not in it is held back, and `held` says
    why. The sentence is about the first edition that was asked for and does not show the piece.
    """
    asked = max((part.audience for part in piece.parts), key=lambda audience: RANKS[audience])
    in_force, reason = "self", ""
    for edition in _WIDEST:
        why = _why_not(outside, piece, edition, held)
        if not why:
            in_force = edition
            break
        if RANKS[edition] <= RANKS[asked] and not reason:
            reason = f"Not on {_READERS[edition]}: {why.rstrip('.')}."
    return ItemStatus(asked, in_force, reason)


def _why_not(outside: Lens, piece: Piece, edition: str, held: str) -> str:
    """The reason why an edition does not show a piece, or "" where it does."""
    owner = piece.learner.learner_id
    sound = outside.school.learners.get(owner)
    if sound is None or piece.artifact_id not in sound.artifacts:
        return held
    if edition != "family" and piece.record.public_id is None:
        return "it has no public_id; run `exhibit ids`"
    other = Piece(outside.beside(edition, owner if edition == "family" else None), sound, piece.artifact_id)
    if other.carriers:
        return ""
    if owner not in other.open_makers:
        reaches = RANKS[piece.record.audience] >= RANKS[edition]
        return "it was not approved" if reaches else f"its audience is {piece.record.audience}"
    return other.lens.decide(owner, "work").rule
