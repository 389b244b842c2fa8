"""Nothing that a learner names or links to leads out of their folder, and odd names stop nobody else."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.loading import Loaded, load_school
from tests.conftest import PNG, write_school

PIECE = "portfolios/ana-r/artifacts/case/artifact.yml"
FOLDER = "portfolios/ana-r/artifacts/case"
GOOD = "title: How muddy\nkind: product\nmade_on: 2026-10-03\n"


def _codes(loaded: Loaded) -> list[tuple[str, str]]:
    return [(each.code, each.place.path) for each in loaded.problems]


LINKS = {
    "a medium": (f"{FOLDER}/a.png", "portfolios/ben-k/secret.png", PIECE),
    "a record": ("portfolios/ana-r/goals/linked.yml", "portfolios/ben-k/profile.yml", "portfolios/ana-r/goals/linked.yml"),
    "the profile": ("portfolios/ana-r/profile.yml", "content/office/consent.csv", "portfolios/ana-r/profile.yml"),
    "a folder of records": ("portfolios/ana-r/conferences", "content/office/learners", "portfolios/ana-r/conferences"),
    "an artifact's folder": ("portfolios/ana-r/artifacts/linked", "portfolios/ben-k/artifacts/our-sensor", "portfolios/ana-r/artifacts/linked"),
    "a learner's folder": ("portfolios/eva-m", "portfolios/ben-k", "portfolios/eva-m"),
    "nothing": ("portfolios/ana-r/replies.yml", "portfolios/gone", "portfolios/ana-r/replies.yml"),
    "itself": ("portfolios/ana-r/replies.yml", "portfolios/ana-r/replies.yml", "portfolios/ana-r/replies.yml"),
}


@pytest.mark.parametrize("what", LINKS)
def test_links_are_not_followed(what: str, tmp_path: Path) -> None:
    """A link to a file, a folder, a classmate, the office or itself: one finding, and nothing behind it is read."""
    at, target, told = LINKS[what]
    root = write_school(tmp_path, {PIECE: GOOD + "media:\n  - file: a.png\n", "portfolios/ben-k/secret.png": PNG, "content/office/learners/ana-r.yml": ""})
    (root / at).unlink(missing_ok=True)
    (root / at).parent.mkdir(parents=True, exist_ok=True)
    (root / at).symlink_to(root / target)
    loaded = load_school(root, jobs=1)
    assert [code for code, path in _codes(loaded) if path == told] == ["SRC022"]
    ana = loaded.school.learners["ana-r"]
    assert f"{FOLDER}/a.png" not in ana.files
    assert set(loaded.school.learners) == {"ana-r", "ben-k", "noa-d"}
    assert set(ana.goals) == {"present"}
    assert set(ana.pointers) == set()


def test_a_link_on_the_way_to_a_medium_is_not_followed(tmp_path: Path) -> None:
    """A folder that is a link, inside the artifact's own folder, is not gone through."""
    root = write_school(tmp_path, {PIECE: GOOD + "media:\n  - file: pictures/me.png\n", "portfolios/ben-k/me.png": PNG})
    (root / FOLDER / "pictures").symlink_to(root / "portfolios/ben-k")
    loaded = load_school(root, jobs=1)
    assert _codes(loaded) == [("SRC022", PIECE)]
    assert loaded.school.learners["ana-r"].artifacts["case"].media == ()


@pytest.mark.parametrize("at", ["profile.yml", "artifacts/case/artifact.yml", "artifacts/case/a.png", "goals/g.yml", "replies.yml"])
def test_a_pipe_never_blocks(at: str, tmp_path: Path) -> None:
    """A FIFO where a file is expected is a finding or an unusable medium; nothing waits for it."""
    root = write_school(tmp_path, {PIECE: GOOD + "media:\n  - file: a.png\n"})
    full = root / "portfolios/ana-r" / at
    full.unlink(missing_ok=True)
    os.mkfifo(full)
    loaded = load_school(root, jobs=1)
    facts = loaded.school.learners["ana-r"].files.get(f"{FOLDER}/a.png")
    assert _codes(loaded) == [("SRC022", f"portfolios/ana-r/{at}")] if facts is None else facts.problem


@pytest.mark.parametrize("at", ["content/school.yml", "content/office/consent.csv", "content/office/roster.csv", "portfolios/ana-r/profile.yml", PIECE, "content/pages/index.md"])
def test_a_folder_where_a_file_is_expected(at: str, tmp_path: Path) -> None:
    """A folder of a record's name is a finding like any other."""
    root = write_school(tmp_path, {PIECE: GOOD})
    (root / at).unlink(missing_ok=True)
    (root / at).mkdir(parents=True)
    assert at in {path for _, path in _codes(load_school(root, jobs=1))}


CLASHES = {
    "case of media": (f"{FOLDER}/photo.png", f"{FOLDER}/Photo.PNG"),
    "Unicode form": (f"{FOLDER}/" + unicodedata.normalize("NFC", "café.png"), f"{FOLDER}/" + unicodedata.normalize("NFD", "café.png")),
    "ligature": (f"{FOLDER}/\ufb01le.png", f"{FOLDER}/file.png"),
    "sharp s": (f"{FOLDER}/Fluß.png", f"{FOLDER}/FLUSS.png"),
    "case of records": ("portfolios/ana-r/goals/read.yml", "portfolios/ana-r/goals/Read.yml"),
    "case of the profile": ("portfolios/ana-r/profile.yml", "portfolios/ana-r/Profile.yml"),
    "case of artifacts": (PIECE, "portfolios/ana-r/artifacts/Case/artifact.yml"),
    "case of exhibitions": ("content/exhibitions/fall.yml", "content/exhibitions/Fall.yml"),
}


@pytest.mark.parametrize("what", CLASHES)
def test_names_that_are_one_name_on_some_computers(what: str, tmp_path: Path) -> None:
    """One finding names both."""
    text = {".png": PNG}
    files = {path: text.get(path[-4:].lower(), GOOD) for path in CLASHES[what]}
    loaded = load_school(write_school(tmp_path, {PIECE: GOOD, **files}), jobs=1)
    found = [each for each in loaded.problems if each.code == "SRC023"]
    assert len(found) == 1
    for path in CLASHES[what]:
        name = path.removesuffix("/artifact.yml").rpartition("/")[2]
        assert name in found[0].message


@pytest.mark.parametrize("name", ["Ana R", "ana_r", "ana-r.", "ANA", "ana--r", "x" * 65, "con", "ана-р"])
def test_a_learner_folder_that_is_no_id_hides_nobody_else(name: str, tmp_path: Path) -> None:
    """A folder that no id names is left out with a finding; `con` is an id that Windows cannot hold, and stays."""
    root = write_school(tmp_path, {f"portfolios/{name}/profile.yml": "about_me: Hi\n"})
    loaded = load_school(root, jobs=1)
    assert set(loaded.school.learners) - {"con"} == {"ana-r", "ben-k", "noa-d"}
    assert _codes(loaded) == ([] if name == "con" else [("SRC013", f"portfolios/{name}")])


@pytest.mark.parametrize("at", ["portfolios", "portfolios/ana-r/artifacts", "portfolios/ana-r/goals", "content/exhibitions"])
def test_names_that_are_no_text_can_be_reported(at: str, tmp_path: Path) -> None:
    """Bytes of a file name that are no UTF-8 give a finding that every report can hold."""
    root = write_school(tmp_path)
    full = os.fsencode(root / at) + b"/ca\xff\xfe"
    os.makedirs(full if at != "content/exhibitions" else os.path.dirname(full), exist_ok=True)
    if at != "portfolios" and not at.endswith("artifacts"):
        Path(os.fsdecode(full + b".yml")).write_bytes(b"title: x\n")
    loaded = load_school(root, jobs=1)
    assert loaded.problems
    for problem in loaded.problems:
        "".join((problem.place.path, problem.message, problem.hint)).encode()


def test_misplaced_files_are_told(tmp_path: Path) -> None:
    """`.yaml` for `.yml`, a record among the pieces, a piece without a record: each is said."""
    root = write_school(tmp_path, {
        "portfolios/ana-r/profile.yml": None,
        "portfolios/ana-r/profile.yaml": "about_me: Hi\n",
        "portfolios/ana-r/goals/read.yaml": "title: x\nkind: habit\n",
        "portfolios/ana-r/artifacts/stray.yml": GOOD,
        f"{FOLDER}/artifact.yaml": GOOD,
        "content/exhibitions/fall.yaml": "title: x\n",
        "portfolios/notes.yml": "x: y\n",
    })
    assert sorted(_codes(load_school(root, jobs=1))) == [
        ("SRC025", PIECE),
        ("SRC027", "content/exhibitions/fall.yaml"),
        ("SRC027", "portfolios/ana-r/artifacts/case/artifact.yaml"),
        ("SRC027", "portfolios/ana-r/artifacts/stray.yml"),
        ("SRC027", "portfolios/ana-r/goals/read.yaml"),
        ("SRC027", "portfolios/ana-r/profile.yaml"),
        ("SRC027", "portfolios/notes.yml"),
    ]


def test_files_of_tools_are_passed_over(school: Callable[..., Loaded]) -> None:
    """What computers leave in folders is no finding."""
    loaded = school({"portfolios/ana-r/.DS_Store": "x", "portfolios/ana-r/goals/.hidden.yml": "x", f"{FOLDER}/artifact.yml": GOOD, f"{FOLDER}/Thumbs.db": "x", "portfolios/.git/config": "x"})
    assert loaded.problems == ()
