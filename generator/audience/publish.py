"""From a school to what one edition shows on one day: the rest is gone before any page is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from generator.audience.exhibitions import add_places, redact_exhibition
from generator.audience.framework import redact_competencies
from generator.audience.lens import Lens
from generator.audience.pieces import Piece
from generator.audience.portfolios import redact_portfolio
from generator.audience.status import piece_status
from generator.audience.view import ItemStatus, PublishedView, ShownPiece, ShownPortfolio, ShownSchool
from generator.findings import Finding, Severity
from generator.model.whole import Learner, School


def redact_school(
    school: School,
    edition: str,
    day: date,
    *,
    learner_id: str | None = None,
    own_view: bool = False,
    sound: School | None = None,
    findings: Iterable[Finding] = (),
) -> PublishedView:
    """Cut one edition out of a school.

    `edition` is "public", "onsite", "family" (then `learner_id` says whose) or "staff". With
    `own_view` the family edition becomes the learner's own: it shows also what is for `self`, and
    each item says who will see it. `findings` stand in their place in `staff` and in an own view.
    `school` is what the edition shows: the sound school, after holding back, for every edition but
    `staff` and an own view, which are handed the whole one and, for the question who will see an
    item, the `sound` one beside it.
    """
    inside = edition == "staff" or own_view
    lens = Lens(school, edition, day, learner_id, own_view)
    outside = Lens(sound or school, "public", day)
    return _Cut(lens, outside, tuple(findings) if inside else ()).make_view()


@dataclass
class _Cut:
    """Cuts one edition, keeping what the parts need of each other: public ids and who made what."""

    lens: Lens
    outside: Lens
    findings: tuple[Finding, ...]

    def __post_init__(self) -> None:
        self.inside = self.lens.edition == "staff" or self.lens.own_view
        self.by_path: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            self.by_path[finding.path].append(finding)
        self.taken: set[str] = set()

    def make_view(self) -> PublishedView:
        """Make the view: pieces first, then the portfolios that list them, then the shows."""
        lens, school = self.lens, self.lens.school
        kept = [(piece, self.address(piece.record.public_id)) for piece in self.list_pieces()]
        shown = [(piece, public) for piece, public in kept if public is not None]
        ids = {piece.reference: public for piece, public in shown}
        portfolios = self.make_portfolios(shown)
        homes = {learner: each.public_id for learner, each in portfolios.items()}
        pieces = {public: self.make_piece(piece, public, homes) for piece, public in shown}
        add_places(lens, school.exhibitions, pieces, ids)
        return PublishedView(
            edition=lens.edition,
            day=lens.day,
            school=redact_settings(lens),
            competencies=redact_competencies(lens, school.graduate_profile, pieces.values()),
            portfolios={each.public_id: each for each in sorted(portfolios.values(), key=lambda each: (each.name.casefold(), each.public_id))},
            pieces=pieces,
            exhibitions=tuple(
                replace(redact_exhibition(lens, each, show, ids), findings=tuple(self.by_path[f"content/exhibitions/{each}.yml"]))
                for each, show in sorted(school.exhibitions.items())
            ),
            findings=self.findings,
        )

    def list_pieces(self) -> list[Piece]:
        """List the pieces that this edition shows, newest first; ties by public id, never by name."""
        found = [
            piece
            for learner in self.lens.school.learners.values()
            for artifact_id in learner.artifacts
            if (piece := Piece(self.lens, learner, artifact_id)).carriers
        ]
        return sorted(found, key=lambda piece: (-piece.record.made_on.toordinal(), piece.record.public_id or "", piece.reference))

    def address(self, public_id: str | None) -> str | None:
        """Give the id under which a record stands: its own, or inside the school a stand-in."""
        if public_id is not None and public_id not in self.taken:
            self.taken.add(public_id)
            return public_id
        if self.lens.edition in ("public", "onsite"):
            return None
        made = f"held-{sum(each.startswith('held-') for each in self.taken) + 1}"
        self.taken.add(made)
        return made

    def make_portfolios(self, shown: list[tuple[Piece, str]]) -> dict[str, ShownPortfolio]:
        """Make the portfolios, each with the pieces that its own learner's leave carries."""
        carried: dict[str, list[tuple[Piece, str]]] = defaultdict(list)
        for piece, public in shown:
            for learner_id in piece.carriers:
                carried[learner_id].append((piece, public))
        found: dict[str, ShownPortfolio] = {}
        for learner in self.lens.school.learners.values():
            wanted = learner.profile.public_id if learner.profile else None
            if (wanted is None or wanted in self.taken) and self.lens.edition in ("public", "onsite"):
                continue
            made = redact_portfolio(self.lens, learner, wanted or "", tuple(carried[learner.learner_id]))
            if made is not None:
                public = self.address(wanted)
                found[learner.learner_id] = replace(made, public_id=public or "", **self.inside_facts(learner))
        return found

    def inside_facts(self, learner: Learner) -> dict[str, object]:
        """What staff and the learner who looks see beside a portfolio: findings and who sees the profile."""
        if not self.inside:
            return {}
        base = f"portfolios/{learner.learner_id}"
        own = [each for path, found in self.by_path.items() if path.startswith(f"{base}/") and "/artifacts/" not in path for each in found]
        status = None
        if learner.profile is not None:
            status = self.profile_status(learner)
        return {"findings": tuple(sorted(own)), "status": status}

    def profile_status(self, learner: Learner) -> ItemStatus:
        """Say how far a portfolio goes: the widest edition that may show this learner's work."""
        asked = learner.profile.audience if learner.profile else "family"
        for edition in ("public", "onsite"):
            decision = self.outside.beside(edition).decide(learner.learner_id, "work")
            if decision.allowed and learner.profile and learner.profile.public_id:
                return ItemStatus(asked, edition, "")
        return ItemStatus(asked, "family", f"Not on the web: {self.outside.decide(learner.learner_id, 'work').rule}.")

    def make_piece(self, piece: Piece, public_id: str, homes: dict[str, str]) -> ShownPiece:
        """Make one piece, with links to the portfolios that list it."""
        made = piece.redact(public_id, homes)
        portfolios = tuple(homes[each] for each in piece.carriers if each in homes)
        findings = tuple(sorted(self.by_path[f"{piece.folder}/artifact.yml"]))
        status = None
        if self.inside:
            held = next((each.message for each in findings if each.severity is Severity.ERROR), "it is held back")
            status = piece_status(self.outside, piece, held)
        return replace(made, portfolios=portfolios, findings=findings, status=status)


def redact_settings(lens: Lens) -> ShownSchool:
    """What every page may say of the school."""
    settings, profile = lens.school.settings, lens.school.graduate_profile
    inks = settings.inks
    return ShownSchool(
        name=lens.word(settings.name),
        languages=settings.languages,
        url=settings.url,
        contact=settings.publishing.contact,
        logo=settings.logo.removeprefix("pages/"),
        home=lens.school.home,
        ink_pair=inks.pair,
        ink_colours=inks.find_colours(),
        profile_title=lens.word(profile.title),
        profile_version=profile.version,
        adopted_on=profile.adopted_on,
        consulted=tuple((who, lens.say(each.how), each.on) for each in profile.consulted if (who := lens.say(each.who))),
        indexed=settings.publishing.indexed,
        image_max_px=settings.publishing.image_max_px,
    )
