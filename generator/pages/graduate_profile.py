"""The graduate profile: an overview, and a page per competency with its "I can" lines and the work that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audience.view import PublishedView, ShownCompetency
from generator.pages._cards import make_card
from generator.pages._desk import Desk
from generator.pages._draft import PageDraft, SearchEntry
from generator.pages._lots import join_grants, split_long
from generator.pages._markdown import strip_marks

ADDRESS = "graduate-profile/"


def draft_shared(view: PublishedView, desk: Desk) -> Iterator[PageDraft]:
    """Draft the overview and the page of each competency."""
    yield _draft_overview(view, desk)
    for competency in view.competencies:
        yield _draft_competency(view, desk, competency)


def _draft_overview(view: PublishedView, desk: Desk) -> PageDraft:
    title = view.school.profile_title or desk.say("nav_graduate_profile")
    content = desk.render("graduate_profile.html", 1, school=view.school, title=title, competencies=view.competencies)
    return PageDraft(
        address=ADDRESS,
        title=title,
        content=content,
        lang=desk.language,
        direction=desk.direction,
        section="graduate-profile",
        search=SearchEntry(title, " ".join(each.title for each in view.competencies)),
        grants=frozenset(grant for each in view.competencies for grant in each.grants),
    )


def _draft_competency(view: PublishedView, desk: Desk, competency: ShownCompetency) -> PageDraft:
    ids = [each for each in competency.pieces if each in view.pieces]
    first, more = split_long(ids, view)
    summary = strip_marks(competency.summary.text) if competency.summary else ""
    order = list(view.competencies)
    at = order.index(competency)
    content = desk.render(
        "competency.html",
        2,
        competency=competency,
        profile=view.school.profile_title or desk.say("nav_graduate_profile"),
        steps={title: step for step, title in enumerate(competency.levels, 1)},
        cards=[make_card(view.pieces[each], number, view, desk) for number, each in enumerate(first, 1)],
        more=more,
        count=len(ids),
        before=order[at - 1] if len(order) > 1 else None,
        after=order[(at + 1) % len(order)] if len(order) > 1 else None,
    )
    return PageDraft(
        address=competency.address,
        title=competency.title,
        content=content,
        description=summary[:160],
        lang=desk.language,
        direction=desk.direction,
        section="graduate-profile",
        search=SearchEntry(competency.title, " ".join(filter(None, [summary, *(each.title for each in competency.indicators)]))),
        grants=competency.grants | join_grants(view, ids),
    )
