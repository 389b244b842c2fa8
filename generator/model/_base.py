"""The kinds of value that records are made of, each read from the text that was typed.

A file is read as text, lists and maps only (`loading/`): nothing is guessed from how a word looks.
What a value means is decided here, by the field it stands in. So `no` in a text field stays `no`,
and a date is a date only where a date is due.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.ids import ID_MAX, is_id, is_public_id, suggest_id


class Record(BaseModel):
    """A record or a part of one: frozen, and with no key that we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def shown(ceiling: str, default: Any = None, **more: Any) -> Any:
    """Declare a field with its ceiling: the widest audience it may ever reach (FORMATS section 2).

    `ceiling` is "staff", "family", "onsite" or "public". The ceiling stands in the JSON Schema as
    `x-ceiling`, where checks, tests and editors find it.
    """
    if default is list:
        more["default_factory"] = tuple
    elif default is not ...:
        more["default"] = default
    return Field(json_schema_extra={"x-ceiling": ceiling}, **more)


@dataclass(frozen=True, slots=True)
class Text:
    """Words that somebody wrote, in one language or in several.

    `by_language` pairs a language tag with the words; the tag is "" where none was given.
    """

    by_language: tuple[tuple[str, str], ...]

    def choose(self, languages: tuple[str, ...]) -> tuple[str, str]:
        """Give the words and their language tag in the first of `languages` there is, else the first."""
        for wanted in languages:
            for tag, words in self.by_language:
                if tag == wanted:
                    return words, tag
        tag, words = self.by_language[0]
        return words, tag

    def __str__(self) -> str:
        return "\n".join(words for _, words in self.by_language)

    def __bool__(self) -> bool:
        return any(words and not words.isspace() for _, words in self.by_language)


def _parse_text(value: object) -> Text:
    if isinstance(value, str):
        return Text((("", value),))
    if isinstance(value, Text):
        return value
    if isinstance(value, dict) and value and all(_is_language(key) and isinstance(words, str) for key, words in value.items()):
        return Text(tuple(value.items()))
    raise PydanticCustomError("text", "text")


def _is_language(tag: object) -> bool:
    return isinstance(tag, str) and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) is not None


def _parse_line(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    raise PydanticCustomError("line", "line")


def _parse_day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        try:
            found = date.fromisoformat(value.strip())
        except ValueError:
            found = date.min
        if 1900 <= found.year <= 2200:
            return found
    raise PydanticCustomError("day", "day")


def _parse_moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?", value.strip()):
        try:
            found = datetime.fromisoformat(value.strip())
        except ValueError:
            found = datetime.min
        if 1900 <= found.year <= 2200:
            return found
    raise PydanticCustomError("moment", "moment")


_YES = {"yes": True, "true": True, "on": True, "y": True, "no": False, "false": False, "off": False, "n": False}


def _parse_yes(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in _YES:
        return _YES[value.strip().lower()]
    raise PydanticCustomError("yes", "yes")


def _parse_count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}", value.strip()):
        return int(value)
    raise PydanticCustomError("count", "count")


def _parse_share(value: object) -> float:
    if isinstance(value, float):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,4})?", value.strip()):
        return float(value)
    raise PydanticCustomError("number", "number")


def _parse_id(value: object) -> str:
    if isinstance(value, str) and is_id(value):
        return value
    hint = suggest_id(value) if isinstance(value, str) else ""
    raise PydanticCustomError("id", "id", {"suggestion": hint})


def _parse_key(value: object) -> str:
    if isinstance(value, str) and value and all(is_id(part.replace("_", "-")) for part in value.split("/")):
        return value
    hint = suggest_id(value).replace("-", "_") if isinstance(value, str) else ""
    raise PydanticCustomError("id", "id", {"suggestion": hint})


def _parse_public_id(value: object) -> str:
    if isinstance(value, str) and is_public_id(value):
        return value
    raise PydanticCustomError("public_id", "public_id")


def _parse_reference(value: object) -> str:
    if isinstance(value, str) and value.strip() and len(value) <= 3 * ID_MAX and all(is_id(part) for part in value.split("/")):
        return value
    hint = "/".join(filter(None, map(suggest_id, value.split("/")))) if isinstance(value, str) else ""
    raise PydanticCustomError("reference", "reference", {"suggestion": hint})


def _as_list(value: object) -> object:
    """Read an empty value as an empty list, as `cites:` with nothing after it means."""
    return () if value is None else value


def _schema(kind: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


_TEXT_SCHEMA = WithJsonSchema(
    {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}]}
)

Prose = Annotated[Text, PlainValidator(_parse_text), _TEXT_SCHEMA]
"""A text field: a plain string, or a map of language to string."""

Markdown = Annotated[Text, PlainValidator(_parse_text), _TEXT_SCHEMA]
"""A text field that takes Markdown without raw HTML."""

Line = Annotated[str, PlainValidator(_parse_line), _schema("string")]
"""A short plain string: a name, a file, a form of words that is not translated."""

Day = Annotated[date, PlainValidator(_parse_day), _schema("string", format="date")]
Moment = Annotated[datetime, PlainValidator(_parse_moment), _schema("string", format="date-time")]
Yes = Annotated[bool, PlainValidator(_parse_yes), WithJsonSchema({"enum": ["yes", "no", True, False]})]
Count = Annotated[int, PlainValidator(_parse_count), _schema("integer", minimum=0)]
Share = Annotated[float, PlainValidator(_parse_share), _schema("number", minimum=0)]
Id = Annotated[str, PlainValidator(_parse_id), _schema("string", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", maxLength=ID_MAX)]
Key = Annotated[str, PlainValidator(_parse_key), _schema("string", pattern=r"^[a-z0-9]+([-_/][a-z0-9]+)*$")]
"""A key that a school names itself: `so_what`, or with its protocol `what-so-what-now-what/so_what`."""

PublicId = Annotated[str, PlainValidator(_parse_public_id), _schema("string", pattern=r"^[a-z0-9]{6,16}$")]
Reference = Annotated[str, PlainValidator(_parse_reference), _schema("string", pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$")]
"""An id, or ids joined by `/`: `river-sensor`, `ana-r/river-sensor`, `communicator/adapts-to-audience`."""

EmptyAsList = BeforeValidator(_as_list)


def _entry_of(key: str) -> BeforeValidator:
    """Let a plain line stand for a map with that one key: `- soldering` for `- text: soldering`."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


PLAIN_TEXT_ENTRY = _entry_of("text")
