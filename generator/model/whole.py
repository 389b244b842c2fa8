"""The whole truth about a school, frozen: what checks read and editions are cut from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.artifact import Artifact, Pointer
from generator.model.conference import Conference, ConferenceDay
from generator.model.exhibition import Exhibition
from generator.model.graduate_profile import GraduateProfile
from generator.model.learner import Goal, Profile, Reply
from generator.model.medium import MediumFacts
from generator.model.office import ApprovalRow, Consents, OfficeLearner, Rating, RosterRow, StaffRow
from generator.model.planning import Plan, Prompt, Rubric
from generator.model.school import SchoolSettings


@dataclass(frozen=True, slots=True)
class Learner:
    """One folder of `portfolios/`: what the learner wrote, by id, and the facts of its media.

    `files` maps a path below the school's folder to the facts of that media file; `texts` does the
    same with the words of transcripts, captions and text-like media. `revisions` maps an artifact
    id, or "" for the profile, to the hash that an approval by record names.
    """

    learner_id: str
    profile: Profile | None = None
    goals: Mapping[str, Goal] = field(default_factory=dict)
    artifacts: Mapping[str, Artifact] = field(default_factory=dict)
    pointers: Mapping[str, Pointer] = field(default_factory=dict)
    conferences: Mapping[str, Conference] = field(default_factory=dict)
    replies: tuple[Reply, ...] = ()
    files: Mapping[str, MediumFacts] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    revisions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class School:
    """Everything that could be read of a school's folder.

    `has_office` is False in a learner's own clone, where the office records are elsewhere.
    `home` is the text of `content/pages/index.md`.
    """

    settings: SchoolSettings
    graduate_profile: GraduateProfile
    earlier_profiles: Mapping[str, GraduateProfile] = field(default_factory=dict)
    roster: Mapping[str, RosterRow] = field(default_factory=dict)
    staff: Mapping[str, StaffRow] = field(default_factory=dict)
    consents: Consents = Consents()
    approvals: tuple[ApprovalRow, ...] = ()
    office: Mapping[str, OfficeLearner] = field(default_factory=dict)
    ratings: Mapping[str, tuple[Rating, ...]] = field(default_factory=dict)
    exhibitions: Mapping[str, Exhibition] = field(default_factory=dict)
    conference_days: Mapping[str, ConferenceDay] = field(default_factory=dict)
    prompts: tuple[Prompt, ...] = ()
    rubrics: Mapping[str, Rubric] = field(default_factory=dict)
    plan: Plan | None = None
    learners: Mapping[str, Learner] = field(default_factory=dict)
    has_office: bool = True
    home: str = ""

    def find_artifact(self, reference: str) -> Artifact | None:
        """Find the piece that `learner/artifact` names; a pointer is followed to its owner."""
        owner = self.find_owner(reference)
        if owner is None:
            return None
        learner_id, _, artifact_id = owner.partition("/")
        return self.learners[learner_id].artifacts[artifact_id]

    def find_owner(self, reference: str) -> str | None:
        """Find the reference of the record that owns a piece: itself, or what its pointer names."""
        learner_id, _, artifact_id = reference.partition("/")
        learner = self.learners.get(learner_id)
        if learner is None:
            return None
        if artifact_id in learner.artifacts:
            return reference
        pointer = learner.pointers.get(artifact_id)
        if pointer is None:
            return None
        owner_id, _, owned = pointer.shared_from.partition("/")
        owner = self.learners.get(owner_id)
        return pointer.shared_from if owner and owned in owner.artifacts else None

    def find_profile_version(self, version: str | None) -> GraduateProfile | None:
        """Find a version of the graduate profile; None means the one in force."""
        if version is None or version == self.graduate_profile.version:
            return self.graduate_profile
        return self.earlier_profiles.get(version)
