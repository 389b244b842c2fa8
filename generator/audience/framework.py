"""The graduate profile for one edition: competencies, "I can" lines, and the pieces that claim them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.audience.lens import Lens
from generator.audience.view import Said, ShownCompetency, ShownIndicator, ShownPiece
from generator.model._base import Text
from generator.model.graduate_profile import Competency, GraduateProfile, Indicator


def redact_competencies(lens: Lens, profile: GraduateProfile, pieces: Iterable[ShownPiece]) -> tuple[ShownCompetency, ...]:
    """Shape every competency for pages, with the shown pieces that claim it, newest first."""
    claimed: dict[str, list[ShownPiece]] = {each.id: [] for each in profile.competencies}
    for piece in pieces:
        for competency_id in dict.fromkeys(claim.competency_id for claim in piece.claims):
            if competency_id in claimed:
                claimed[competency_id].append(piece)
    return tuple(_competency(lens, profile, each, claimed[each.id]) for each in profile.competencies)


def _competency(lens: Lens, profile: GraduateProfile, each: Competency, pieces: list[ShownPiece]) -> ShownCompetency:
    levels = profile.get_levels(each)
    titles = {level.id: lens.word(level.title) for level in levels}
    newest = sorted(pieces, key=lambda piece: (piece.made_on, piece.public_id), reverse=True)
    return ShownCompetency(
        id=each.id,
        title=lens.word(each.title),
        kind=each.kind,
        rated=each.rated,
        summary=lens.say(each.summary),
        guiding_question=lens.say(each.guiding_question),
        levels=tuple(titles.values()),
        indicators=tuple(_indicator(lens, one, titles) for one in each.indicators),
        pieces=tuple(piece.public_id for piece in newest),
        grants=frozenset(grant for piece in pieces for grant in piece.grants),
    )


def _indicator(lens: Lens, each: Indicator, titles: Mapping[str, str]) -> ShownIndicator:
    bands = {band.id: lens.word(band.title) for band in lens.school.settings.grade_bands}
    by_band = ((bands.get(band, band), _lines(lens, lines, titles)) for band, lines in each.i_can_by_band.items())
    return ShownIndicator(
        id=each.id,
        title=lens.word(each.title),
        standards=each.standards,
        i_can=_lines(lens, each.i_can, titles),
        i_can_by_band=tuple((band, lines) for band, lines in by_band if lines),
    )


def _lines(lens: Lens, lines: Mapping[str, Text], titles: Mapping[str, str]) -> tuple[tuple[str, Said], ...]:
    """The "I can" lines in the order of the levels."""
    said = ((titles[level], lens.say(lines[level])) for level in titles if level in lines)
    return tuple((title, line) for title, line in said if line is not None)
