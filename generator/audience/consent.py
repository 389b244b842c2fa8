"""The consent resolver: whether a use of an item is allowed on a day, and the rule that decided.

The whole rule is in FORMATS section 2. In short: no record means no; for each role and giver the
latest word speaks; one yes of a guardian or an eligible student is needed, and any no closes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.office import ConsentRow, Consents, RosterRow

ELIGIBLE = "eligible-student"


@dataclass(frozen=True, slots=True)
class Decision:
    """Allowed or not, and the sentence that says by whose leave or why not."""

    allowed: bool
    rule: str


class ConsentBook:
    """The consents of a school, ready to be asked; pure, and safe to ask again and again."""

    def __init__(self, consents: Consents, roster: Mapping[str, RosterRow]) -> None:
        self._consents, self._roster = consents, roster
        self._rows: dict[tuple[str, str, str], list[ConsentRow]] = defaultdict(list)
        for row in consents.rows:
            for item in row.items:
                self._rows[row.learner_id, row.use, item].append(row)
        self._known: dict[tuple[str, str, str, date], Decision] = {}

    def decide(self, learner_id: str, item: str, use: str, day: date) -> Decision:
        """Decide whether an item of a learner may be put to a use on a day."""
        key = (learner_id, item, use, day)
        if key not in self._known:
            self._known[key] = self._decide(*key)
        return self._known[key]

    def _decide(self, learner_id: str, item: str, use: str, day: date) -> Decision:
        row = self._roster.get(learner_id)
        if row is None:
            return Decision(False, "this learner is not in the roster")
        if row.never_publish:
            return Decision(False, "the roster says never_publish")
        if self._consents.broken:
            return Decision(False, "the consent file cannot be read")
        if learner_id in self._consents.closed:
            return Decision(False, "a consent row that may mean this learner cannot be read")
        return _join(_voices(self._rows.get((learner_id, use, item), ()), day, row.eligible))


@dataclass(frozen=True, slots=True)
class _Voice:
    """What one role and giver says on a day: yes, no or nothing, and since when."""

    role: str
    says: bool | None
    row: ConsentRow


def _voices(rows: Iterable[ConsentRow], day: date, eligible: bool) -> list[_Voice]:
    """Let the latest word of each role and giver speak; on one day a no beats a yes."""
    said: dict[tuple[str, str], list[ConsentRow]] = defaultdict(list)
    for row in rows:
        if row.given_on <= day:
            role = "learner" if row.given_by_role == ELIGIBLE and not eligible else row.given_by_role
            said[role, row.giver].append(row)
    voices = []
    for (role, _), theirs in sorted(said.items()):
        latest = max(row.given_on for row in theirs)
        words = [_Voice(role, _says(row, day), row) for row in theirs if row.given_on == latest]
        voices.append(min(words, key=lambda word: {False: 0, True: 1, None: 2}[word.says]))
    return voices


def _says(row: ConsentRow, day: date) -> bool | None:
    """What a row says on a day: yes, no, or nothing because it has run out."""
    withdrawn = row.withdrawn_on is not None and row.withdrawn_on <= day
    if row.answer == "no" or withdrawn:
        return False
    return True if row.until is not None and row.until >= day else None


def _join(voices: list[_Voice]) -> Decision:
    """Join what all say: one yes that counts is needed, and nobody may say no."""
    refusal = next((voice for voice in voices if voice.says is False), None)
    if refusal:
        row = refusal.row
        withdrawn = row.answer == "yes"
        when = row.withdrawn_on if withdrawn else row.given_on
        return Decision(False, f"{_who(refusal)} {'took it back' if withdrawn else 'said no'} on {when}")
    leave = next((voice for voice in voices if voice.says and voice.role in ("guardian", ELIGIBLE)), None)
    if leave:
        return Decision(True, f"{_who(leave)} said yes on {leave.row.given_on}, until {leave.row.until}")
    if any(voice.says for voice in voices):
        return Decision(False, "only the learner said yes, and a guardian's yes is needed")
    if voices:
        last = max((voice.row.until for voice in voices if voice.row.until is not None), default=None)
        return Decision(False, f"the yes ran out on {last}" if last else "the yes has no last day")
    return Decision(False, "there is no record, and no record means no")


def _who(voice: _Voice) -> str:
    giver = f" {voice.row.giver}" if voice.row.giver else ""
    return {"guardian": f"a guardian{giver}", "learner": "the learner", ELIGIBLE: "the learner, of age,"}[voice.role]
