"""The output tree: what was put is what stands there, in both trees, whatever stops a run."""

from __future__ import annotations

import errno
import os
import pickle
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import OutputError
from generator.site.grants import read_grants
from generator.site.manifest import MANIFEST, verify_tree
from generator.site.output import Output
from generator.site.tree import open_tree

ROOT = Path(__file__).resolve().parents[2]
OLD = {"index.html": b"old home", "a/x/index.html": b"withdrawn words", "a/y/index.html": b"same", "a/y/p.webp": b"\x00picture"}
NEW = {"index.html": b"new home", "a/y/index.html": b"same", "a/y/p.webp": b"\x00picture", "b/index.html": b"added"}


def build(output: Output, files: dict[str, bytes]) -> None:
    """Build a tree of these files."""
    with open_tree(output) as tree:
        for path, data in files.items():
            tree.put(path, data)
        tree.commit()


def read(folder: Path) -> dict[str, bytes]:
    """Read every file of a tree but what the writer adds by itself."""
    own = {MANIFEST, ".nojekyll"}
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {path: data for path, data in found.items() if path not in own}


def assert_settled(output: Output, files: dict[str, bytes]) -> None:
    """Both trees hold these files and nothing else, and the manifest agrees."""
    assert read(output.folder) == files
    assert read(output.spare) == files
    assert verify_tree(output.folder) == []
    assert not output.aside.exists() and not output.journal.exists()


def test_first_and_next_tree(output: Output) -> None:
    """A tree is written, then changed: both copies follow, and the change names what moved."""
    build(output, OLD)
    assert_settled(output, OLD)
    with open_tree(output) as tree:
        for path, data in NEW.items():
            tree.put(path, data)
        change = tree.commit()
    assert change.written == ("b/index.html", "index.html")
    assert change.removed == ("a/x/index.html",)
    assert_settled(output, NEW)


def test_nothing_changed_touches_nothing(output: Output) -> None:
    """A run that puts the same files writes none: the folder and its files stay the same objects."""
    build(output, OLD)
    before = {path: path.stat().st_ino for path in (output.folder, output.folder / "index.html", output.folder / MANIFEST)}
    build(output, OLD)
    assert {path: path.stat().st_ino for path in before} == before


def test_same_input_same_bytes(school: Path, tmp_path: Path) -> None:
    """The tree and its manifest depend on what was put, not on the order or the place."""
    one, other = Output(school / "site", school, "public"), Output(tmp_path / "elsewhere", school, "public")
    build(one, OLD)
    build(other, dict(reversed(OLD.items())))
    assert (one.folder / MANIFEST).read_bytes() == (other.folder / MANIFEST).read_bytes()
    assert read(one.folder) == read(other.folder)


PATHS = st.sampled_from(["index.html", "a", "a/index.html", "a/b", "a/b/c.html", "é.html", "x y.txt", "d/e/f/g.html"])
TREES = st.dictionaries(PATHS, st.sampled_from([b"", b"one", b"two", b"a longer secret"]), max_size=6)


def fits(files: dict[str, bytes]) -> bool:
    """Tell whether these paths can stand in one tree."""
    return not any(other.startswith(path + "/") for path in files for other in files)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(trees=st.lists(TREES.filter(fits), min_size=1, max_size=4))
def test_any_sequence_of_trees(tmp_path_factory: pytest.TempPathFactory, trees: list[dict[str, bytes]]) -> None:
    """After any sequence of trees both copies equal the last one, and no other byte is below `.exhibit`."""
    school = tmp_path_factory.mktemp("school")
    output = Output(school / "site", school, "public")
    for files in trees:
        build(output, files)
        assert_settled(output, files)
    kept = {path.read_bytes() for path in output.spare.parent.rglob("*") if path.is_file()}
    gone = {data for files in trees for data in files.values()} - set(trees[-1].values()) - {b""}
    assert not kept & gone


def test_workers_put_and_the_parent_commits(output: Output) -> None:
    """Forked workers write by themselves; their records pickle and are merged."""
    build(output, OLD)
    with open_tree(output) as tree:
        for path in ("w1.html", "w2.html"):
            reader, writer = os.pipe()
            child = os.fork()
            if child == 0:
                tree.put(path, path.encode(), [("ana-r", "work")])
                os.write(writer, pickle.dumps(tree.take_records()))
                os._exit(0)
            os.waitpid(child, 0)
            tree.merge(pickle.loads(os.read(reader, 65536)))
            os.close(reader), os.close(writer)
        assert tree.keep("index.html") and not tree.keep("never-there.html")
        tree.commit()
    assert_settled(output, {"w1.html": b"w1.html", "w2.html": b"w2.html", "index.html": b"old home"})


def test_one_process_hands_over_to_itself(output: Output) -> None:
    """Records may also be taken and merged without a fork, and what is not merged is not in the tree."""
    with open_tree(output) as tree:
        tree.put("a.html", b"a", [("ana-r", "work")])
        records = tree.take_records()
        tree.put("b.html", b"b")
        tree.merge(records)
        tree.take_records()
        tree.commit()
    assert_settled(output, {"a.html": b"a"})


def test_files_from_the_cache(output: Output, tmp_path: Path) -> None:
    """A finished file is taken as it is, and only if it differs."""
    source = tmp_path / "picture.webp"
    source.write_bytes(b"pixels")
    for new in (True, False):
        with open_tree(output) as tree:
            assert tree.put_file("a/p.webp", source) is new
            tree.commit()
    assert_settled(output, {"a/p.webp": b"pixels"})


@pytest.mark.parametrize("pair", [("a/Index.html", "a/index.html"), ("caf\u00e9.html", "cafe\u0301.html"), ("a", "a/index.html")])
def test_clashing_paths_are_named(output: Output, pair: tuple[str, str]) -> None:
    """Two paths that some disks cannot hold side by side stop the run, which names both."""
    build(output, OLD)
    with pytest.raises(OutputError) as error:
        build(output, dict.fromkeys(pair, b"x"))
    assert all(path in str(error.value) for path in pair)
    assert read(output.folder) == OLD
    build(output, NEW)
    assert_settled(output, NEW)


@pytest.mark.parametrize("path", ["", "/x", "../x", "a/../x", "a//b", "a/", "./a", "a\\b", "a\nb", ".exhibit-manifest", "c:x"])
def test_paths_that_leave_the_tree_are_refused(output: Output, path: str) -> None:
    """No output can be written outside of its tree, or in the place of the manifest."""
    with open_tree(output) as tree, pytest.raises(OutputError):
        tree.put(path, b"x")


def test_a_path_is_put_once(output: Output) -> None:
    """Two pages with one address are a mistake that is said, not the last one winning."""
    with open_tree(output) as tree:
        tree.put("index.html", b"1")
        with pytest.raises(OutputError, match="index.html"):
            tree.put("index.html", b"2")


def test_leaving_without_commit_changes_nothing(output: Output) -> None:
    """An exception between put and commit leaves the old tree, and the next run works."""
    build(output, OLD)
    with pytest.raises(ZeroDivisionError), open_tree(output) as tree:
        tree.put("index.html", b"half")
        raise ZeroDivisionError
    assert read(output.folder) == OLD
    assert not output.spare.exists() or read(output.spare) == OLD
    build(output, NEW)
    assert_settled(output, NEW)


def test_giving_up_after_workers_wrote(output: Output) -> None:
    """What only workers had written is gone as well when a run gives up, and the lock is free at once."""
    build(output, OLD)
    with open_tree(output) as tree:
        child = os.fork()
        if child == 0:
            tree.put("new.html", b"never published")
            os._exit(0)
        os.waitpid(child, 0)
    assert not any(b"never" in path.read_bytes() for path in output.state.rglob("*") if path.is_file())
    build(output, NEW)
    assert_settled(output, NEW)


def test_a_file_deleted_by_hand_is_written_again(output: Output) -> None:
    """A tree that lost a file, or had one cut short, is whole after the next run."""
    build(output, OLD)
    (output.folder / "a/y/p.webp").unlink()
    (output.folder / "index.html").write_bytes(b"cut")
    build(output, OLD)
    assert_settled(output, OLD)


def test_a_file_deleted_by_hand_and_not_put_again(output: Output) -> None:
    """The manifest forgets a file that somebody deleted and that no run puts any more."""
    build(output, OLD)
    (output.folder / "a/x/index.html").unlink()
    rest = {path: data for path, data in OLD.items() if path != "a/x/index.html"}
    build(output, rest)
    assert_settled(output, rest)


def test_a_watched_tree_follows_as_well(output: Output) -> None:
    """A preview that looks at nothing twice still ends with both copies right."""
    build(output, OLD)
    with open_tree(output, watched=True) as tree:
        assert tree.keep("a/y/index.html")
        tree.put("b/index.html", b"added")
        tree.commit()
    assert_settled(output, {"a/y/index.html": b"same", "b/index.html": b"added"})


def test_without_its_state_the_tree_goes_on(output: Output) -> None:
    """`.exhibit/` is safe to delete: the spare is made anew."""
    build(output, OLD)
    shutil.rmtree(output.state)
    build(output, NEW)
    assert_settled(output, NEW)


def test_grants_round_trip(output: Output) -> None:
    """Whose consent a page leans on comes back for the tree that stands there, and is not in the tree."""
    def run(item: str) -> None:
        with open_tree(output) as tree:
            tree.put("index.html", b"home", [("ben-k", item), ("ana-r", "work")])
            tree.put("404.html", b"none")
            tree.commit()

    run("name")
    assert read_grants(output) == {"index.html": (("ana-r", "work"), ("ben-k", "name"))}
    run("face")
    assert read_grants(output) == {"index.html": (("ana-r", "work"), ("ben-k", "face"))}
    with open_tree(output) as tree:
        assert tree.keep("index.html")
        tree.commit()
    assert read_grants(output) == {"index.html": (("ana-r", "work"), ("ben-k", "face"))}
    assert b"ana-r" not in b"".join(path.read_bytes() for path in output.folder.rglob("*") if path.is_file())


CHILD = """
    import os, sys
    sys.path.insert(0, {root!r})
    from pathlib import Path
    import generator.site.swap as swap
    from generator.site.output import Output
    from generator.site.tree import open_tree
    school = Path({school!r})
    if {renames!r}:
        swap.exchange = lambda one, other: False
    seen = 0
    def at(step):
        global seen
        print(step, flush=True)
        if seen == {stop!r}:
            os._exit(9)
        seen += 1
    with open_tree(Output(school / "site", school, "public"), at=at) as tree:
        for path, data in {files!r}.items():
            tree.put(path, data)
            at("put " + path)
        tree.commit()
"""


def run_child(school: Path, files: dict[str, bytes], stop: int, renames: bool) -> tuple[int, list[str]]:
    """Run a build in a process of its own that dies at the step with this number."""
    code = textwrap.dedent(CHILD).format(root=str(ROOT), school=str(school), files=files, stop=stop, renames=renames)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 9), done.stderr
    return done.returncode, done.stdout.split("\n")[:-1]


@pytest.mark.parametrize("renames", [False, True], ids=["exchange", "two renames"])
def test_killed_at_every_step(tmp_path: Path, renames: bool) -> None:
    """Killed before any step the folder is the old tree or the new one, and the next run repairs.

    Without an exchange the folder may be missing between two renames; the next run brings one back.
    """
    for stop in range(100):
        school = tmp_path / str(stop)
        (school / "content").mkdir(parents=True)
        output = Output(school / "site", school, "public")
        build(output, OLD)
        status, steps = run_child(school, NEW, stop, renames)
        between = renames and steps[-1] == "new tree in" and status == 9
        assert output.folder.exists() != between, steps
        if not between:
            assert read(output.folder) in (OLD, NEW), steps
            assert verify_tree(output.folder) == []
        with open_tree(output):
            assert read(output.folder) in (OLD, NEW), steps
        build(output, NEW)
        assert_settled(output, NEW)
        stored = b"".join(path.read_bytes() for path in output.state.rglob("*") if path.is_file())
        assert b"withdrawn" not in stored
        if status == 0:
            assert stop > 8
            return
    raise AssertionError("the run never came to its end")


CALLS = ("open", "link", "unlink", "rename", "mkdir", "rmdir", "replace", "fsync")


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_every_refusal_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int) -> None:
    """Whichever call fails, first to last: OutputError or a whole run, old tree or new, and the next run works."""
    real: Callable[..., object] = getattr(os, call)
    for nth in range(1, 60):
        school = tmp_path / f"{nth}"
        (school / "content").mkdir(parents=True)
        output = Output(school / "site", school, "public")
        build(output, OLD)
        left = nth

        def refuse(*args: object, **kwargs: object) -> object:
            nonlocal left
            left -= 1
            if left <= 0:
                raise OSError(number, os.strerror(number))
            return real(*args, **kwargs)

        with monkeypatch.context() as patch:
            patch.setattr(os, call, refuse)
            try:
                build(output, NEW)
                failed = False
            except OutputError as error:
                failed = True
                assert str(error).endswith(".")
        assert read(output.folder) in (OLD, NEW)
        assert failed or read(output.folder) == NEW
        build(output, NEW)
        assert_settled(output, NEW)
        if left > 0:
            return
    raise AssertionError("the run never came to its end")


def test_a_full_disk_is_said(output: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is one sentence with a way out, and the old tree stands untouched."""
    import generator.site.spare as spare

    build(output, OLD)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(spare.Folder, "write", full)
        with pytest.raises(OutputError, match="disk is full"):
            build(output, NEW)
    assert read(output.folder) == OLD


def test_a_second_run_waits_or_says_so(output: Output) -> None:
    """While one run writes, another is told which process it waits for."""
    with open_tree(output), pytest.raises(OutputError, match=str(os.getpid())):
        open_tree(output, wait=0.1)
    build(output, OLD)
    assert_settled(output, OLD)
