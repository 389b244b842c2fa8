"""A problem met while reading a file, before there is a record."""

from __future__ import annotations

from generator.findings import Field, Place, Problem


class Trouble(Exception):
    """A file, or a part of one, cannot be read; carries what a rule would say.

    `line` and `column` count from 1; `field` is the way to the value where it is known.
    """

    def __init__(self, code: str, message: str, hint: str, line: int = 1, column: int = 1, field: Field = ()) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
        self.line, self.column, self.field = line, column, field

    def at(self, path: str, learner_id: str | None = None) -> Problem:
        """Turn the trouble into a problem of a file."""
        place = Place(_spell(path), self.field, self.line, self.column)
        return Problem(self.code, _spell(self.message), _spell(self.hint), place, learner_id)


def _spell(text: str) -> str:
    """Spell out bytes of a file name that are no text, which no report could be written with."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
