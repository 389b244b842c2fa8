"""A new exhibition."""

from __future__ import annotations

from datetime import date, timedelta

from generator.editing._known import Known
from generator.editing.records._page import Page, as_title, quote

WEEKS = 8
"""How far away the opening of a new exhibition is, until somebody writes another day."""


def draft_record(known: Known, record_id: str, day: date, title: str = "") -> str:
    """Draft `content/exhibitions/<id>.yml`: one room, one station, and how to place a piece."""
    page = Page(known)
    opens = day + timedelta(weeks=WEEKS)
    page.key("title", quote(title or as_title(record_id)))
    page.key("mode", "night", "permanent | pop-up | night | virtual | mixed")
    page.key("opens", str(opens))
    page.key("closes", str(opens + timedelta(days=7)))
    page.key("teardown", str(opens + timedelta(days=8)))
    page.gap()
    page.prose("big_question")
    page.prose("statement")
    page.key("sessions")
    page.lines.append(f"  - {{id: opening, title: Opening, starts: {opens}T17:00, ends: {opens}T19:00}}")
    page.gap()
    page.key("rooms")
    page.lines.extend(["  - id: hall", "    title: Hall", "    step_free: yes", "    stations:", "      - {id: h1, needs: [wall]}          # wall | table | power | sound | quiet | seated"])
    page.gap()
    page.say("Which piece stands where? Take away each # and the space behind it.")
    page.show("placements:", "  - artifact: ana-r/river-sensor", "    station: hall/h1", "    order: 1", "    session: opening", "    presenters: [ana-r]")
    return page.render()
