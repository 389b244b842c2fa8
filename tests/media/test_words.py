"""Words that pages show of texts, programs and tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.media import UnreadableMedium, get_medium, read_facts
from generator.media._text import clip_excerpt, count_lines, decode_text, strip_markdown


def _read_words(path: Path, data: bytes):
    path.write_bytes(data)
    facts = read_facts(path)
    assert facts.problem == ""
    return get_medium(facts.kind).read_words(path, facts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_in_any_usual_encoding(encoding: str, tmp_path: Path) -> None:
    """What programs save reads the same: Unicode with a mark, UTF-8, Windows-1252."""
    assert _read_words(tmp_path / "a.txt", "Señora\r\nzwei\r".encode(encoding)) == "Señora\nzwei\n"


def test_words_are_capped(tmp_path: Path) -> None:
    """A page never gets more than 200,000 characters or 500 rows."""
    assert len(_read_words(tmp_path / "a.md", b"word\n" * 100_000)) == 200_000
    assert len(_read_words(tmp_path / "a.py", b"x" * 300_000)) == 200_000
    assert len(_read_words(tmp_path / "a.csv", b"1,2\n" * 2_000)) == 500
    assert len(_read_words(tmp_path / "b.csv", b"1," * 2_000)[0]) == 50


@pytest.mark.parametrize(
    "data",
    [
        b'day,mud\n1,"a, b"\n',
        b'day;mud\r\n1;"a, b"\r\n;;\r\n\r\n',
        b'\xef\xbb\xbfday\tmud\n1\ta, b\n',
        b'sep=;\nday;mud\n1;"a, b"\n',
        'day;mud\n1;"a, b"\n'.encode("utf-16"),
    ],
)
def test_table_however_saved(data: bytes, tmp_path: Path) -> None:
    """Comma, semicolon, tab, Excel's first line and UTF-16 give the same rows; blank rows go."""
    assert _read_words(tmp_path / "a.csv", data) == [["day", "mud"], ["1", "a, b"]]


def test_cells_stay_text(tmp_path: Path) -> None:
    """Formula signs and leading zeros stay as typed."""
    assert _read_words(tmp_path / "a.csv", b"a,b\n=1+1,007\n")[1] == ["=1+1", "007"]


def test_binary_is_no_text() -> None:
    """Bytes that are no text in any encoding are refused; control characters go."""
    with pytest.raises(UnreadableMedium):
        decode_text(b"\x81\x8d\x00\xff")
    assert decode_text(b"a\x1b[31mb\x07") == "a[31mb"


def test_markdown_marks_are_removed() -> None:
    """An excerpt reads as prose; signs that are not marks stay."""
    text = "---\ntitle: x\n---\n# Head\n> **bold** and `code` 2 * 3 * 4 snake_case_name\n\n![a](b.jpg)\n<!-- no -->\n1. one"
    assert clip_excerpt(strip_markdown(text)) == (
        "Head bold and code 2 * 3 * 4 snake_case_name\n\none"
    )


@pytest.mark.parametrize("piece", ["![[]()", "[", "**", "`", "<!--", "_a", "> ", "***\t", "<a ", "- "])
def test_pathological_markdown_is_cheap(piece: str) -> None:
    """Inputs on which Markdown readers stall end in an excerpt of bounded length."""
    assert len(clip_excerpt(strip_markdown(piece * 50_000))) <= 601


def test_excerpt_is_cut_between_words() -> None:
    """A long text ends at a word, with an ellipsis, after at most 600 characters."""
    found = clip_excerpt("word " * 1_000)
    assert found.endswith("word…") and len(found) <= 601
    assert clip_excerpt("x" * 5_000) == "x" * 600 + "…"


def test_lines_are_counted_as_an_editor_does() -> None:
    """A last line end begins no other line."""
    assert [count_lines(text) for text in ("", "a", "a\n", "a\nb")] == [0, 1, 1, 2]
