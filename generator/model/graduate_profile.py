"""The graduate profile: competencies, indicators, levels, evidence rules and expectations."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model._base import Count, Day, EmptyAsList, Id, Line, Markdown, Prose, Record, Reference, Share, Text, Yes


class Level(Record):
    """A progression level; a list of them runs from the lowest to the highest."""

    id: Id
    title: Prose


class RollUp(Record):
    """How ratings of one indicator are summed up; a plain mean is not offered (practice D6)."""

    method: Literal[
        "adviser-judgement", "n-times-at-level", "most-recent", "highest", "decaying-average", "most-common-of-last"
    ] = "adviser-judgement"
    shown_with: Literal["n-times-at-level", "most-recent", "highest", "decaying-average", "most-common-of-last"] | None = None
    n: Count | None = None
    k: Count | None = None
    weight: Share | None = None


class EvidenceRule(Record):
    """How much evidence an indicator needs, and how it is summed up."""

    min_pieces: Count = 2
    min_contexts: Count = 2
    max_age_months: Count = 24
    at_level: Id | None = None
    counts: Literal["ratings", "claims"] = "ratings"
    roll_up: RollUp = RollUp()


class Indicator(Record):
    """A learner-facing skill with its "I can" lines; without levels it is claimed, not rated."""

    id: Id
    title: Prose
    standards: Annotated[tuple[Line, ...], EmptyAsList] = ()
    i_can: dict[Id, Prose] = {}
    i_can_by_band: dict[Id, dict[Id, Prose]] = {}
    evidence_rule: EvidenceRule | None = None

    def find_i_can(self, level: str, band: str | None) -> Text | None:
        """Find the "I can" line of a level, in the words of the grade band where it has its own."""
        of_band = self.i_can_by_band.get(band or "", {})
        return of_band.get(level) or self.i_can.get(level)


class Competency(Record):
    """Something a graduate can do: academic, transferable or a habit; kinds are never mixed."""

    id: Id
    title: Prose
    kind: Literal["academic", "transferable", "habit"]
    rated: Yes = True
    summary: Prose | None = None
    guiding_question: Prose | None = None
    icon: Line = ""
    standards: Annotated[tuple[Line, ...], EmptyAsList] = ()
    levels: Annotated[tuple[Level, ...], EmptyAsList] = ()
    indicators: Annotated[tuple[Indicator, ...], EmptyAsList] = ()
    evidence_rule: EvidenceRule | None = None

    def find_indicator(self, indicator_id: str) -> Indicator | None:
        """Find one of this competency's indicators by its id."""
        return next((each for each in self.indicators if each.id == indicator_id), None)


class Consultation(Record):
    """Who was asked about the graduate profile, how and when."""

    who: Prose
    how: Prose | None = None
    on: Day


class Expectations(Record):
    """What a portfolio of a grade band should hold; numbers count what was filed, rated or not."""

    artifacts: Count = 0
    goals: Count = 0
    check_in_weeks: Count | None = None
    reflections: Count = 0
    level: Id | None = None


class GraduateProfile(Record):
    """`content/graduate_profile.yml`, one version, whole."""

    id: Id
    version: Line
    title: Prose
    adopted_on: Day | None = None
    summary: Markdown | None = None
    consulted: Annotated[tuple[Consultation, ...], EmptyAsList] = ()
    levels: Annotated[tuple[Level, ...], EmptyAsList] = ()
    competencies: tuple[Competency, ...]
    evidence_rule: EvidenceRule = EvidenceRule()
    expectations: dict[Id, Expectations] = {}
    supersedes: Line | None = None
    id_map: dict[Reference, Reference | None] = {}

    def find_competency(self, competency_id: str) -> Competency | None:
        """Find a competency by its id."""
        return next((each for each in self.competencies if each.id == competency_id), None)

    def find_skill(self, reference: str) -> tuple[Competency, Indicator | None] | None:
        """Find what evidence names: `competency/indicator`, or a competency that has no indicators."""
        competency_id, _, indicator_id = reference.partition("/")
        competency = self.find_competency(competency_id)
        if competency is None:
            return None
        if not indicator_id:
            return None if competency.indicators else (competency, None)
        indicator = competency.find_indicator(indicator_id)
        return (competency, indicator) if indicator else None

    def get_levels(self, competency: Competency) -> tuple[Level, ...]:
        """Give the levels that hold for a competency: its own, else the profile's."""
        return competency.levels or self.levels

    def list_skills(self) -> tuple[str, ...]:
        """List every reference that evidence may name, in the school's order."""
        return tuple(
            reference
            for each in self.competencies
            for reference in ([f"{each.id}/{one.id}" for one in each.indicators] or [each.id])
        )
