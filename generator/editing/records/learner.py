"""A new learner's profile."""

from __future__ import annotations

from datetime import date

from generator.editing._known import Known
from generator.editing.records._page import Page
from generator.ids import new_public_id


def draft_record(known: Known, day: date, grade: str = "") -> str:
    """Draft `portfolios/<learner_id>/profile.yml` in the words of the band that holds a grade."""
    band = known.settings.find_band(grade) if grade else None
    page = Page(known, band.id if band else None)
    page.key("public_id", new_public_id(), "written by the tool, leave it as it is")
    page.key("audience", "family", "self | family | onsite | public: the most people who may see it")
    page.gap()
    page.prose("about_me")
    page.say("One line each. Take away each # and the space behind it.")
    for name in ("strengths", "interests", "values", "aspirations"):
        page.ask(name)
        page.show(f"{name}:", "  - …")
        page.gap()
    page.ask("supports")
    page.show("supports:", "  access:                                # taking things in", "    - …", "  engage:                                # staying with it", "    - …", "  express:                               # showing what I know", "    - …")
    page.gap()
    page.say("A picture of you or by you; it stays in the family unless you say otherwise.")
    page.show("photo:", "  file: me.jpg", "  alt: …", "  audience: family")
    page.gap()
    page.ask("proud_of")
    page.show("proud_of:", "  artifact: …", "  because: …")
    return page.render()
