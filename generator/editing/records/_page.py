"""Drafting a record as text: keys in order, and the questions of the learner's grade band as comments."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping

from generator.editing._known import Known
from generator.model.planning import Prompt

_WIDTH = 100
_PLAIN = re.compile(r"[^\W_][\w '.,()/?+-]*\Z")
_READ_ELSEWHERE = re.compile(r"(?:[-+]?[0-9][0-9._:eE+-]*|yes|no|on|off|true|false|null|y|n)\Z", re.IGNORECASE)


class Page:
    """The text of a record while it is drafted: one method a kind of line.

    `band` is the grade band whose words the questions are in.
    """

    def __init__(self, known: Known, band: str | None = None) -> None:
        self.lines: list[str] = []
        self._band = band
        self._asked = _choose_prompts(known, band)

    def key(self, name: str, value: str = "", note: str = "") -> None:
        """Write `name: value`, with a note behind it."""
        line = f"{name}: {value}".rstrip()
        self.lines.append(f"{line:<43} # {note}" if note else line)

    def say(self, *comments: str, indent: int = 0) -> None:
        """Write comments, folded to a readable width."""
        for comment in comments:
            folded = textwrap.wrap(comment, _WIDTH - indent) or [""]
            self.lines.extend(f"{' ' * indent}# {line}".rstrip() for line in folded)

    def ask(self, block: str, use: str = "starter", indent: int = 0) -> None:
        """Write the question that belongs to a block, where there is one."""
        found = self._asked.get((use, block))
        if found:
            self.say(found, indent=indent)

    def prose(self, name: str, use: str = "starter", indent: int = 0, ask: bool = True) -> None:
        """Write a text field to fill in: the question, the key in block style, and an indented line for the answer."""
        if ask:
            self.ask(name, use, indent)
        self.lines.extend([f"{' ' * indent}{name}: |", " " * (indent + 2)])

    def show(self, *lines: str, indent: int = 0) -> None:
        """Write an example that is not yet in force: lines behind a #."""
        self.lines.extend(f"{' ' * indent}# {line}".rstrip() for line in lines)

    def gap(self) -> None:
        """Leave a line free."""
        if self.lines and self.lines[-1].strip():
            self.lines.append("")

    def render(self) -> str:
        """Render the record; it ends with one line break."""
        return "\n".join(self.lines).rstrip("\n") + "\n"


def quote(text: str) -> str:
    """Write a short text so that YAML reads exactly it, whatever is in it."""
    plain = " ".join(text.split())
    if _PLAIN.match(plain) and not plain.endswith(" ") and not _READ_ELSEWHERE.match(plain):
        return plain
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def as_title(record_id: str) -> str:
    """Turn an id into the beginning of a title: "river-sensor" to "River sensor"."""
    words = record_id.replace("-", " ")
    return words[:1].upper() + words[1:]


def find_band(known: Known, learner_id: str) -> str | None:
    """Find the grade band of a learner by the roster; None where it is not known."""
    row = known.roster.get(learner_id)
    band = known.settings.find_band(row.grade) if row else None
    return band.id if band else None


def list_skills(known: Known, band: str | None) -> list[str]:
    """List what evidence may name, each with its title, for a comment."""
    profile = known.profile
    if profile is None:
        return []
    listed = []
    for reference in profile.list_skills():
        found = profile.find_skill(reference)
        title = (found[1] or found[0]).title.choose((known.language,))[0] if found else ""
        listed.append(f"{reference}: {' '.join(title.split())}")
    return listed


def _choose_prompts(known: Known, band: str | None) -> Mapping[tuple[str, str], str]:
    """Choose one question a use and block: the school's before ours, this band's before any other."""
    chosen: dict[tuple[str, str], str] = {}
    ours = _find_shipped_band(known, band)
    for prompts, wanted in ((known.shipped, ours), (known.prompts, band)):
        for prompt in (*_of(prompts, None, known), *_of(prompts, wanted, known)):
            chosen[prompt.use, _block(prompt)] = " ".join(str(prompt.text.choose((known.language,))[0]).split())
    return chosen


def _of(prompts: Iterable[Prompt], band: str | None, known: Known) -> list[Prompt]:
    languages = ("", known.language) if any(each.language == known.language for each in prompts) else ("", "en")
    return [each for each in prompts if each.band == band and each.language in languages]


def _block(prompt: Prompt) -> str:
    return (prompt.block or "").rpartition("/")[2].replace("-", "_")


def _find_shipped_band(known: Known, band: str | None) -> str:
    """Find which of our three sets of questions suits a band of the school, by its id or its first grade."""
    own = {each.band for each in known.shipped}
    if band in own and band:
        return band
    found = next((each for each in known.settings.grade_bands if each.id == band), None)
    numbers = [int(grade) for grade in found.grades if grade.isdigit()] if found else []
    if found and not numbers:
        return "elementary"
    first = min(numbers, default=7)
    return "elementary" if first < 6 else "middle" if first < 9 else "high"
