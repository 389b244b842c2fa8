"""Looking for secrets in one stretch of text: all at once, then each find is weighed where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import ahocorasick

from generator.audit._near import is_named
from generator.audit._text import plain
from generator.audit.leak import mask
from generator.audit.secrets import Person, Secrets

Context = Callable[[int, bool], str]
"""Gives the text round a find, in the case it is written in: from where it begins, and whether only what touches it is wanted."""

Hit = tuple[str, str]
"""What was found: its kind and, masked, the words."""

_PATH_STARTS = ("/home/", "/users/", ":\\users\\", ":/users/", "file:///", "/private/var/")
_BEFORE_PATH = re.compile(r"(?:^|[^\w.~/:-]|file://)\Z")
_ADDRESS = re.compile(r"""(?:href|action)\s*=\s*["']?\Z""")
_WIDTH = re.compile(r"\d{2,5}\.(?:webp|png|jpe?g|avif|gif)")
_EMAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+(?!(?:png|jpe?g|webp|svg|gif|css|js)\b)[a-z]{2,}")
_FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Find:
    """A text of the automaton that stands in a line with nothing grown onto it."""

    start: int
    text: str
    kind: str


class Scanner:
    """Looks for all secrets of an edition in one pass (Aho-Corasick)."""

    def __init__(self, secrets: Secrets) -> None:
        """Build the automaton."""
        self._secrets = secrets
        self._families: dict[str, list[Person]] = {}
        for person in secrets.people:
            for word in person.family:
                self._families.setdefault(word, []).append(person)
        kinds: dict[str, list[str]] = {}
        for text, kind in self._list_texts():
            kinds.setdefault(text, []).append(kind)
        self._automaton = ahocorasick.Automaton()
        for text, all_of_it in kinds.items():
            self._automaton.add_word(text, (text, tuple(all_of_it)))
        self._automaton.make_automaton()

    def _list_texts(self) -> Iterator[tuple[str, str]]:
        yield from self._secrets.words
        yield from ((word, _FAMILY) for word in self._families)
        yield from ((full, "full-name") for person in self._secrets.people for full in person.full)
        yield from ((start, "path-start") for start in _PATH_STARTS)

    def find(self, folded: str, least: int = 0) -> list[Find]:
        """Find what stands in folded text; of texts shorter than `least` only family names count."""
        return [
            Find(end + 1 - len(text), text, kind)
            for end, (text, kinds) in self._automaton.iter(folded)
            for kind in kinds
            if (len(text) >= least or (kind == _FAMILY and least and len(text) > 3)) and _stands_alone(folded, end + 1 - len(text), end + 1, text, kind)
        ]

    def find_emails(self, folded: str) -> Iterator[Hit]:
        """Find addresses that nobody has named as the school's own."""
        staff = {text for text, kind in self._secrets.words if kind == "staff-email"}
        for found in _EMAIL.finditer(folded):
            if found[0] not in self._secrets.emails and found[0] not in staff:
                yield "email", mask(found[0])

    def weigh(self, finds: list[Find], context: Context, least: int = 0) -> Iterator[Hit]:
        """Say what each find amounts to; a family name is looked at in its surroundings."""
        for find in finds:
            if find.kind == _FAMILY:
                yield from self._weigh_family(find, context, least)
            else:
                kind = {"learner-id-in-path": "learner-id", "file-size": "file-name", "path-start": "machine-path"}.get(find.kind, find.kind)
                yield kind, mask(find.text)

    def is_ordinary(self, find: Find) -> bool:
        """Whether a find is a family name that tells nothing unless the learner's other name touches it."""
        return find.kind == _FAMILY and (find.text in self._secrets.ordinary or len(find.text) < 3)

    def _weigh_family(self, find: Find, context: Context, least: int) -> Iterator[Hit]:
        word, ordinary = find.text, self.is_ordinary(find)
        text = context(find.start, ordinary)
        if any(is_named(text, person.given, word, ordinary, word in self._secrets.printed) for person in self._families[word]):
            yield "full-name", mask(word)
        elif not ordinary and len(word) >= least:
            yield "family-name", mask(word)


def _stands_alone(folded: str, start: int, end: int, text: str, kind: str) -> bool:
    """Tell whether a text is not a part of a longer word; digits may stand beside a name."""
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if kind == "path-start" and text[0] == ":":
        return before.isalpha()
    if kind == "path-start":
        return bool(_BEFORE_PATH.search(folded[max(0, start - 8) : start])) and not _ADDRESS.search(folded[max(0, start - 12) : start]) and after not in ("", " ", '"', "'", "`", "<")
    if kind == "file-size":
        return not before.isalnum() and _WIDTH.match(folded, end) is not None
    if kind == "learner-id-in-path":
        return before in ("/", "\\") and after in ("/", "\\", ".")
    if text[0] >= "\u2e80":
        return True
    grown = _is_letter if kind in (_FAMILY, "given-name", "withheld-name") and len(text) > 4 else _is_letter_or_digit
    return not grown(before) and not grown(after)


def _is_letter(one: str) -> bool:
    return one.isalpha() and one < "\u2e80"


def _is_letter_or_digit(one: str) -> bool:
    return one.isalnum() and one < "\u2e80"


def slice_round(text: str) -> Context:
    """Give surroundings within one long text."""
    cased = plain(text)
    return lambda start, close: cased[max(0, start - 600) : start + 600]


