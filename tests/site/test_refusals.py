"""Output folders that are refused: nothing that people wrote is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import OutputError
from generator.site.output import Output
from generator.site.tree import open_tree


def build(output: Output) -> None:
    """Build a tree of one page."""
    with open_tree(output) as tree:
        tree.put("index.html", b"home")
        tree.commit()


@pytest.mark.parametrize("place", ["content", "content/pages/out", "portfolios/ana-r", ".", "..", ".exhibit/out", ".git"])
def test_folders_of_the_school_are_refused(school: Path, place: str) -> None:
    """A tree never lies inside or round what people write, or the tool's own folders."""
    with pytest.raises(OutputError, match="--out"):
        build(Output(school / place, school, "public"))
    assert list(school.rglob("index.html")) == []


def test_office_records_elsewhere_are_refused(school: Path, tmp_path: Path) -> None:
    """Folders that the caller names as protected are treated alike."""
    office = tmp_path / "office"
    office.mkdir()
    with pytest.raises(OutputError, match="office"):
        build(Output(office / "site", school, "staff", (office,)))


def test_links_and_files_are_refused(school: Path, tmp_path: Path) -> None:
    """A link or a file in the place of the folder is refused."""
    (tmp_path / "real").mkdir()
    (school / "site").symlink_to(tmp_path / "real")
    with pytest.raises(OutputError, match="link"):
        build(Output(school / "site", school, "public"))
    (school / "other").write_text("x")
    with pytest.raises(OutputError, match="file"):
        build(Output(school / "other", school, "public"))


def test_a_way_through_a_link_is_seen(school: Path, tmp_path: Path) -> None:
    """A link above the folder does not hide that it lies in content."""
    (tmp_path / "door").symlink_to(school / "content")
    with pytest.raises(OutputError):
        build(Output(tmp_path / "door" / "out", school, "public"))


def test_files_that_we_did_not_write_are_refused(output: Output) -> None:
    """A folder with files and no manifest, or with more than its manifest names, is left alone."""
    output.folder.mkdir()
    (output.folder / "thesis.txt").write_text("mine")
    with pytest.raises(OutputError, match="thesis.txt"):
        build(output)
    (output.folder / "thesis.txt").unlink()
    build(output)
    (output.folder / "CNAME").write_text("school.example")
    with pytest.raises(OutputError, match="CNAME"):
        build(output)
    assert (output.folder / "CNAME").read_text() == "school.example"


def test_a_link_in_the_tree_is_refused(output: Output, tmp_path: Path) -> None:
    """A page that somebody replaced by a link is not taken for ours, and what it leads to stays."""
    build(output)
    (tmp_path / "mine").write_text("mine")
    (output.folder / "index.html").unlink()
    (output.folder / "index.html").symlink_to(tmp_path / "mine")
    build(output)
    assert (output.folder / "index.html").read_bytes() == b"home"
    assert (tmp_path / "mine").read_text() == "mine"


def test_what_file_managers_drop_is_no_reason(output: Output) -> None:
    """A folder that was looked at in a file manager can still be built."""
    build(output)
    (output.folder / ".DS_Store").write_bytes(b"x")
    build(output)
    assert (output.folder / "index.html").read_bytes() == b"home"


def test_editions_do_not_mix(school: Path) -> None:
    """`site/` is public only, and a folder of one edition is not overwritten by another."""
    with pytest.raises(OutputError, match="public edition only"):
        build(Output(school / "site", school, "staff"))
    build(Output(school / "editions" / "staff", school, "staff"))
    with pytest.raises(OutputError, match="staff edition"):
        build(Output(school / "editions" / "staff", school, "public"))


def test_only_the_public_tree_has_nojekyll(school: Path) -> None:
    """`.nojekyll` is for hosts, so it stands in the public tree alone."""
    build(Output(school / "site", school, "public"))
    build(Output(school / "editions" / "staff", school, "staff"))
    assert (school / "site" / ".nojekyll").exists()
    assert not (school / "editions" / "staff" / ".nojekyll").exists()
