"""From text to a tree of text, lists and maps: one pass over events, with limits and positions.

Values come straight from the events of PyYAML's C parser, so that nothing is composed before the
limits are known to hold (security.md M1) and nothing is guessed from how a word looks: a value is
text, a list, a map, or None where nothing was typed. What a word means is the model's business.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from generator.findings import Field
from generator.loading import _slips
from generator.loading._text import refuse_control_characters
from generator.loading._trouble import Trouble

Tree = str | list["Tree"] | dict[str, "Tree"] | None

DEPTH_MAX = 50
NODES_MAX = 20_000
SCALAR_MAX = 32 * 1024
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Spot:
    """Where a value stands: line and column from 1, those of its key, and its children's spots."""

    line: int
    column: int
    key_line: int = 0
    key_column: int = 0
    children: dict[str | int, Spot] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree, where each value stands, and slips that did not stop the reading."""

    tree: Tree
    spot: Spot
    slips: tuple[Trouble, ...]


def parse_yaml(text: str) -> Parsed:
    """Parse one document; raise Trouble for what is refused or cannot be read."""
    slips: list[Trouble] = []
    try:
        with _closing(_PARSER(text)) as events:
            builder = _Builder(events.get_event, text, slips)
            tree, spot = builder.read_document()
    except yaml.MarkedYAMLError as error:
        raise _slips.explain_error(error, text) from None
    except (yaml.YAMLError, ValueError) as error:
        raise Trouble("SRC003", "This file cannot be read as YAML.", "Compare it with the example of `exhibit new`.") from error
    slips.extend(_slips.find_cut_texts(text, builder.plain_ends))
    return Parsed(tree, spot, tuple(slips))


class _closing:
    """Dispose of a parser when done; its C memory is not freed otherwise."""

    def __init__(self, parser: Any) -> None:
        self.parser = parser

    def __enter__(self) -> Any:
        return self.parser

    def __exit__(self, *_: object) -> None:
        self.parser.dispose()


class _Builder:
    """Builds a tree from events, counting nodes and depth as it goes."""

    def __init__(self, next_event: Any, text: str, slips: list[Trouble]) -> None:
        self.next_event, self.text, self.slips = next_event, text, slips
        self.nodes = 0
        self.cut_possible = _slips.may_be_cut(text)
        self.plain_ends: list[tuple[Field, int, int, str]] = []
        self.way: list[str | int] = []

    def read_document(self) -> tuple[Tree, Spot]:
        """Read the one document of the stream."""
        event = self.next_event()
        assert isinstance(event, StreamStartEvent)
        event = self.next_event()
        if isinstance(event, StreamEndEvent):
            return None, Spot(1, 1)
        _refuse_directives(event)
        tree, spot = self.read_node(self.next_event(), 1)
        event = self.next_event()
        assert isinstance(event, DocumentEndEvent)
        after = self.next_event()
        if isinstance(after, DocumentStartEvent):
            raise Trouble(
                "SRC004", "A second document starts here, after a line of three dashes.",
                "Keep one record in one file and delete the line ---.", after.start_mark.line + 1,
            )
        return tree, spot

    def read_node(self, event: Any, depth: int) -> tuple[Tree, Spot]:
        """Read the value that an event starts."""
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        self.nodes += 1
        if depth > DEPTH_MAX or self.nodes > NODES_MAX:
            raise Trouble(
                "SRC006", f"There are more than {DEPTH_MAX} levels inside each other here, or more than {NODES_MAX} values.",
                "A record has four or five levels. Look for a bracket that is never closed.", line, column,
            )
        if event.__class__ is ScalarEvent and event.tag is None and event.anchor is None:
            return self.read_scalar(event, line, column)
        _refuse_features(event, self.text)
        if isinstance(event, MappingStartEvent):
            return self.read_map(event, Spot(line, column), depth)
        if isinstance(event, SequenceStartEvent):
            return self.read_list(Spot(line, column), depth)
        return self.read_scalar(event, line, column)

    def read_scalar(self, event: ScalarEvent, line: int, column: int) -> tuple[Tree, Spot]:
        """Read a word or a text; nothing typed is None."""
        value = event.value
        if len(value) > SCALAR_MAX:
            raise Trouble(
                "SRC002", f"This text has {len(value):,} characters; at most {SCALAR_MAX:,} fit in one field.",
                "Put long writing in a file of its own (text.md) and name it under media.", line, column,
            )
        if event.style == '"':
            refuse_control_characters(value, (line, column))
        if event.implicit[0] and not event.style:
            if self.cut_possible:
                self.plain_ends.append((tuple(self.way), event.end_mark.line, event.end_mark.column, value))
            if not value:
                return None, Spot(line, column)
            if value[0] == "\u201c":
                self.slips.extend(_slips.find_curly_quotes(value, line, column, tuple(self.way)))
        return value, Spot(line, column)

    def read_list(self, spot: Spot, depth: int) -> tuple[Tree, Spot]:
        """Read the entries of a list."""
        entries: list[Tree] = []
        self.way.append(0)
        while not isinstance(event := self.next_event(), CollectionEndEvent):
            self.way[-1] = len(entries)
            tree, child = self.read_node(event, depth + 1)
            spot.children[len(entries)] = child
            entries.append(tree)
        self.way.pop()
        return entries, spot

    def read_map(self, start: MappingStartEvent, spot: Spot, depth: int) -> tuple[Tree, Spot]:
        """Read the keys and values of a map; keys are always text."""
        found: dict[str, Tree] = {}
        self.way.append("")
        while not isinstance(event := self.next_event(), CollectionEndEvent):
            key, line, column = self.read_key(event, found, spot)
            self.way[-1] = key
            following = self.next_event()
            tree, child = self.read_node(following, depth + 1)
            if start.flow_style and (" " in key.strip() or _has_no_colon(event, following)):
                self.slips.append(_slips.split_sentence(key, found, line, column, tuple(self.way[:-1])))
                continue
            child.key_line, child.key_column = line, column
            spot.children[key] = child
            found[key] = tree
        self.way.pop()
        return found, spot

    def read_key(self, event: Any, found: dict[str, Tree], spot: Spot) -> tuple[str, int, int]:
        """Read a key; refuse merge keys, keys that are not text, and keys that came before."""
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        _refuse_features(event, self.text)
        self.nodes += 1
        if not isinstance(event, ScalarEvent):
            raise Trouble("SRC010", "A key must be one word, and here is a list or a map.", "Check the brackets and dashes of this line.", line, column)
        key = event.value
        if event.style == '"' or not key.isascii():
            key = unicodedata.normalize("NFC", key)
            refuse_control_characters(key, (line, column))
        if key == "<<" and not event.style:
            raise Trouble("SRC004", "This merges another part of the file (<<), which we do not read.", "Write the lines out instead.", line, column)
        if key in found:
            first = spot.children[key].key_line
            raise Trouble(
                "SRC005", f'The key "{key}" stands here and already in line {first}. We cannot know which one you mean.',
                f"Keep one of the two lines ({first} or {line}).", line, column, (*self.way[:-1], key),
            )
        return key, line, column


def _has_no_colon(key: ScalarEvent, value: Any) -> bool:
    """Tell whether only a key was typed, as a comma inside a sentence in { } leaves it."""
    return isinstance(value, ScalarEvent) and not value.value and not value.style and value.start_mark.index == key.end_mark.index


def _refuse_directives(event: Any) -> None:
    if event.version or event.tags:
        line = event.start_mark.line + 1
        raise Trouble("SRC004", "A line that starts with % gives orders to the YAML reader, which we do not take.", "Delete that line.", line)


def _refuse_features(event: Any, text: str) -> None:
    """Refuse aliases, anchors and tags; a child who began a sentence with * or ! gets the line put right."""
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    if isinstance(event, AliasEvent) or event.anchor is not None or event.tag is not None:
        slip = _slips.explain_sign(text, line)
        if slip:
            raise slip
        raise Trouble(
            "SRC004", "This uses a sign that YAML keeps for itself: &name, *name or !tag. We do not read those.",
            "Write the words out, and put text that begins with such a sign in quotes.", line, column,
        )
