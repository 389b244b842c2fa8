"""What the audit found: where, of what kind, and how sure that it may not stand there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

CERTAIN = frozenset({"learner-id", "staff-email", "file-name", "machine-path", "metadata", "outside-host", "full-name", "link"})
"""Kinds that stop an edition; all others are for somebody to look at."""

WORDS = {
    "learner-id": "a learner's id",
    "staff-email": "the e-mail address of somebody on the staff",
    "file-name": "the original name of a learner's file",
    "machine-path": "the path of a folder on somebody's computer",
    "metadata": "data about where, when or by whom a file was made",
    "outside-host": "a request to another host",
    "full-name": "a family name beside the name of the learner it belongs to",
    "link": "a link to a file somewhere else",
    "family-name": "a family name of the roster",
    "given-name": "a given name that the edition does not print",
    "withheld-name": "the name of a learner who is never published",
    "email": "an e-mail address that the school's own pages do not name",
    "unread": "an archive that could not be looked into",
}

ADVICE = {
    "learner-id": "Find the text that holds the id and take it out; if no text does, this is a fault of the tool.",
    "staff-email": "Take the address out of the text. An address for visitors belongs in publishing.contact or in content/pages.",
    "file-name": "Take the file name out of the text, or give the file a name that says nothing.",
    "machine-path": "Take the path out of the text, or clear what the program printed before you save the file.",
    "metadata": "Export the file again without its metadata, and build again.",
    "outside-host": "Keep a copy of what is fetched in the school's folder, or take it out of the page or the theme.",
    "full-name": "Leave the family name out of the text, or say what the person does, for instance: a classmate.",
    "link": "Delete the link and build again.",
    "family-name": "Look whether the learner is meant. If so, leave the family name out of the text.",
    "given-name": "Look whether the learner is meant. If so, write the name that pages print.",
    "withheld-name": "Look whether this learner is meant. If so, write: a classmate.",
    "email": "Look whose address it is. A private person's address does not belong on a page.",
    "unread": "Unpack the archive and look into it, or leave it out.",
}


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """One thing in a tree that may not be there.

    `path` is relative to the tree, with `/`; what lies in an archive or is inlined follows after `!`.
    `line` counts from 1 in texts and is 0 elsewhere; `offset` counts bytes in other files and is -1
    in texts and in names of files. `kind` is a key of `WORDS`; `masked` shows the first and the last letter.
    """

    path: str
    line: int
    offset: int
    kind: str
    masked: str

    @property
    def is_certain(self) -> bool:
        """Whether this stops the edition."""
        return self.kind in CERTAIN

    @property
    def place(self) -> str:
        """The place as people write it: `path:line`, `path, byte 120`, or the path alone for its name."""
        if self.line:
            return f"{self.path}:{self.line}"
        return f"{self.path}, byte {self.offset}" if self.offset >= 0 else f"{self.path} (its name)"

    @property
    def what(self) -> str:
        """What was found, in words."""
        return WORDS[self.kind]

    @property
    def advice(self) -> str:
        """How to put it right."""
        return ADVICE[self.kind]


def mask(text: str) -> str:
    """Show the first and the last letter of what was found, and how far apart they are not."""
    text = text.strip()
    return f"{text[0]}…{text[-1]}" if len(text) > 2 else "…"


def find_certain(leaks: Iterable[Leak]) -> tuple[Leak, ...]:
    """Find the leaks that stop an edition; empty where it may be put in place."""
    return tuple(leak for leak in leaks if leak.is_certain)
