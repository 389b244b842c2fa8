"""How far a piece may go: the audiences asked for, those of pointers included (FORMATS section 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.checks._memo import remember_last
from generator.checks._places import piece_path
from generator.findings import Field
from generator.model.artifact import Artifact, Draft, Evidence, Medium, Pointer, Reflection
from generator.model.medium import MediumFacts
from generator.model.whole import Learner, School

BEYOND_FAMILY = ("onsite", "public")


@remember_last
def pointers_by_owner(school: School) -> Mapping[str, tuple[tuple[str, str, Pointer], ...]]:
    """List, for each `learner/artifact` that is shared, who points at it, by which record."""
    found: dict[str, list[tuple[str, str, Pointer]]] = {}
    for learner in school.learners.values():
        for artifact_id, pointer in learner.pointers.items():
            found.setdefault(pointer.shared_from, []).append((learner.learner_id, artifact_id, pointer))
    return {reference: tuple(pointers) for reference, pointers in found.items()}


def may_go_beyond(school: School, learner_id: str, artifact_id: str, piece: Artifact) -> bool:
    """Tell whether any maker asked for an audience beyond the family: the piece may then be shown."""
    if piece.audience in BEYOND_FAMILY:
        return True
    pointers = pointers_by_owner(school).get(f"{learner_id}/{artifact_id}", ())
    return any(pointer.audience in BEYOND_FAMILY for _, _, pointer in pointers)


@remember_last
def shown_pieces(school: School, learner: Learner) -> frozenset[str]:
    """List the ids of this learner's own pieces that may go beyond the family."""
    return frozenset(
        artifact_id
        for artifact_id, piece in learner.artifacts.items()
        if may_go_beyond(school, learner.learner_id, artifact_id, piece)
    )


@remember_last
def usable_files(learner: Learner) -> tuple[tuple[str, str, Field, Medium | Draft, MediumFacts], ...]:
    """List the media of the learner's pieces whose file is there and can be used.

    Each is the piece's id, the record's path, the medium's field, the medium and its facts; drafts
    are listed as media with a file, an alt text and the faces and voices that they declare.
    """
    return tuple(_walk_files(learner))


def _walk_files(learner: Learner) -> Iterator[tuple[str, str, Field, Medium | Draft, MediumFacts]]:
    for artifact_id, piece in learner.artifacts.items():
        path = piece_path(learner.learner_id, artifact_id)
        folder = path.removesuffix("artifact.yml")
        for name, entries in (("media", piece.media), ("drafts", piece.drafts)):
            for index, entry in enumerate(entries):
                facts = learner.files.get(folder + entry.file.removesuffix("/")) if entry.file else None
                if facts is not None and not facts.problem:
                    yield artifact_id, path, (name, index), entry, facts


@remember_last
def claims_of(learner: Learner) -> tuple[tuple[str, int, Evidence, Artifact | Pointer], ...]:
    """List every claim of a learner: the record's path, its position, the claim and the record."""
    return tuple(
        (piece_path(learner.learner_id, artifact_id), index, claim, record)
        for records in (learner.artifacts, learner.pointers)
        for artifact_id, record in records.items()
        for index, claim in enumerate(record.evidence)
    )


@remember_last
def reflections_of(learner: Learner) -> tuple[tuple[str, Reflection], ...]:
    """List every reflection of a learner with the path of its record."""
    return tuple(
        (piece_path(learner.learner_id, artifact_id), record.reflection)
        for records in (learner.artifacts, learner.pointers)
        for artifact_id, record in records.items()
        if record.reflection is not None
    )


def day_of_claim(school: School, record: Artifact | Pointer, day: date) -> date:
    """Give the day a claim belongs to: when its piece was made; `day` where a pointer leads nowhere."""
    if isinstance(record, Artifact):
        return record.made_on
    piece = school.find_artifact(record.shared_from)
    return piece.made_on if piece else day


def is_decorative(entry: Medium | Draft) -> bool:
    """Tell whether a picture says of itself that it is mere decoration; a draft never is."""
    return isinstance(entry, Medium) and entry.decorative
