"""A new piece of work, or a learner's part in a classmate's."""

from __future__ import annotations

from datetime import date

from generator.editing._known import Known
from generator.editing.records._page import Page, as_title, find_band, list_skills, quote
from generator.ids import new_public_id

PROTOCOL = ("what-so-what-now-what", ("what", "so_what", "now_what"))
"""The way to reflect that a new record begins with."""


def draft_record(known: Known, learner_id: str, record_id: str, day: date, title: str = "") -> str:
    """Draft `portfolios/<learner_id>/artifacts/<id>/artifact.yml` for a piece that this learner owns."""
    band = find_band(known, learner_id)
    page = Page(known, band)
    page.key("public_id", new_public_id(), "written by the tool, leave it as it is")
    page.key("title", quote(title or as_title(record_id)))
    page.key("kind", "product", "product | performance | process | observation | did-not-work | outside")
    page.key("made_on", str(day))
    page.key("setting", "school", "school | home | community | work | online")
    page.key("work_mode", "alone", "alone | pair | team")
    _add_audience(page)
    page.gap()
    page.prose("summary")
    page.prose("question")
    _add_makers(page, learner_id)
    _add_media(page, day)
    _add_evidence(page, known, band)
    _add_reflection(page)
    _add_help(page)
    return page.render()


def draft_pointer(known: Known, learner_id: str, owner: str) -> str:
    """Draft an `artifact.yml` that points at a classmate's piece: `owner` is `learner/artifact`."""
    band = find_band(known, learner_id)
    page = Page(known, band)
    page.key("shared_from", owner, "the piece lives there, this is your part of it")
    _add_audience(page)
    page.gap()
    page.prose("contribution")
    _add_evidence(page, known, band)
    _add_reflection(page)
    _add_help(page)
    return page.render()


def _add_audience(page: Page) -> None:
    page.key("audience", "family", "self | family | onsite | public: the most people who may see it")


def _add_makers(page: Page, learner_id: str) -> None:
    page.say("Who made it? One entry each, with their learner id.")
    page.key("makers")
    page.lines.append(f"  - learner_id: {learner_id}")
    page.prose("contribution", indent=4)


def _add_media(page: Page, day: date) -> None:
    page.say("Put your files beside this one and name each here. Take away each # and the space behind it.")
    page.ask("alt")
    page.show("media:", "  - file: photo.jpg", "    alt: …", "    shows: []                            # learner ids of the faces in it")
    page.gap()
    page.say("Earlier tries, the first one first.")
    page.show("drafts:", "  - file: first-try.jpg", "    alt: …", f"    made_on: {day}", "    changed: …", "    because: …")
    page.gap()


def _add_evidence(page: Page, known: Known, band: str | None) -> None:
    page.say("What does it show? Take one of these, and say what in the piece shows it.", *list_skills(known, band))
    page.ask("because")
    levels = known.profile.levels if known.profile else ()
    note = f"    level: {levels[0].id}" + f"    # {' | '.join(level.id for level in levels)}" if levels else "    level: …"
    page.show("evidence:", "  - indicator: …", note, "    because: …")
    page.gap()


def _add_reflection(page: Page) -> None:
    protocol, parts = PROTOCOL
    page.key("reflection")
    page.lines.extend([f"  protocol: {protocol}", "  answers:"])
    for part in parts:
        page.prose(part, "reflection", indent=4)


def _add_help(page: Page) -> None:
    page.ask("help_used")
    page.show("help_used:", "  - what: …", "    kept: …", "    changed: …")
