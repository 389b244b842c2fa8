"""Claims of evidence with the adults' ratings beside them, in the wording of their version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.audience.lens import Lens
from generator.audience.view import ShownClaim, ShownRating
from generator.model.artifact import Evidence
from generator.model.graduate_profile import Competency, GraduateProfile, Indicator
from generator.model.office import Rating


def redact_claims(lens: Lens, learner_id: str, evidence: Iterable[Evidence], reference: str, words: bool) -> Iterator[ShownClaim]:
    """Shape the claims of one maker for one piece.

    `reference` is the owner's `learner/artifact`. The because goes out only with `words`; ratings
    stand beside a claim for staff, and for the learner's own family once they are released.
    """
    for claim in evidence:
        profile = lens.school.find_profile_version(claim.version) or lens.school.graduate_profile
        found = profile.find_skill(claim.indicator)
        if found is not None:
            yield _claim(lens, learner_id, claim, reference, words, profile, *found)


def _claim(
    lens: Lens,
    learner_id: str,
    claim: Evidence,
    reference: str,
    words: bool,
    profile: GraduateProfile,
    competency: Competency,
    indicator: Indicator | None,
) -> ShownClaim:
    levels = profile.get_levels(competency)
    ids = [level.id for level in levels]
    step = ids.index(claim.level) + 1 if claim.level in ids else 0
    line = indicator.find_i_can(claim.level, lens.band_of(learner_id)) if indicator and claim.level else None
    return ShownClaim(
        competency_id=competency.id,
        indicator_id=indicator.id if indicator else "",
        competency=lens.word(competency.title),
        indicator=lens.word(indicator.title) if indicator else "",
        kind=competency.kind,
        i_can=lens.say(line),
        level=lens.word(levels[step - 1].title) if step else "",
        level_step=step,
        level_count=len(levels),
        by=lens.name(learner_id),
        because=lens.say(claim.because) if words else None,
        version=profile.version if profile is not lens.school.graduate_profile else "",
        ratings=tuple(redact_ratings(lens, learner_id, reference, claim.indicator)),
    )


def redact_ratings(lens: Lens, learner_id: str, reference: str, indicator: str) -> Iterator[ShownRating]:
    """Keep the ratings of one learner's claim: staff see all, the own family the released ones."""
    if not lens.owns(learner_id):
        return
    own = {reference, *(f"{learner_id}/{artifact_id}" for _, artifact_id, _ in _own_pointers(lens, learner_id, reference))}
    for rating in lens.school.ratings.get(learner_id, ()):
        seen = lens.edition == "staff" or rating.is_released(lens.day)
        if rating.artifact in own and rating.indicator == indicator and seen:
            yield _rating(lens, rating)


def _own_pointers(lens: Lens, learner_id: str, reference: str) -> Iterator[tuple[str, str, object]]:
    return (each for each in lens.pointers.get(reference, ()) if each[0] == learner_id)


def _rating(lens: Lens, rating: Rating) -> ShownRating:
    competency = lens.school.graduate_profile.find_competency(rating.indicator.partition("/")[0])
    levels = lens.school.graduate_profile.get_levels(competency) if competency else ()
    title = next((lens.word(level.title) for level in levels if level.id == rating.level), rating.level.replace("-", " "))
    feedback = rating.feedback
    return ShownRating(
        level_id=rating.level,
        level=title,
        rater=lens.rater_name(rating.rater, rating.rater_kind),
        rater_kind=rating.rater_kind,
        rated_on=rating.rated_on,
        released=rating.is_released(lens.day),
        noted=lens.say(rating.noted),
        goal=lens.say(feedback.goal) if feedback else None,
        now=lens.say(feedback.now) if feedback else None,
        next=lens.say(feedback.next) if feedback else None,
    )
