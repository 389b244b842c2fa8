"""One piece for one edition: the owner's record and every maker's part that may be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.audience.claims import redact_claims
from generator.audience.lens import RANKS, Lens
from generator.audience.media import redact_drafts, redact_media
from generator.audience.view import (
    Grant,
    Said,
    ShownAnswer,
    ShownClaim,
    ShownFeedback,
    ShownHelp,
    ShownMaker,
    ShownMentorNote,
    ShownPiece,
    ShownReflection,
)
from generator.model.artifact import Artifact, Evidence, Feedback, Help, Maker, Pointer, Reflection
from generator.model.learner import Audience
from generator.model.whole import Learner


@dataclass(frozen=True)
class Part:
    """One maker's part in a piece: their line in the owner's record and their own pointer, if any."""

    learner_id: str
    line: Maker | None
    pointer: Pointer | None
    artifact_id: str
    audience: Audience

    @property
    def role(self) -> object:
        """The role, in the maker's own words where there are any."""
        return (self.pointer.role if self.pointer else None) or (self.line.role if self.line else None)

    @property
    def contribution(self) -> object:
        """What this maker did; the maker's own line replaces the owner's."""
        return (self.pointer.contribution if self.pointer else None) or (self.line.contribution if self.line else None)


class Piece:
    """A piece seen through a lens: who made it, whose part is open, and whether it is shown at all."""

    def __init__(self, lens: Lens, learner: Learner, artifact_id: str) -> None:
        self.lens, self.learner, self.artifact_id = lens, learner, artifact_id
        self.record: Artifact = learner.artifacts[artifact_id]
        self.reference = f"{learner.learner_id}/{artifact_id}"
        self.folder = f"portfolios/{learner.learner_id}/artifacts/{artifact_id}"

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every maker's part: the owner first, then the makers listed, then those who only point."""
        lines = {maker.learner_id: maker for maker in self.record.makers}
        pointing = sorted(self.lens.pointers.get(self.reference, ()), key=lambda each: (-RANKS[each[2].audience], each[1]))
        pointers = {learner_id: (artifact_id, pointer) for learner_id, artifact_id, pointer in pointing}  # of two, the one with fewer readers
        owner = self.learner.learner_id
        found = [Part(owner, lines.get(owner), None, self.artifact_id, self.record.audience)]
        for learner_id in dict.fromkeys([*lines, *sorted(pointers)]):
            if learner_id != owner:
                own_id, pointer = pointers.get(learner_id, ("", None))
                found.append(Part(learner_id, lines.get(learner_id), pointer, own_id, pointer.audience if pointer else self.record.audience))
        return tuple(found)

    @cached_property
    def open_makers(self) -> frozenset[str]:
        """The makers whose own audience and approval reach this edition."""
        return frozenset(part.learner_id for part in self.parts if self._is_open(part))

    def _is_open(self, part: Part) -> bool:
        """Tell whether a part reaches this edition: the piece is approved, and the pointer where there is one."""
        approved = self.lens.approves(self.learner.learner_id, self.artifact_id)
        if part.pointer is not None:
            approved = approved and self.lens.approves(part.learner_id, part.artifact_id)
        return self.lens.reaches(part.audience, part.learner_id) and approved

    def allows(self, learner_id: str, item: str) -> bool:
        """Tell whether an item of a maker may be shown on this piece."""
        return learner_id in self.open_makers and self.lens.allows(learner_id, item)

    @cached_property
    def carriers(self) -> tuple[str, ...]:
        """The makers whose leave lets this edition show the piece; empty where it is not shown."""
        if self.lens.edition == "family" and not any(part.learner_id == self.lens.family_of for part in self.parts):
            return ()
        return tuple(part.learner_id for part in self.parts if self.allows(part.learner_id, "work"))

    @cached_property
    def grants(self) -> frozenset[Grant]:
        """Whose consent, and to what, the page of this piece leans on."""
        items = ("work", "name", "words")
        found = {(part.learner_id, item) for part in self.parts for item in items if self.allows(part.learner_id, item)}
        for entry in (*self.record.media, *self.record.drafts):
            found |= {(each, "face") for each in entry.shows or () if self.lens.allows(each, "face")}
            found |= {(each, "voice") for each in entry.voices or () if self.lens.allows(each, "voice")}
        return frozenset(found)

    def redact(self, public_id: str, homes: Mapping[str, str] | None = None) -> ShownPiece:
        """Shape the piece for pages; ask `carriers` first whether it is shown.

        `homes` maps learner ids to the public ids of the portfolios that this edition has.
        """
        lens, record, owner = self.lens, self.record, self.learner.learner_id
        words = self.allows(owner, "words")
        own = lens.owns(owner)
        return ShownPiece(
            public_id=public_id,
            title=lens.say(record.title) or Said(""),
            kind=record.kind,
            made_on=record.made_on,
            summary=lens.say(record.summary),
            question=lens.say(record.question),
            made_of=lens.say(record.made_of),
            intended_audience=lens.say(record.intended_audience) if own else None,
            form_chosen_because=lens.say(record.form_chosen_because) if own else None,
            impact=lens.say(record.impact) if own else None,
            subjects=record.subjects,
            setting=record.setting,
            with_classmates=record.work_mode != "alone",
            hours=record.hours,
            makers=tuple(self._makers(homes or {})),
            media=redact_media(lens, self.learner, self.folder, record, self.open_makers),
            drafts=redact_drafts(lens, self.learner, self.folder, record, self.open_makers, words),
            claims=tuple(self._claims(homes or {})),
            reflections=tuple(self._reflections(homes or {})),
            feedback=tuple(self._feedback()),
            help_used=tuple(self._help()),
            goals=tuple(self._goals()),
            mentor_note=self._mentor_note(),
            label_title=lens.say(record.label.title) if record.label else None,
            label_statement=lens.say(record.label.statement) if record.label else None,
            grants=self.grants,
        )

    def _makers(self, homes: Mapping[str, str]) -> Iterator[ShownMaker]:
        """Keep the makers of whom something may be said; the others are "with classmates" like anybody.

        A name leads to the maker's portfolio if this edition has one and it lists the piece.
        """
        for part in self.parts:
            name = self.lens.name(part.learner_id) if self.allows(part.learner_id, "name") else ""
            role = self.lens.say(part.role) if self.allows(part.learner_id, "work") else None
            words = self.lens.say(part.contribution) if self.allows(part.learner_id, "words") else None
            if name or words:
                home = homes.get(part.learner_id, "") if name and part.learner_id in self.carriers else ""
                yield ShownMaker(name, home, role, words, self._grade(part.learner_id))

    def _grade(self, learner_id: str) -> str:
        row = self.lens.school.roster.get(learner_id)
        return row.grade if row and self.lens.owns(learner_id) else ""

    def _own_records(self) -> Iterator[tuple[str, Artifact | Pointer]]:
        """The records of each maker that hold their own evidence, reflection and help."""
        yield self.learner.learner_id, self.record
        for part in self.parts:
            if part.pointer is not None:
                yield part.learner_id, part.pointer

    def _claims(self, homes: Mapping[str, str]) -> Iterator[ShownClaim]:
        for learner_id, record in self._own_records():
            if self.allows(learner_id, "work"):
                evidence: tuple[Evidence, ...] = record.evidence
                for claim in redact_claims(self.lens, learner_id, evidence, self.reference, self.allows(learner_id, "words")):
                    yield replace(claim, portfolio=homes.get(learner_id, ""))

    def _reflections(self, homes: Mapping[str, str]) -> Iterator[ShownReflection]:
        for learner_id, record in self._own_records():
            if record.reflection is not None and self.allows(learner_id, "words"):
                answers = tuple(self._answers(record.reflection))
                if answers:
                    told_to = self.lens.staff_name(record.reflection.told_to)
                    yield ShownReflection(self._by(learner_id), answers, told_to, homes.get(learner_id, ""))

    def _answers(self, reflection: Reflection) -> Iterator[ShownAnswer]:
        for key, answer in reflection.answers.items():
            said = self.lens.say(answer)
            if said is not None:
                yield ShownAnswer(find_prompt(self.lens, reflection.protocol, key), said, self.lens.say(reflection.notes.get(key)))

    def _by(self, learner_id: str) -> str:
        return self.lens.name(learner_id) if self.allows(learner_id, "name") else ""

    def _feedback(self) -> Iterator[ShownFeedback]:
        if not (self.lens.owns(self.learner.learner_id)):
            return
        for entry in self.record.feedback:
            yield ShownFeedback(
                self._critic(entry), entry.source, entry.on,
                self.lens.say(entry.goal), self.lens.say(entry.now), self.lens.say(entry.next),
            )

    def _critic(self, entry: Feedback) -> str:
        """Name who gave feedback: a classmate only by their own consent, staff as the edition may."""
        by = entry.by or ""
        if entry.source == "peer" or by in self.lens.school.roster:
            return self.lens.name(by) or "a classmate"
        if by in self.lens.school.staff:
            return self.lens.staff_name(by)
        return by

    def _help(self) -> Iterator[ShownHelp]:
        for learner_id, record in self._own_records():
            helps: tuple[Help, ...] = record.help_used
            if self.allows(learner_id, "words"):
                for entry in helps:
                    said = self.lens.say(entry.what)
                    if said is not None:
                        yield ShownHelp(said, self.lens.say(entry.kept), self.lens.say(entry.changed))

    def _goals(self) -> Iterator[tuple[str, Said | None]]:
        for learner_id, record in self._own_records():
            if self.lens.owns(learner_id):
                learner = self.lens.school.learners[learner_id]
                for link in record.goals:
                    goal = learner.goals.get(link.id)
                    if goal is not None and self.lens.reaches(goal.audience, learner_id):
                        yield self.lens.word(goal.title), self.lens.say(link.because)

    def _mentor_note(self) -> ShownMentorNote | None:
        note = self.record.mentor_note
        if note is None or not self.lens.owns(self.learner.learner_id):
            return None
        return ShownMentorNote(self.lens.say(note.name_role) or Said(""), self.lens.say(note.organisation), note.on, self.lens.say(note.text) or Said(""))


def find_prompt(lens: Lens, protocol: str, key: str) -> str:
    """Find the words of a reflection's prompt, else say its key."""
    return lens.prompts.get(f"{protocol}/{key}") or lens.prompts.get(key) or key.replace("_", " ").capitalize()
