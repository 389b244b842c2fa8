"""Every value comes back as it was typed and is found in the line where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import Place
from generator.loading import Loaded
from generator.loading._records import find_spot
from generator.loading._text import decode_text
from generator.loading._yaml import parse_yaml

WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"), max_size=12)
KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True) | st.sampled_from(["on", "no", "yes", "null", "y", "007", "1e3", "~", "é"])
LEAVES = WORDS | st.sampled_from(["no", "on", "Y", "12:30", "007", "1_000", "0x1F", "1e3", ".nan", "-.inf", "~", "=", "2026-10-03", "*a", "&b", "!c", "a: b", "a #b", "- x", "| x", "5" * 80])
TREES = st.recursive(LEAVES, lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(KEYS, inner, min_size=1, max_size=4), max_leaves=14)
ROOTS = st.dictionaries(KEYS, TREES, min_size=1, max_size=5)


def list_leaves(tree: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a tree with the way to it."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from list_leaves(value, (*way, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from list_leaves(value, (*way, index))
    else:
        yield way, str(tree)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(ROOTS, st.booleans(), st.sampled_from([40, 80, 1000]))
def test_what_was_dumped_is_read_back_equal(tree: dict[str, object], in_braces: bool, width: int) -> None:
    """Whatever a YAML writer writes is read back as the same texts, lists and maps."""
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=in_braces, width=width, sort_keys=False)
    parsed = parse_yaml(decode_text(text.encode()))
    assert parsed.tree == tree
    assert parsed.slips == () or {slip.code for slip in parsed.slips} <= {"SRC018"}


@settings(max_examples=100, deadline=None, derandomize=True)
@given(ROOTS)
def test_every_value_is_found_where_it_stands(tree: dict[str, object]) -> None:
    """A value that is marked in the text stands exactly at the line and column that we give for it."""
    marked = _mark(tree)
    text = yaml.safe_dump(marked, allow_unicode=True, width=1000, sort_keys=False)
    lines = text.split("\n")
    spot = parse_yaml(decode_text(text.encode())).spot
    for way, mark in list_leaves(marked):
        line, column = find_spot(spot, way)
        assert lines[line - 1][column - 1:].startswith(mark)


def _mark(tree: object, way: str = "v") -> object:
    if isinstance(tree, dict):
        return {key: _mark(value, f"{way}k{index}") for index, (key, value) in enumerate(tree.items())}
    if isinstance(tree, list):
        return [_mark(value, f"{way}i{index}") for index, value in enumerate(tree)]
    return f"{way}é"


PIECE = "portfolios/ana-r/artifacts/case/artifact.yml"
THREE_BROKEN = """\
title: How muddy
kind: product
made_on: 2026-10-03
drafts:
  - {file: a.png, chnged: x}
  - file: b.png
  - file: ../c.png
  - file: d.png
  - {file: e.png, made_on: soon}
  - file: f.png
"""


def test_entries_left_out_do_not_shift_the_others(school: Callable[..., Loaded]) -> None:
    """Three of six entries are left out; each that is left is still found in its own line, and each finding in its."""
    loaded = school({PIECE: THREE_BROKEN})
    record = loaded.school.learners["ana-r"].artifacts["case"]
    assert [draft.file for draft in record.drafts] == ["b.png", "d.png", "f.png"]
    for index, draft in enumerate(record.drafts):
        assert draft.file in loaded.sources.locate(Place(PIECE, ("drafts", index, "file")))[2]
    assert sorted((each.code, loaded.sources.locate(each.place)[0]) for each in loaded.problems) == [("SRC008", 5), ("SRC012", 9), ("SRC021", 7)]


def test_entries_of_a_list_of_records_are_found_after_one_is_left_out(school: Callable[..., Loaded]) -> None:
    """A rating that cannot be read leaves the next one in its own line."""
    rating = "- id: {0}\n  indicator: communicator/adapts\n  level: {1}\n  rater: k-ortiz\n  rater_kind: adviser\n  purpose: interim\n  rated_on: 2026-10-20\n"
    path = "content/office/ratings/ana-r.yml"
    loaded = school({path: rating.format("r1", "Bad Level") + rating.format("r2", "proficient")})
    assert [each.id for each in loaded.school.ratings["ana-r"]] == ["r2"]
    assert loaded.sources.locate(Place(path, (0, "id"))) == (8, 7, "- id: r2")
    assert loaded.sources.locate(loaded.problems[0].place)[0] == 3


def test_a_missing_value_is_found_at_what_should_hold_it(school: Callable[..., Loaded]) -> None:
    """A rule that asks for a field that is not there points at the entry around it."""
    loaded = school()
    path = "portfolios/ana-r/artifacts/river-sensor/artifact.yml"
    line, column, source = loaded.sources.locate(Place(path, ("makers", 1, "nothing")))
    assert (source, column) == ("  - learner_id: ben-k", 5)
    assert loaded.sources.locate(Place(path, ("summary",), on_key=True))[1:] == (1, "summary: A sensor for nine dollars.")
    assert loaded.sources.locate(Place("portfolios/nobody/profile.yml", ("about_me",))) == (1, 1, "")
