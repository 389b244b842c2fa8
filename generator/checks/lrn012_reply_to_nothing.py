"""A reply to a rating that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks._example import REPLIES, change, keep
from generator.checks._places import replies_path
from generator.checks._rule import Rule
from generator.checks._say import say, suggest
from generator.findings import Problem, Severity
from generator.model.whole import Learner, School

RULE = Rule(
    code="LRN012",
    name="reply-to-nothing",
    severity=Severity.ERROR,
    reason="A reply stands beside the rating it answers. Without that rating nobody can see what it is about.",
    remedy="Write the id of the rating, as the rating sheet shows it.",
    bad=change(REPLIES, "rating: r1", "rating: r7"),
    good=keep(REPLIES),
)


def check_learner(school: School, learner: Learner, day: date) -> Iterator[Problem]:
    """Find reply to nothing in one learner's folder."""
    if not school.has_office or not learner.replies:
        return
    known = {rating.id for rating in school.ratings.get(learner.learner_id, ())}
    for index, reply in enumerate(learner.replies):
        if reply.rating.rpartition("/")[2] not in known:
            yield say(
                RULE, (replies_path(learner.learner_id), (index, "rating")),
                f'This reply answers the rating "{reply.rating}", and you have no rating with that id.',
                suggest(reply.rating, known, "Take the reply away, or ask your adviser for the id."), learner.learner_id,
            )
