"""What an edition may not hold, collected from a school: the words to look for, and whose they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

from generator import layout
from generator.audience.consent import ConsentBook
from generator.audience.lens import USES
from generator.audience.names import family_name_form, name_form
from generator.audit._common import COMMON, FILE_WORDS, PARTICLES
from generator.audit._text import fold, list_words, undo_escapes
from generator.model.office import RosterRow
from generator.model.whole import School

_MANY = 3
"""In so many learners' folders a file name tells nobody anything."""

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Person:
    """A learner's names, folded: parts of the family name, and all names one might call them by.

    `full` holds, for names written without spaces, the family name with the others joined to it.
    """

    family: tuple[str, ...]
    given: frozenset[str]
    full: tuple[str, ...] = ()


@dataclass(frozen=True)
class Secrets:
    """What one edition of one school may not hold on one day; everything is folded.

    `words` pairs a text to look for with its kind. `people` are the names of the roster; a part of
    a family name that is in `ordinary` counts only right behind the learner's other name and is not
    listed by itself. `printed` are the words of the names that the edition prints, all of them
    ordinary too. `hosts` may be asked, `emails` may be named.
    """

    edition: str
    words: tuple[tuple[str, str], ...]
    people: tuple[Person, ...]
    ordinary: frozenset[str]
    printed: frozenset[str]
    hosts: frozenset[str]
    emails: frozenset[str]

    @cached_property
    def digest(self) -> str:
        """Tells these secrets from others: what was clean for them may not be for others."""
        parts = (self.edition, self.words, [(each.family, sorted(each.given), each.full) for each in self.people], *map(sorted, (self.ordinary, self.printed, self.hosts, self.emails)))
        return blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def collect_secrets(school: School, edition: str, day: date, root: Path) -> Secrets:
    """Collect what an edition may not hold.

    `root` is the school's folder: its own path is a secret, and what stands in `content/pages` is
    none. `day` decides whose name the edition may print, in the form that it prints.
    """
    said = _read_pages(root, school)
    emails = frozenset(each.lower() for each in _EMAIL.findall(f"{said} {school.settings.publishing.contact}"))
    ordinary = COMMON | frozenset(list_words(said)) | _read_theme_words()
    printed = _list_printed(school, edition, day)
    called = frozenset(word for form in printed for word in list_words(form))
    words = {
        **dict(_list_names_alone(school, ordinary | called)),
        **dict(_list_files(school, ordinary)),
        **dict.fromkeys(_list_paths(root), "machine-path"),
        **{fold(row.email): "staff-email" for row in school.staff.values() if row.email and row.email.lower() not in emails},
        **dict(_list_ids(school, printed)),
    }
    host = urlsplit(school.settings.url).hostname
    people = tuple(person for person in map(_list_person_names, school.roster.values()) if person.family or person.full)
    return Secrets(edition, tuple(sorted(words.items())), people, ordinary | called, called, frozenset({host} if host else ()), emails)


def _list_printed(school: School, edition: str, day: date) -> frozenset[str]:
    """List the names that an edition may print on a day, as it prints them."""
    forms = school.settings.publishing.names
    form = {"public": forms.public, "onsite": forms.onsite, "family": forms.family}[edition]
    write = family_name_form if edition == "family" else name_form
    book = ConsentBook(school.consents, school.roster)
    allowed = (row for row in school.roster.values() if edition == "family" or book.decide(row.learner_id, "name", USES[edition], day).allowed)
    return frozenset(name for name in (write(row, form) for row in allowed) if name)


def _list_person_names(row: RosterRow) -> Person:
    """List the names of one learner."""
    family = tuple(dict.fromkeys(word for word in list_words(row.family_name) if word not in PARTICLES and len(word) > 1))
    others = " ".join((row.given_name, row.display_name, row.family_edition_name))
    if is_unspaced(row.family_name):
        whole = fold(row.family_name).replace(" ", "")
        names = (fold(name).replace(" ", "").removeprefix(whole) for name in (row.given_name, row.display_name))
        return Person((), frozenset(), tuple(sorted({whole + name for name in names if name})))
    return Person(family, frozenset(word for word in list_words(others) if word not in family and len(word) > 1))


def is_unspaced(name: str) -> bool:
    """Tell whether a name is in a script that is written without spaces."""
    return any(ord(letter) >= 0x2E80 for letter in name)


def _list_names_alone(school: School, ordinary: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Given names that no page prints, and all names of those who are never published."""
    shown = {word for row in school.roster.values() if not row.never_publish for word in list_words(f"{row.display_name} {row.pseudonym}")}
    families = {word for row in school.roster.values() for word in list_words(row.family_name)}
    for row in school.roster.values():
        kind = "withheld-name" if row.never_publish else "given-name"
        for word in list_words(f"{row.given_name} {row.display_name if row.never_publish else ''}"):
            if len(word) > 2 and word not in shown and word not in ordinary and word not in families and word not in PARTICLES:
                yield word, kind


def _list_ids(school: School, printed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Learner ids; one that is a single word, or is printed as a name, counts only as a part of a path."""
    names = {fold(name) for name in printed}
    for learner_id in {*school.roster, *school.learners}:
        yield learner_id, "learner-id-in-path" if learner_id.isalpha() or learner_id in names else "learner-id"


def _list_files(school: School, ordinary: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Names of learners' media files that are distinctive; with many digits the stem is enough, and so it is before a width."""
    folders: dict[str, set[str]] = defaultdict(set)
    for learner_id, learner in school.learners.items():
        for path in (*learner.files, *learner.texts):
            name = path.rstrip("/").rpartition("/")[2]
            folders[fold(name)].add(learner_id)
    for name, where in folders.items():
        if len(where) < _MANY and is_distinctive(name, ordinary):
            stem = name.rpartition(".")[0]
            whole = len(stem) < 8 or sum(each.isdigit() for each in stem) < 4
            yield (name, "file-name") if whole else (stem, "file-name")
            yield f"{stem}-", "file-size"


def is_distinctive(name: str, ordinary: Iterable[str] = ()) -> bool:
    """Tell whether a file's name could tell where it comes from, unlike `photo.jpg` or `index.html`."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not ending or name == "index.html":
        return False
    marked = any(each.isdigit() or each in "-_ " for each in stem)
    words = [word for word in list_words(stem) if not word.isdigit()]
    plain_words = all(word in FILE_WORDS or word in ordinary for word in words)
    return (len(stem) >= 6 or marked) and len(stem) > 3 and not (plain_words and not marked)


def _list_paths(root: Path) -> set[str]:
    """The school's folder as this machine names it, with slashes of both kinds."""
    paths = {root.absolute().as_posix(), root.resolve().as_posix()}
    return {fold(form) for path in paths if path.count("/") > 1 or len(path) > 6 for form in (path, path.replace("/", "\\"))}


def _read_pages(root: Path, school: School) -> str:
    """Read the words that the school itself says to everybody: its pages, its name, its graduate profile."""
    pages = (path.read_bytes().decode("utf-8", "replace") for path in sorted((root / layout.PAGES).rglob("*.md")) if path.is_file())
    profile = root / layout.GRADUATE_PROFILE
    more = profile.read_bytes().decode("utf-8", "replace") if profile.is_file() else ""
    return undo_escapes("\n".join((*pages, more, school.home, str(school.settings.name))))


def _read_theme_words() -> frozenset[str]:
    """Read the words of the tool's own labels and buttons."""
    files = sorted((layout.find_theme() / "words").glob("*.json"))
    return frozenset(word for path in files for word in list_words(undo_escapes(path.read_text("utf-8"))))
