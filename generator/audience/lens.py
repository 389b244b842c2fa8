"""One edition of one school on one day: every question about what may be shown is asked here.

What an edition shows of an item is the smallest of the learner's audience, the field's ceiling, the
approval and the consent (FORMATS section 2).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.audience.consent import ConsentBook, Decision
from generator.audience.names import family_name_form, name_form
from generator.audience.view import Said
from generator.model._base import Text
from generator.model.artifact import Pointer
from generator.model.whole import School

RANKS = {"self": 0, "staff": 0, "family": 1, "onsite": 2, "public": 3}
"""How far an audience or a ceiling reaches; an edition shows what reaches at least as far as itself."""

USES = {"public": "web", "onsite": "onsite", "family": "families"}
"""The consent that each edition needs; `staff` needs none."""


@dataclass
class Lens:
    """Looks at a school for one edition.

    `family_of` is the learner whose family the family edition is for; with `own_view` it is the
    learner who looks, and sees also what is for `self`. `book` may be shared between the lenses of
    one school.
    """

    school: School
    edition: str
    day: date
    family_of: str | None = None
    own_view: bool = False
    book: ConsentBook = field(default=None)  # type: ignore[assignment]

    def __post_init__(self) -> None:
        if self.book is None:
            self.book = ConsentBook(self.school.consents, self.school.roster)

    def beside(self, edition: str, family_of: str | None = None) -> Lens:
        """The lens of another edition over the same school and day."""
        return Lens(self.school, edition, self.day, family_of, book=self.book)

    @cached_property
    def is_open(self) -> bool:
        """Whether the school's policy lets this edition show any learner at all."""
        policy = self.school.settings.publishing
        if self.edition == "staff":
            return True
        if self.school.consents.broken:
            return False
        if self.edition == "public":
            return policy.public and (policy.public_until is None or self.day <= policy.public_until)
        return True

    def reaches(self, audience: str, learner_id: str = "") -> bool:
        """Tell whether an item with this audience, or a field with this ceiling, is for this edition."""
        if self.own_view and learner_id == self.family_of:
            return audience != "staff"
        return RANKS[audience] >= RANKS[self.edition]

    def owns(self, learner_id: str) -> bool:
        """Tell whether this edition may show all that is for the family of a learner."""
        return self.edition == "staff" or (self.edition == "family" and self.family_of == learner_id)

    def decide(self, learner_id: str, item: str) -> Decision:
        """Decide on one item of one learner, with the rule that decided."""
        if self.owns(learner_id):
            return Decision(True, "this is the learner's own family copy" if self.edition == "family" else "staff see everything")
        if not self.is_open:
            return Decision(False, "the school's policy closes this edition")
        if item == "face" and self.edition in ("public", "onsite") and self.school.settings.publishing.faces == "none":
            return Decision(False, "the school shows no faces")
        return self.book.decide(learner_id, item, USES[self.edition], self.day)

    def allows(self, learner_id: str, item: str) -> bool:
        """Tell whether an item of a learner may be shown."""
        return self.decide(learner_id, item).allowed

    def approves(self, learner_id: str, artifact_id: str = "") -> bool:
        """Tell whether a record was approved for this edition; "" is the learner's profile."""
        if self.edition not in ("public", "onsite") or self.school.settings.publishing.approval == "branch":
            return True
        learner = self.school.learners.get(learner_id)
        revision = learner.revisions.get(artifact_id) if learner else None
        item = f"{learner_id}/{artifact_id}" if artifact_id else learner_id
        return any(
            row.item == item and row.edition == self.edition and row.revision == revision and row.approved_on <= self.day
            for row in self._approvals.get(item, ())
        )

    def name(self, learner_id: str) -> str:
        """Print a learner's name as this edition may, or "" where it may not."""
        row = self.school.roster.get(learner_id)
        if row is None:
            return learner_id if self.edition == "staff" else ""
        forms = self.school.settings.publishing.names
        if self.edition == "staff":
            return name_form(row, "first-initial") or learner_id
        if not self.allows(learner_id, "name"):
            return ""
        if self.edition == "family":
            return family_name_form(row, forms.family)
        return name_form(row, forms.public if self.edition == "public" else forms.onsite)

    def staff_name(self, staff_id: str | None) -> str:
        """Print a member of staff's name where this edition may, else "a teacher"; "" for nobody."""
        if not staff_id:
            return ""
        row = self.school.staff.get(staff_id)
        open_here = self.edition != "public" or self.school.settings.publishing.staff_names
        return row.name if row and open_here else "a teacher"

    def rater_name(self, rater: str, kind: str) -> str:
        """Print who rated: staff as the edition may, a peer only by their own consent."""
        if kind == "peer":
            return self.name(rater) or "a classmate"
        return self.staff_name(rater)

    def say(self, text: Text | None) -> Said | None:
        """Choose the language of a text; None where nothing was written."""
        if not text:
            return None
        languages = self.school.settings.languages
        words, tag = text.choose(languages)
        return Said(words.strip(), "" if tag == languages[0] else tag)

    def word(self, text: Text | None) -> str:
        """Choose the language of a school's own short text, as plain words."""
        said = self.say(text)
        return said.text if said else ""

    def band_of(self, learner_id: str) -> str | None:
        """The grade band whose wording an edition may use; the public one tells no grades."""
        if not self.owns(learner_id):
            return None
        row = self.school.roster.get(learner_id)
        band = self.school.settings.find_band(row.grade) if row else None
        return band.id if band else None

    @cached_property
    def pointers(self) -> dict[str, list[tuple[str, str, Pointer]]]:
        """The pointers to each piece, by its owner's reference: learner, id of the pointer, pointer."""
        found: dict[str, list[tuple[str, str, Pointer]]] = defaultdict(list)
        for learner in self.school.learners.values():
            for artifact_id, pointer in learner.pointers.items():
                found[pointer.shared_from].append((learner.learner_id, artifact_id, pointer))
        return found

    @cached_property
    def prompts(self) -> dict[str, str]:
        """The words of the reflection prompts by block, in the school's default language."""
        found: dict[str, str] = {}
        language = self.school.settings.languages[0]
        for prompt in self.school.prompts:
            if prompt.use == "reflection" and prompt.block and prompt.language in ("", language):
                found.setdefault(prompt.block, self.word(prompt.text))
        return found

    @cached_property
    def _approvals(self) -> dict[str, list[object]]:
        found: dict[str, list[object]] = defaultdict(list)
        for row in self.school.approvals:
            found[row.item].append(row)
        return found
