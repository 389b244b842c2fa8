"""A whole folder: what is missing, what is damaged, and how it is read by several processes."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.loading import Loaded, load_school
from generator.model.artifact import Artifact
from tests.conftest import BASE, SENSOR, write_school

EXTRA: dict[str, str | bytes] = {
    "content/exhibitions/fall.yml": "title: Water\nrooms:\n  - {id: gym, title: Gym, stations: [{id: g1}]}\nplacements:\n  - {artifact: ana-r/river-sensor, station: gym/g1, presenters: [ana-r]}\n",
    "content/conference_days/2026-11.yml": "days: [2026-11-12]\nrooms: [Room 12]\n",
    "content/prompts.yml": "- {id: what, use: reflection, block: what, text: What happened?}\n",
    "content/rubrics/field.yml": "id: field\ntitle: Field work\n",
    "content/plan.yml": "aims: [Read]\n",
    "content/office/approvals.csv": "item,edition,revision,approved_by,approved_on\nana-r/river-sensor,public,abc,k-ortiz,2026-10-10\n",
    "content/office/learners/ana-r.yml": "guardians:\n  - {relation: grandmother, may_receive: yes}\n",
    "content/office/ratings/ana-r.yml": "- {id: r1, indicator: communicator/adapts, artifact: ana-r/river-sensor, level: proficient, rater: k-ortiz, rater_kind: adviser, purpose: interim, rated_on: 2026-10-20}\n",
    "content/pages/index.md": "# Welcome\n",
    "portfolios/ana-r/conferences/2026-11.yml": "type: student-led\nstarts: 2026-11-12T17:20\n",
    "portfolios/ana-r/replies.yml": "- {rating: r1, text: Thank you, on: 2026-10-25}\n",
}
ALL = {**BASE, **EXTRA}
PATHS = sorted(ALL)


def test_every_kind_of_record_is_read(school: Callable[..., Loaded]) -> None:
    """A school with one of everything loads without a finding."""
    loaded = school(EXTRA)
    found = loaded.school
    assert loaded.problems == ()
    assert not loaded.fatal
    assert (set(found.exhibitions), set(found.conference_days), set(found.rubrics)) == ({"fall"}, {"2026-11"}, {"field"})
    assert (len(found.prompts), len(found.approvals), found.home, found.plan is None) == (1, 1, "# Welcome", False)
    assert (set(found.office), len(found.ratings["ana-r"]), len(found.learners["ana-r"].replies)) == ({"ana-r"}, 1, 1)


@pytest.mark.parametrize("path", PATHS)
def test_any_file_may_be_missing(path: str, school: Callable[..., Loaded]) -> None:
    """Each file may be deleted: nothing is raised, and every other learner is still read."""
    loaded = school({**EXTRA, path: None})
    needed = path in ("content/school.yml", "content/graduate_profile.yml", "content/office/roster.csv")
    assert loaded.fatal == needed
    owner = path.split("/")[1]
    assert {"ana-r", "ben-k", "noa-d"} - {owner} <= set(loaded.school.learners)
    assert ("SRC025" in {each.code for each in loaded.problems}) == (needed or path.endswith("artifact.yml") and owner == "ana-r")


@pytest.mark.parametrize("path", [path for path in PATHS if path.endswith((".yml", ".csv"))])
@pytest.mark.parametrize("data", [b"", b"\n", b"\0\0\0\0", b"\xff\xfe\x00", b"x" * 300_000, b"{" * 2000, b"- " * 2000, b'"', b"? ", b"&a *a", b"\xef\xbb\xbf"])
def test_any_file_may_hold_anything(path: str, data: bytes, school: Callable[..., Loaded]) -> None:
    """Each record may hold nothing, noise or an attack: nothing is raised, and other folders stay as they are."""
    loaded = school({**EXTRA, path: data})
    others = {"ana-r", "ben-k", "noa-d"} - {path.split("/")[1]}
    assert {each.place.path for each in loaded.problems if each.place.path.startswith("portfolios/")} <= {path}
    assert others <= set(loaded.school.learners)
    for problem in loaded.problems:
        loaded.sources.locate(problem.place)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PATHS), st.integers(0, 2**32), st.sampled_from(["flip", "cut", "swap", "repeat", "insert"]))
def test_scrambled_files_never_raise(tmp_path: Path, path: str, seed: int, how: str) -> None:
    """Flip, cut, swap, repeat or insert bytes anywhere in any file: the school still loads and every finding has a place."""
    original = ALL[path]
    data = original.encode() if isinstance(original, str) else original
    root = write_school(tmp_path, ALL)
    (root / path).write_bytes(_scramble(data, random.Random(seed), how))
    loaded = load_school(root, jobs=1)
    (root / path).write_bytes(data)
    for problem in loaded.problems:
        line, column, _ = loaded.sources.locate(problem.place)
        assert line >= 1 and column >= 1 and problem.message and problem.hint
    owner = path.split("/")[1]
    assert {"ana-r", "ben-k", "noa-d"} - {owner} <= set(loaded.school.learners)


def _scramble(data: bytes, dice: random.Random, how: str) -> bytes:
    at, end = sorted((dice.randrange(len(data) + 1), dice.randrange(len(data) + 1)))
    noise = dice.choice([b"\0", b"\n", b"\t", b": ", b"#", b" #x", b"- ", b"[", b"{", b"}", b"'", b'"', b"&a ", b"*a", b"!x ", b"<<<<<<< x\n", b"\xff", "é".encode(), b",", b"...\n", b"---\n", b"| ", b"%", b"? ", b"<<: "])
    if how == "flip":
        return data[:at] + bytes([dice.randrange(256)]) + data[at + 1:]
    if how == "cut":
        return data[:at]
    if how == "swap":
        return data[:at] + data[end:] + data[at:end]
    return data[:at] + (data[at:end] if how == "repeat" else noise) + data[at:]


def test_a_learners_own_clone_loads_without_the_office(tmp_path: Path) -> None:
    """Where the office records are elsewhere, the learner's own folder is read and nothing is said to be missing."""
    files = {path: None for path in BASE if path.startswith("content/office/") or path.startswith("portfolios/ben-k")}
    loaded = load_school(write_school(tmp_path, files), jobs=1)
    assert (loaded.problems, loaded.fatal, loaded.school.has_office) == ((), False, False)
    assert loaded.school.learners["ana-r"].profile is not None


def test_the_office_may_be_elsewhere(tmp_path: Path) -> None:
    """`office: ../riverbend-office` reads roster and consents from there."""
    files = {path.replace("content/office", "../riverbend-office"): text for path, text in BASE.items() if "office" in path}
    root = write_school(tmp_path / "school", {**files, **{path: None for path in BASE if "content/office" in path}, "content/school.yml": str(BASE["content/school.yml"]) + "office: ../riverbend-office\n"})
    loaded = load_school(root, jobs=1)
    assert loaded.problems == ()
    assert set(loaded.school.roster) == {"ana-r", "ben-k", "noa-d"}


def test_ratings_may_stand_in_a_file_and_in_a_folder(school: Callable[..., Loaded]) -> None:
    """One file a learner, or one a rater and day: both count, together as well."""
    other = str(EXTRA["content/office/ratings/ana-r.yml"]).replace("id: r1", "id: r2")
    loaded = school({**EXTRA, "content/office/ratings/ana-r/2026-10-21-k-ortiz.yml": other})
    assert {each.id for each in loaded.school.ratings["ana-r"]} == {"r1", "r2"}


def test_an_empty_list_of_languages_means_english(school: Callable[..., Loaded]) -> None:
    """A school always has a first language."""
    for line in ("languages:\n", "languages: []\n"):
        loaded = school({"content/school.yml": str(BASE["content/school.yml"]).replace("languages: [en]\n", line)})
        assert loaded.school.settings.languages == ("en",)


@pytest.mark.parametrize("path", ["content/school.yml", "content/graduate_profile.yml"])
def test_an_error_in_the_schools_own_settings_is_fatal(path: str, school: Callable[..., Loaded]) -> None:
    """An unknown key there stops the build, and every other file is still read."""
    loaded = school({path: str(BASE[path]) + "nonsense: 1\n", "portfolios/ben-k/profile.yml": "abuot_me: x\n"})
    assert loaded.fatal
    assert sorted(each.place.path for each in loaded.problems) == sorted([path, "portfolios/ben-k/profile.yml"])


def test_two_processes_read_the_same_as_one(tmp_path: Path) -> None:
    """Sixty learners, some with findings: the school, the findings and their order do not depend on the jobs."""
    files: dict[str, str] = {}
    for number in range(60):
        base = f"portfolios/kid-{number:02}"
        files[f"{base}/profile.yml"] = f"public_id: kid{number:05}\nabout_me: I am number {number}.\n"
        wrong = "sumary: x\n" if number % 7 == 0 else "drafts:\n  - {file: ../x.png}\n  - {file: y.png}\n" if number % 5 == 0 else ""
        files[f"{base}/artifacts/piece/artifact.yml"] = f"title: Piece {number}\nkind: product\nmade_on: 2026-10-03\n{wrong}"
    root = write_school(tmp_path, files)
    one, two = load_school(root, jobs=1), load_school(root, jobs=2)
    assert one.school == two.school
    assert list(one.school.learners) == list(two.school.learners) == sorted(one.school.learners)
    assert one.problems == two.problems and len(one.problems) == 19
    assert one.sources.dropped == two.sources.dropped


def test_nested_brackets_do_not_kill_the_process(tmp_path: Path) -> None:
    """30,000 brackets in one record: the process lives and says one finding."""
    root = write_school(tmp_path, {"portfolios/ben-k/profile.yml": "interests: " + "[" * 30_000 + "\n"})
    code = "import sys; from pathlib import Path; from generator.loading import load_school; print([p.code for p in load_school(Path(sys.argv[1]), jobs=1).problems])"
    done = subprocess.run([sys.executable, "-c", code, str(root)], capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "['SRC006']", "")


@pytest.mark.parametrize("changed", ["artifact.yml", "sensor.png", "draft.png", "talk.vtt", "talk.md", "game/index.html"])
def test_a_revision_changes_with_whatever_the_piece_would_show(changed: str, tmp_path: Path) -> None:
    """Record, media, drafts, captions, transcript and the files of a web page: an approval names all of them."""
    folder = "portfolios/ana-r/artifacts/river-sensor"
    record = SENSOR.replace("drafts:\n", "  - {file: talk.mp4, captions: talk.vtt, transcript: talk.md, shows: []}\n  - {file: game, shows: []}\ndrafts:\n")
    files = {
        "content/school.yml": str(BASE["content/school.yml"]) + "  approval: record\n",
        f"{folder}/artifact.yml": record, f"{folder}/talk.vtt": "WEBVTT\n", f"{folder}/talk.md": "Words.\n", f"{folder}/game/index.html": "<p>Hi</p>\n",
    }
    root = write_school(tmp_path, files)
    before = load_school(root, jobs=1).school.learners["ana-r"].revisions["river-sensor"]
    full = root / folder / changed
    full.write_bytes(full.read_bytes() + b"\n")
    after = load_school(root, jobs=1).school.learners["ana-r"].revisions["river-sensor"]
    assert before != after


def test_holding_back_takes_the_smallest_unit(school: Callable[..., Loaded]) -> None:
    """A bad claim goes alone; a bad maker takes the record, for without it the credit would not be true."""
    path = "portfolios/ana-r/artifacts/river-sensor/artifact.yml"
    claims = SENSOR.replace("    level: proficient\n", "    level: Very Good\n")
    record = school({path: claims}).school.learners["ana-r"].artifacts["river-sensor"]
    assert isinstance(record, Artifact) and record.evidence == () and len(record.makers) == 3
    makers = SENSOR.replace("learner_id: ben-k", "learner_id: Ben K")
    assert school({path: makers}).school.learners["ana-r"].artifacts == {}
