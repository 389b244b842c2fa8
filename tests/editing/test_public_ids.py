"""Public ids are written where they are missing, and every other byte of a record stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.editing.public_ids import renew_id, write_missing_ids
from generator.errors import UsageError
from generator.ids import is_public_id

PROFILE = "portfolios/robin-l/profile.yml"
ARTIFACT = "portfolios/robin-l/artifacts/paper-boat/artifact.yml"

TEXTS = {
    "plain": "about_me: hello\naudience: family\n",
    "comment before": "# who I am\n\n# really\nabout_me: hello  # yes\n",
    "bom and crlf": "\ufeff# x\r\nabout_me: |\r\n  one\r\n  two\r\n",
    "braces": "{about_me: hello, audience: family}\n",
    "braces on lines": "{\n  about_me: hello,\n}\n",
    "indented": "  about_me: hello\n  audience: family\n",
    "no line end": "about_me: hello",
    "quoted key": '"about_me": hello\n',
    "letters": "# ñandú 👩‍🎨\nabout_me: 日本\n",
    "key in text": "about_me: |\n  public_id: aaaaaaaa\n",
}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_only_the_id_is_added(school: Path, name: str) -> None:
    """Whatever form a record has, taking the id away again gives the bytes there were."""
    before = TEXTS[name].encode()
    (school / PROFILE).write_bytes(before)
    (written,) = write_missing_ids(school).written
    after = (school / PROFILE).read_bytes()
    assert written.path == PROFILE and is_public_id(written.public_id)
    assert re.sub(rb"public_id: " + written.public_id.encode() + rb"(, |\r?\n *)", b"", after).strip() == before.strip()
    assert b"\n" not in after.replace(b"\r\n", b"") or b"\r\n" not in before
    assert write_missing_ids(school).written == ()


@pytest.mark.parametrize("value", ["", "~", '""', "no", "K7F3", "'x'", "[]", "Not an id"])
def test_what_is_no_id_is_replaced_or_told(school: Path, value: str) -> None:
    """An empty or unusable value makes way for an id; what cannot be changed safely is named and left."""
    before = f"public_id: {value}\nabout_me: hello\n"
    (school / PROFILE).write_text(before)
    ids = write_missing_ids(school)
    after = (school / PROFILE).read_text()
    if ids.written:
        assert after.startswith(f"public_id: {ids.written[0].public_id}") and after.endswith("\nabout_me: hello\n")
    else:
        assert after == before and ids.unreadable[0][0] == PROFILE


def test_pointers_get_none(school: Path) -> None:
    """A pointer has the address of the piece it points at."""
    pointer = school / "portfolios/robin-l/artifacts/other/artifact.yml"
    pointer.parent.mkdir()
    pointer.write_text("shared_from: ana-r/kite\n")
    assert write_missing_ids(school).written == ()
    with pytest.raises(UsageError, match="no public id of its own"):
        renew_id(school, "portfolios/robin-l/artifacts/other/artifact.yml")
    assert pointer.read_text() == "shared_from: ana-r/kite\n"


def test_broken_records_are_named_and_left(school: Path) -> None:
    """One unreadable record hides no other, and is not touched."""
    (school / ARTIFACT).write_text("title: [\n")
    (school / PROFILE).write_text("about_me: hello\n")
    ids = write_missing_ids(school)
    assert [each.path for each in ids.written] == [PROFILE]
    assert [path for path, _ in ids.unreadable] == [ARTIFACT]
    assert (school / ARTIFACT).read_text() == "title: [\n"


def test_renewing_changes_one_value(school: Path) -> None:
    """The new id stands where the old one was, comment and all; a folder may be named for its record."""
    before = (school / PROFILE).read_text("utf-8")
    written = renew_id(school, "portfolios/robin-l/")
    after = (school / PROFILE).read_text("utf-8")
    assert written.before in before and after == before.replace(written.before, written.public_id)
    assert renew_id(school, ARTIFACT).path == ARTIFACT


def test_renewing_nothing_is_refused(school: Path) -> None:
    """A path that is no such record gets the nearest one."""
    with pytest.raises(UsageError, match=f'Did you mean "{PROFILE}"'):
        renew_id(school, "portfolios/robin/profile.yml")
    for path in ("../profile.yml", "/etc/passwd", "content/school.yml", ""):
        with pytest.raises(UsageError):
            renew_id(school, path)


def test_permissions_stay_and_nothing_is_left_behind(school: Path) -> None:
    """A write leaves the file's permissions and no temporary file."""
    (school / PROFILE).write_text("about_me: hello\n")
    (school / PROFILE).chmod(0o640)
    write_missing_ids(school)
    assert (school / PROFILE).stat().st_mode & 0o777 == 0o640
    assert not list(school.rglob("*.tmp"))
