"""The named ways to reflect and to plan a conference: their parts, minutes and sources."""

from __future__ import annotations

from collections.abc import Mapping

PROTOCOLS: Mapping[str, tuple[str, ...]] = {
    "what-so-what-now-what": ("what", "so_what", "now_what"),
    "describe-examine-learn": ("describe", "examine", "learn"),
    "used-to-think": ("used_to_think", "now_i_think"),
    "claim-support-question": ("claim", "support", "question"),
    "what-makes-you-say-that": ("what_do_you_see", "what_makes_you_say_that"),
    "pride-and-growth": ("pride", "growth"),
}
"""Protocols of reflection and the parts that each asks to answer (practice C4)."""

CRITIQUES = ("kind-specific-helpful", "praise-question-suggest", "tell-ask-give", "warm-cool", "like-wish-wonder")
"""Protocols of critique (practice C2)."""

AGENDA: Mapping[str, int] = {
    "welcome": 2,
    "last-commitments": 3,
    "pride": 4,
    "growth": 4,
    "struggle": 3,
    "goals": 4,
    "questions": 2,
    "commitments": 3,
}
"""The default blocks of a conference and their minutes, 25 in all (practice, table 3.1)."""

INTERPRETER_MINUTES = 10
"""What an interpreted conversation gets on top of its length (FORMATS section 4)."""


def find_parts_to_answer(protocol: str) -> tuple[str, ...] | None:
    """Find the parts of a protocol of reflection; None for one that is the school's own."""
    return PROTOCOLS.get(protocol)


def as_part(key: str) -> str:
    """Write the key of an answer as parts are written, with underscores."""
    return key.replace("-", "_")
