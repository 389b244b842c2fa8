"""What private data looks like in a text: telephone, e-mail, street, birth date, social handle.

The patterns look for forms that are hardly anything else: a piece about measurements must not be
held back because it is full of figures (practice I12).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.checks._texts import Words, public_words
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
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
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


def find_private(
    school: School, learner: Learner, pattern: re.Pattern[str], may_hold: Callable[[str], bool]
) -> Iterator[tuple[Words, str]]:
    """Find the texts of a learner that may go public and match a pattern, each with what was found.

    `may_hold` is a quick look at all the words together: most learners need no second one.
    """
    words = public_words(school, learner)
    if not may_hold(words.whole) or not pattern.search(words.whole):
        return
    for entry in words.entries:
        found = pattern.search(entry.words)
        if found:
            yield entry, found.group().strip()


def word_place(entry: Words) -> str:
    """Say where the words stand: in this text, or in the file of captions that the record names."""
    return f'the file "{entry.file}"' if entry.file else "this text"
