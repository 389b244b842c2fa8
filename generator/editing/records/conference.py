"""A new conference, led by the learner."""

from __future__ import annotations

from datetime import date, timedelta

from generator.editing._known import Known
from generator.editing.records._page import Page, find_band

PARTS = ("pride", "growth", "struggle", "skill")


def draft_record(known: Known, learner_id: str, day: date) -> str:
    """Draft `portfolios/<learner_id>/conferences/<id>.yml`."""
    page = Page(known, find_band(known, learner_id))
    page.key("type", "student-led", "student-led | presentation | passage | defence | goal-setting | gallery")
    page.show(f"starts: {day + timedelta(weeks=4)}T17:20", "place: …")
    page.key("length_min", "25", "ten more if somebody interprets")
    page.key("mode", "room", "room | phone | video")
    page.key("lead_level", "prompted", "shared | prompted | alone")
    page.key("questions_when", "end", "during | end")
    page.gap()
    page.say("Who comes to listen? Name them as you call them.")
    page.show("attendees:", "  - name: …", "    relation: …")
    page.gap()
    _add_selected(page, known, learner_id)
    page.say("Leave the agenda empty for the blocks that every conference has.")
    page.key("agenda", "[]")
    page.gap()
    page.say("What was agreed at the end: who does what, and by when.")
    page.show("commitments:", "  - id: c1", "    who: learner                          # learner | family | adviser", "    what: …", f"    by: {day + timedelta(weeks=6)}")
    return page.render()


def _add_selected(page: Page, known: Known, learner_id: str) -> None:
    """Ask for the four pieces, and name those there are."""
    page.say("Choose your pieces. One piece may stand more than once. Take away each # and the space behind it.")
    folder = known.root / "portfolios" / learner_id / "artifacts"
    pieces = sorted(entry.name for entry in folder.iterdir() if (entry / "artifact.yml").is_file()) if folder.is_dir() else []
    if pieces:
        page.say(f"Yours are: {', '.join(pieces)}")
    page.show("selected:")
    for part in PARTS:
        page.ask(part, "card")
        page.show(f"  - as: {part}", "    artifact: …", "    because: …")
    page.gap()
