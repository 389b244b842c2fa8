"""Bytes that are no text: one finding each, the file left out, every other file read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.loading import Loaded

PIECE = "portfolios/ana-r/artifacts/case/artifact.yml"
GOOD = "title: How muddy\nkind: product\nmade_on: 2026-10-03\nsummary: Ça va\n"

REFUSED = {
    "invalid UTF-8": (GOOD.encode("latin-1"), "SRC001", 4),
    "UTF-16, little end first": (GOOD.encode("utf-16"), "SRC001", 1),
    "UTF-16, big end first": (b"\xfe\xff" + GOOD.encode("utf-16-be"), "SRC001", 1),
    "UTF-32": (GOOD.encode("utf-32"), "SRC001", 1),
    "NUL": (GOOD.encode() + b"label:\n  title: a\0b\n", "SRC001", 6),
    "a control character": (GOOD.encode() + b"question: a\x1b[31mb\n", "SRC001", 5),
    "a C1 character": (GOOD.encode() + "question: a\u009bb\n".encode(), "SRC001", 5),
    "a next-line character": (GOOD.encode() + "question: a\u0085b\n".encode(), "SRC001", 5),
    "a line separator": (GOOD.encode() + "question: a\u2028b\n".encode(), "SRC001", 5),
    "a byte order mark inside": (GOOD.encode() + "question: a\ufeffb\n".encode(), "SRC001", 5),
    "more than 256 KiB": (GOOD.encode() + b"# " + b"x" * 256 * 1024 + b"\n", "SRC002", 1),
    "a text of more than 32 KiB": (GOOD.encode() + b"question: " + b"x " * 17_000 + b"\n", "SRC002", 5),
    "more than 50 levels": (GOOD.encode() + b"media: " + b"[" * 60 + b"]" * 60 + b"\n", "SRC006", 5),
    "30,000 brackets": (GOOD.encode() + b"media: " + b"[" * 30_000 + b"\n", "SRC006", 5),
    "30,000 braces": (GOOD.encode() + b"media: " + b"{a: " * 30_000 + b"\n", "SRC006", 5),
    "30,000 dashes": (GOOD.encode() + b"media:\n  " + b"- " * 30_000 + b"x\n", "SRC006", 6),
    "more than 20,000 values": (GOOD.encode() + b"subjects: [" + b"a," * 20_001 + b"a]\n", "SRC006", 5),
    "a conflict marker": (GOOD.encode() + b"<<<<<<< HEAD\n", "SRC007", 5),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bytes_that_are_no_record_are_one_finding(name: str, school: Callable[..., Loaded]) -> None:
    """One finding at the line; the record is left out and every other one is read."""
    data, code, line = REFUSED[name]
    loaded = school({PIECE: data})
    assert [(each.code, each.place.path, each.place.line) for each in loaded.problems] == [(code, PIECE, line)]
    assert set(loaded.school.learners["ana-r"].artifacts) == {"river-sensor"}
    assert set(loaded.school.learners) == {"ana-r", "ben-k", "noa-d"}


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode(), GOOD.replace("\n", "\r").encode(), GOOD.rstrip().encode()],
    ids=["byte order mark", "CRLF", "CR", "no last line end"],
)
def test_what_editors_save_is_fine(data: bytes, school: Callable[..., Loaded]) -> None:
    """A byte order mark and any line end are accepted."""
    loaded = school({PIECE: data})
    assert loaded.problems == ()
    assert str(loaded.school.learners["ana-r"].artifacts["case"].summary) == "Ça va"


def test_line_separators_do_not_shift_positions(school: Callable[..., Loaded]) -> None:
    """With CRLF the finding stands in the line that an editor counts, and the source line has no line end."""
    loaded = school({PIECE: (GOOD + "sumary: x\n").replace("\n", "\r\n").encode()})
    assert loaded.sources.locate(loaded.problems[0].place) == (5, 1, "sumary: x")


def test_right_to_left_prose_is_fine(school: Callable[..., Loaded]) -> None:
    """Arabic, Hebrew, emoji and 10,000 combining marks come back as they were typed."""
    words = "مرحبا שלום 👩‍👩‍👧 e" + "\u0301" * 10_000
    loaded = school({PIECE: GOOD + f"question: {words}\n"})
    assert loaded.problems == ()
    assert str(loaded.school.learners["ana-r"].artifacts["case"].question) == words


def test_a_scrambled_record_is_told_in_a_hundred_lines(school: Callable[..., Loaded]) -> None:
    """Thousands of unknown keys neither hang the check nor flood the report."""
    loaded = school({PIECE: "".join(f"titel{n}x: {n}\n" for n in range(9_000))})
    assert 0 < len(loaded.problems) <= 110


@pytest.mark.parametrize("path", ["transcript", "captions", "media"])
def test_conflict_markers_in_words_beside_a_record_are_found(path: str, school: Callable[..., Loaded]) -> None:
    """In a transcript, in captions, in a Markdown piece: the finding names that file, and its words are not shown."""
    member = "portfolios/ana-r/artifacts/case/talk.md"
    entry = "  - file: talk.md\n" if path == "media" else f"  - file: talk.mp4\n    {path}: talk.md\n"
    loaded = school({PIECE: GOOD + "media:\n" + entry, member: "One\n<<<<<<< HEAD\ntwo\n=======\nthree\n>>>>>>> main\n"})
    assert [(each.code, each.place.path, each.place.line) for each in loaded.problems] == [("SRC007", member, 2)]
    assert member not in loaded.school.learners["ana-r"].texts


def test_conflict_markers_in_a_table_are_found(school: Callable[..., Loaded]) -> None:
    """A table of a learner with both sides of a merge is not shown."""
    member = "portfolios/ana-r/artifacts/case/readings.csv"
    loaded = school({PIECE: GOOD + "media:\n  - file: readings.csv\n", member: "day,mud\n<<<<<<< HEAD\n1,2\n=======\n1,3\n>>>>>>> main\n"})
    assert [each.code for each in loaded.problems] == ["SRC007"]
    assert member not in loaded.school.learners["ana-r"].texts
