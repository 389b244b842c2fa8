"""Every built tree is found and cleared of what the consents of the day no longer allow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.loading.office_alone import load_office
from generator.site.manifest import MANIFEST, verify_tree
from generator.site.output import Output
from generator.site.tree import open_tree
from generator.steps.clear import clear_trees, list_outputs
from generator.steps.deploy import run_deploy
from tests.conftest import CONSENT, write_school

DAY = date(2026, 11, 1)
PAGES = {"index.html": ("ana-r", "ben-k"), "404.html": (), "a/ana/index.html": ("ana-r",), "a/ben/index.html": ("ben-k",)}
BEN_NO = CONSENT.replace("ben-k,families,work name words face voice,yes,guardian,2026-08-27,2027-06-30,v1,", "ben-k,families,work,yes,guardian,2026-08-27,2027-06-30,v1,2026-10-30")


def put_tree(root: Path, folder: str, edition: str, pages: Mapping[str, tuple[str, ...]] = PAGES) -> Path:
    """Build a small tree whose pages lean on the work of some learners."""
    with open_tree(Output(root / folder, root, edition)) as tree:
        for path, who in pages.items():
            tree.put(path, f"{path} {who}".encode(), [(each, "work") for each in who])
        tree.commit()
    return root / folder


def files(folder: Path) -> set[str]:
    """The files of a tree."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {MANIFEST, ".nojekyll"}


def test_every_tree_is_found(tmp_path: Path) -> None:
    """The web, the walls, families, previews and folders chosen with --out; staff's own tree loses nothing."""
    root = write_school(tmp_path / "school")
    folders = {"site": "public", "editions/onsite": "onsite", "editions/family/ana-r": "family", ".exhibit/preview/public": "public", ".exhibit/preview/learner/ben-k": "family", "../elsewhere": "public"}
    for folder, edition in {**folders, "editions/staff": "staff"}.items():
        put_tree(root, folder, edition)
    found = {(each.folder.resolve(), each.edition) for each in list_outputs(root, load_office(root))}
    assert found == {((root / folder).resolve(), edition) for folder, edition in folders.items()}


def test_a_familys_copy_keeps_its_own_child(tmp_path: Path) -> None:
    """A classmate who took it back leaves; the child whose family it is stays, with or without a consent for other families."""
    root = write_school(tmp_path / "school", {"content/office/consent.csv": "\n".join(line for line in BEN_NO.splitlines() if not line.startswith("ana-r,families")) + "\n"})
    folder = put_tree(root, "editions/family/ana-r", "family")
    cleared = clear_trees(root, load_office(root), DAY)
    assert [each.paths for each in cleared] == [("a/ben/index.html", "index.html")]
    assert files(folder) == {"404.html", "index.html", "a/ana/index.html"} and verify_tree(folder) == []
    assert (folder / "index.html").read_bytes() == (folder / "404.html").read_bytes()


def test_what_is_not_on_record_yet(tmp_path: Path) -> None:
    """A withdrawal that could not be written down clears all the same, and only its own use and item."""
    root = write_school(tmp_path / "school")
    site, walls = put_tree(root, "site", "public"), put_tree(root, "editions/onsite", "onsite")
    clear_trees(root, load_office(root), DAY, frozenset({("ana-r", "web", "work")}))
    assert files(site) == {"404.html", "index.html", "a/ben/index.html"} and files(walls) == set(PAGES)


def test_a_tree_that_has_lost_its_list(tmp_path: Path) -> None:
    """It cannot be cleared file by file: it is named, and the others are cleared all the same."""
    root = write_school(tmp_path / "school")
    site, walls = put_tree(root, "site", "public"), put_tree(root, "editions/onsite", "onsite")
    (site / MANIFEST).unlink()
    cleared = clear_trees(root, load_office(root), DAY, frozenset({("ana-r", "web", "work"), ("ana-r", "onsite", "work")}))
    assert [bool(each.trouble) for each in sorted(cleared, key=lambda each: each.output.edition)] == [False, True]
    assert "a/ana/index.html" not in files(walls) and files(site) == set(PAGES)


def test_a_deploy_command_is_no_shell(tmp_path: Path) -> None:
    """Words go to the program as they are; an empty command is refused in a sentence."""
    assert run_deploy(tmp_path, "touch 'a; touch b'") == 0
    assert [each.name for each in tmp_path.iterdir()] == ["a; touch b"]
    with pytest.raises(UsageError, match="is empty"):
        run_deploy(tmp_path, "  ")
