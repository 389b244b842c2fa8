"""Family names of the roster in texts: found whatever the accents, told apart from ordinary words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks._memo import remember_last
from generator.checks._texts import PublicWords, Words, public_words
from generator.model.whole import Learner, School

_WORD = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset("al bin da das de del della den der di do dos du el ibn la las le los mac ten ter und van von y zu".split())
_TITLES = frozenset("dr frau herr miss mme mr mrs ms mx prof professor senora senor sir".split())
ORDINARY = frozenset(
    """an ash bank banks bay bell berry best bird birch bloom boat book brook brooks brown bush case cave cherry church clay
    cloud cole cook cross dale day dean do dove drew early earth east elder english farmer field fields fish fisher flood
    flower flowers forest forrest fox french friend frost garden gardener glass gold golden good grace grass gray green
    grey grove hall hand hands hart heart heath herb hill hills holly hope house hunt hunter ice in ivy jay joy judge june
    justice kay key king knight lake lamb lane law lay li light lily little long love low major man march mark may mayor
    mill miller moon moore moss north noon nose oak ocean old olive page paint paper park parks peace pearl penny pepper
    place plant play pond pool poole poor port post potter power price prince queen quick rain raven ray reed rice rich
    ring river rivers road robin rock rose rush sand sands sea seal seed shell shepherd short silver sky small smart smith
    snow so song south spring stone storm story street strong summer summers sun swan sweet taylor temple thorn time to
    town tree tu turner valley van wall ward warm water waters weaver wells west wheat wheeler white will wind winter
    winters wise wolf wood woods work world wren wright yellow you young""".split()
)
"""Family names that are ordinary words too: found only behind a given name or a title."""


class Names(NamedTuple):
    """The roster's names, folded: family names, given names, and those of scripts without spaces."""

    family: frozenset[str]
    given: frozenset[str]
    unspaced: tuple[str, ...]


@remember_last
def list_family_names(school: School) -> Names:
    """List the names of everybody in the roster, in the form in which words are compared."""
    family: set[str] = set()
    given: set[str] = set()
    unspaced: set[str] = set()
    for row in school.roster.values():
        name = unicodedata.normalize("NFC", row.family_name)
        if any(ord(letter) >= 0x2E80 for letter in name):
            unspaced.add(name)
        else:
            family.update(part for part in _split_name(name) if len(part) > 1 and part not in _PARTICLES)
        given.update(_split_name(f"{row.given_name} {row.display_name}"))
    return Names(frozenset(family), frozenset(given - family), tuple(sorted(unspaced)))


def _split_name(name: str) -> list[str]:
    """Split a name into folded parts; of O'Brien the part behind the apostrophe counts."""
    return [fold_word(part) for part in _WORD.findall(unicodedata.normalize("NFC", name))]


def fold_word(word: str) -> str:
    """Write a word without case and accents, for comparing."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def find_family_names(school: School, learner: Learner) -> Iterator[tuple[Words, str]]:
    """Find family names of the roster in what a learner may show to the public, one a text."""
    names = list_family_names(school)
    words = public_words(school, learner)
    if not (names.family or names.unspaced) or not _may_hold(names, words):
        return
    for entry in words.entries:
        found = find_name(names, entry.words)
        if found:
            yield entry, found


def find_name(names: Names, text: str) -> str:
    """Find the first family name in a text, as it is written there; "" where there is none."""
    text = text if text.isascii() else unicodedata.normalize("NFC", text)
    before, end = "", 0
    for match in _WORD.finditer(text):
        word, folded = match.group(), fold_word(match.group())
        if folded in names.family and not word[0].islower():
            follows = before in names.given or before in _TITLES
            if folded not in ORDINARY or (follows and match.start() - end <= 2):
                return word
        before, end = folded, match.end()
    return next((name for name in names.unspaced if name in text), "")


def _may_hold(names: Names, words: PublicWords) -> bool:
    """Tell quickly whether any family name can be in a text, from its set of words."""
    if any(name in words.whole for name in names.unspaced):
        return True
    rest = []
    for word in [each for each in words.unique if not each.islower()]:
        if word.isascii() and word.isalpha():
            if word.lower() in names.family:
                return True
        else:
            rest.append(word)
    parts = (part for word in rest for part in _WORD.findall(unicodedata.normalize("NFC", word)))
    return any(fold_word(part) in names.family for part in parts if not part[0].islower())
