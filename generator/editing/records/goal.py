"""A new goal."""

from __future__ import annotations

from datetime import date, timedelta

from generator.editing._known import Known
from generator.editing.records._page import Page, as_title, find_band, list_skills, quote

WEEKS = 8
"""How far away the day is that a new goal is due, until the learner writes another."""


def draft_record(known: Known, learner_id: str, record_id: str, day: date, title: str = "") -> str:
    """Draft `portfolios/<learner_id>/goals/<id>.yml`."""
    band = find_band(known, learner_id)
    page = Page(known, band)
    page.key("title", quote(title or as_title(record_id)))
    page.key("kind", "personal", "academic | habit | personal | project | contract")
    page.key("status", "active", "active | met | partly | revised | let-go")
    page.gap()
    page.say("Which of these does it serve? Write it behind the -, or take the line away.", *list_skills(known, band))
    page.show("indicators:", "  - …")
    page.gap()
    for name in ("why_it_matters", "baseline", "target", "measure"):
        page.prose(name)
    page.key("due", str(day + timedelta(weeks=WEEKS)), "the day you want to be there")
    page.gap()
    for name in ("first_step", "obstacle", "if_then"):
        page.prose(name)
    page.say("Look at your goal every few weeks, and write an entry like this one for each time. Take away each # and the space behind it.")
    page.show("check_ins:", f"  - on: {day}", "    where_am_i: …", "    what_changed: …", "    next_step: …")
    return page.render()
