"""What private data looks like in a text: telephone, e-mail, street, birth date, social handle.

The patterns look for forms that are hardly anything else: a piece about measurements must not be
held back because it is full of figures (practice I12).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.checks._texts import PublicWords, Words, public_words
from generator.model.whole import Learner, School

PHONE = re.compile(
    r"""(?<![\w+./-])(?:
        \+\d[\d ().-]{6,16}\d
      | \(0?\d{2,4}\)[ -]?\d{3,4}[ -]?\d{3,5}
      | (?:1[-. ])?\d{3}([-.])\d{3}\1\d{4}
      | 0[1-9]\d{0,3}[ /-]\d{3,4}[ -]?\d{3,4}
      | 0[1-9](?:[ .]\d{2}){4}
      | 0(?!123456789)[1-9]\d{8,9}
    )(?![\w-])
    | \b(?:call|phone|telephone|tel|mobile|cell|text|whatsapp|ring|tel[ée]fono|m[óo]vil|ll[áa]ma\w*)\b
      [^\d\n]{0,25}[+(]?\d{3}[\d ().-]{2,12}\d\d(?![\w-])""",
    re.VERBOSE | re.IGNORECASE,
)
EMAIL = re.compile(r"(?<=[\w.+-])@[\w-]+(?:\.[\w-]+)+")
"""From the @ on: a pattern that began before it would be tried at every letter of a long word."""
STREET = re.compile(
    r"""(?<![\w.-])\d{1,5}[a-zA-Z]?[ ]+(?:(?:[NSEW]\.?|North|South|East|West|[A-Z][\w'’.-]*|\d+(?:st|nd|rd|th))[ ]+){1,4}
        (?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Terrace|Close|Crescent|Highway|Hwy)\b
      | (?:Calle|Avenida|Avda\.|Carrera|Rua|Via)[ ](?:(?:de|del|la|las|los|el|da|do)[ ])*[A-ZÁÉÍÓÚÑ][\w.]+(?:[ ][\w.]+){0,3}?,?[ ](?:n\.?º?[ ]?)?\d{1,4}\b
      | (?:stra(?:ß|ss)e|str\.|gasse)[ ]\d{1,4}[a-z]?\b
      | (?<![\w.-])\d{1,4},?[ ](?:rue|avenue|chemin|impasse)[ ](?:de|du|des|d['’])""",
    re.VERBOSE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|enero|mayo|mai|juin|okt|dez)[a-zé]*\.?"
BIRTH_DATE = re.compile(
    rf"""\b(?:born|birth\ ?day|birth\ ?date|date\ of\ birth|d\.?o\.?b\.?|nac[íi]|cumplea[ñn]os|fecha\ de\ nacimiento|geboren|geburtstag|née?\ le)\b
        [^\n.]{{0,30}}?
        (?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?|{_MONTH}\ \d{{1,2}}\b|\d{{1,2}}(?:st|nd|rd|th|\.)?\ (?:of\ |de\ )?{_MONTH})""",
    re.VERBOSE | re.IGNORECASE,
)
HANDLE = re.compile(
    r"""(?<![\w.@`/+-])@(?!\d+\b)[A-Za-z0-9_](?:[\w.]{1,28}\w)
      | (?:instagram|tiktok|snapchat|facebook|twitter|twitch|discord)\.(?:com|gg|tv)/@?[\w.-]{3,}
      | \b(?:instagram|insta|snapchat|snap|tiktok|discord|telegram|roblox|twitch)\b
        (?:\ (?:is|name|user|username|handle|account|id|me|at))*[ ]?(?:is|[:=]|@)[ ]?@?[\w.#-]{3,}""",
    re.VERBOSE | re.IGNORECASE,
)


STREET_WORDS = frozenset(
    "Street St Avenue Ave Road Rd Lane Ln Drive Dr Boulevard Blvd Court Ct Terrace Close Crescent Highway Hwy "
    "Calle Avenida Avda Carrera Rua Via rue avenue chemin impasse".split()
)
BIRTH_WORDS = frozenset(
    each
    for word in "born birthday birthdate birth dob d.o.b nací naci nació cumpleaños cumpleanos nacimiento geboren geburtstag né née".split()
    for each in (word, word.capitalize(), word.upper())
)
NETWORKS = frozenset(
    each
    for word in "instagram insta snapchat snap tiktok discord telegram roblox twitch".split()
    for each in (word, word.capitalize(), word.upper(), "TikTok", "SnapChat")
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIGURES = re.compile(r"\d[\d ()./-]{5,}\d")


def may_hold_phone(words: PublicWords) -> bool:
    """Look quickly for a telephone number: every run of figures, with the words just before it."""
    return any(
        PHONE.search(words.whole, max(0, run.start() - 40), run.end() + 3)
        for run in _FIGURES.finditer(words.whole)
        if not _DAY.fullmatch(run.group())
    )


def may_hold_email(words: PublicWords) -> bool:
    """Look quickly for an e-mail address."""
    return "@" in words.whole


def may_hold_street(words: PublicWords) -> bool:
    """Look quickly for the name of a street."""
    return not STREET_WORDS.isdisjoint(words.unique) or "straße" in words.whole or "strasse" in words.whole or "str. " in words.whole or "gasse" in words.whole


def may_hold_birth_date(words: PublicWords) -> bool:
    """Look quickly for a word that comes before a birth date."""
    return not BIRTH_WORDS.isdisjoint(words.unique)


def may_hold_handle(words: PublicWords) -> bool:
    """Look quickly for an account on a social network."""
    whole = words.whole
    return "@" in whole or ".com/" in whole or ".gg/" in whole or ".tv/" in whole or not NETWORKS.isdisjoint(words.unique)


def find_private(
    school: School, learner: Learner, pattern: re.Pattern[str], may_hold: Callable[[PublicWords], bool]
) -> Iterator[tuple[Words, str]]:
    """Find the texts of a learner that may go public and match a pattern, each with what was found.

    `may_hold` is a quick look at all the words together: most learners need no second one.
    """
    words = public_words(school, learner)
    if not may_hold(words):
        return
    for entry in words.entries:
        found = pattern.search(entry.words)
        if found:
            yield entry, found.group().strip()


def name_place(entry: Words) -> str:
    """Say where the words stand: in this text, or in the file of captions that the record names."""
    return f'The file "{entry.file}"' if entry.file else "This text"
