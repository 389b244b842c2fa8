"""Removal never waits: pages leave every tree at once."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.errors import OutputError
from generator.site.grants import read_grants
from generator.site.manifest import verify_tree
from generator.site.output import Output
from generator.site.removal import clear_edition, remove_outputs
from generator.site.tree import open_tree

FILES = {"index.html": b"home with ana", "404.html": b"neutral", "a/x/index.html": b"ana", "a/x/p.webp": b"face", "a/y/index.html": b"ben"}


@pytest.fixture
def built(output: Output) -> Output:
    """A tree in which three files lean on one learner."""
    with open_tree(output) as tree:
        for path, data in FILES.items():
            tree.put(path, data, [("ana-r", "work")] if b"ana" in data or b"face" in data else [])
        tree.commit()
    return output


def bytes_below(*folders: Path) -> bytes:
    """All bytes of all files below some folders."""
    return b"\n".join(path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file())


def test_pages_are_gone_from_every_tree(built: Output) -> None:
    """Removed bytes are nowhere in the tree or below `.exhibit`; the rest stands and is known."""
    grants = read_grants(built) or {}
    gone = remove_outputs(built, [path for path in grants if path != "index.html"])
    assert gone == ("a/x/index.html", "a/x/p.webp")
    assert b"face" not in bytes_below(built.folder, built.state)
    assert not (built.folder / "a/x").exists()
    assert verify_tree(built.folder) == []
    assert read_grants(built) == {"index.html": (("ana-r", "work"),)}


def test_the_home_becomes_the_neutral_page(built: Output) -> None:
    """The school's address still answers when its home has to go, and leans on nobody."""
    remove_outputs(built, ["index.html"])
    assert (built.folder / "index.html").read_bytes() == b"neutral"
    assert "index.html" not in (read_grants(built) or {})
    assert verify_tree(built.folder) == []


def test_a_build_after_a_removal(built: Output) -> None:
    """The next build knows what is gone and starts from there."""
    remove_outputs(built, ["index.html", "a/x/index.html"])
    with open_tree(built) as tree:
        assert "a/x/index.html" not in tree.old_paths
        tree.put("index.html", b"new home")
        tree.commit()
    assert (built.folder / "index.html").read_bytes() == b"new home"
    assert b"ana" not in bytes_below(built.folder, built.spare)


def test_removal_on_a_full_disk(built: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written any more, the pages still go, and the next run repairs the rest."""
    def full(self: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        remove_outputs(built, ["a/x/p.webp"])
    assert b"face" not in bytes_below(built.folder, built.state)
    with open_tree(built) as tree:
        assert tree.keep("a/y/index.html") and not tree.keep("a/x/p.webp")
        tree.commit()
    assert verify_tree(built.folder) == []


def test_what_stays_up_is_named(built: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that will not go does not keep the others up, and the error names it."""
    real = os.unlink

    def stubborn(path: str, **kwargs: object) -> None:
        if str(path).endswith(f"site{os.sep}a/x/p.webp"):
            raise PermissionError(errno.EACCES, "Permission denied")
        real(path, **kwargs)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", stubborn)
        with pytest.raises(OutputError, match="a/x/p.webp"):
            remove_outputs(built, ["a/x/p.webp", "a/x/index.html"])
    assert not (built.folder / "a/x/index.html").exists()


def test_an_absent_tree_has_nothing_to_remove(output: Output) -> None:
    """Removal from an edition that was never built is no error."""
    assert remove_outputs(output, ["index.html"]) == ()
    assert clear_edition(output) == ()


def test_clearing_deletes_only_what_we_wrote(built: Output) -> None:
    """Clearing an edition leaves a stranger's file, and the folder it is in."""
    (built.folder / "mine.txt").write_text("mine")
    assert "a/x/p.webp" in clear_edition(built)
    assert [path.name for path in built.folder.rglob("*")] == ["mine.txt"]
    assert b"face" not in bytes_below(built.state)
