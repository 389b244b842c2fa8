"""New records are ready to fill, in the words of the grade band, and never overwrite anything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.checks import make_findings, run_rules
from generator.editing.new_record import Made, Person, new_artifact, new_conference, new_exhibition, new_goal, new_learner
from generator.errors import UsageError
from generator.findings import Severity
from generator.ids import is_public_id
from generator.loading import load_school

DAY = date(2026, 11, 22)
MAKERS: dict[str, Callable[[Path], Made]] = {
    "goal": lambda root: new_goal(root, "robin-l/read-aloud", DAY),
    "artifact": lambda root: new_artifact(root, "robin-l/kite", DAY),
    "conference": lambda root: new_conference(root, "robin-l/spring", DAY),
    "exhibition": lambda root: new_exhibition(root, "spring-show", DAY),
    "learner": lambda root: new_learner(root, "ana-r", DAY, Person(display_name="Ana", family_name="Rosales", grade="7")),
}


def load(root: Path) -> Any:
    """Load a school that has no problem in any file."""
    loaded = load_school(root, jobs=1)
    assert not loaded.problems
    return loaded


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_a_new_record_is_read_without_error(school: Path, kind: str) -> None:
    """Nothing of a fresh record is held back; what is left to write is a warning or advice."""
    made = MAKERS[kind](school)
    assert (school / made.path).is_file()
    loaded = load(school)
    findings = make_findings(run_rules(loaded.school, DAY), loaded.sources, loaded.school, DAY)
    assert not [each for each in findings if each.severity is Severity.ERROR]


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_nothing_is_overwritten(school: Path, kind: str) -> None:
    """A second record of the same name is refused, and the first stays byte for byte."""
    path = school / MAKERS[kind](school).path
    before = path.read_bytes()
    with pytest.raises(UsageError, match="ever overwritten"):
        MAKERS[kind](school)
    assert path.read_bytes() == before


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_examples_work_when_the_hash_is_taken_away(school: Path, kind: str) -> None:
    """The commented lines are good YAML of the right shape once "# " is taken away."""
    path = school / MAKERS[kind](school).path
    lines = path.read_text("utf-8").split("\n")
    start = next((at for at, line in enumerate(lines) if line.startswith("# ") and line.endswith(":") and lines[at + 1].startswith("#   -")), None)
    if start is None:
        pytest.skip("this record has no example list")
    end = next(at for at in range(start, len(lines)) if not lines[at].startswith("#"))
    for at in range(start, end):
        lines[at] = lines[at].removeprefix("# ").replace("…", "robin-l")
    path.write_text("\n".join(lines), "utf-8")
    codes = {problem.code for problem in load_school(school, jobs=1).problems}
    assert not codes - {"SRC013", "SRC011"}


def test_questions_are_in_the_words_of_the_band(school: Path) -> None:
    """The same record asks a child of grade 1 otherwise than one of grade 9."""
    new_learner(school, "kai-o", DAY, Person(display_name="Kai", family_name="Oduya", grade="1"))
    new_learner(school, "mia-t", DAY, Person(display_name="Mia", family_name="Tran", grade="9"))
    young = (school / new_artifact(school, "kai-o/kite", DAY).path).read_text("utf-8")
    old = (school / new_artifact(school, "mia-t/kite", DAY).path).read_text("utf-8")
    assert "# What did you do?" in young and "# What did you do?" not in old
    assert "# What happened, and which part of it did you choose?" in old


def test_a_schools_own_questions_go_before_ours(school: Path) -> None:
    """What content/prompts.yml says is asked; without it, or where it cannot be read, ours are."""
    prompts = school / "content/prompts.yml"
    prompts.write_text("- {id: q, use: starter, block: summary, band: middle, language: en, text: Our own question?}\n")
    assert "# Our own question?" in (school / new_artifact(school, "robin-l/one", DAY).path).read_text("utf-8")
    prompts.write_text("[[[")
    assert "# What is it? Two sentences" in (school / new_artifact(school, "robin-l/two", DAY).path).read_text("utf-8")
    prompts.unlink()
    assert "# What is it? Two sentences" in (school / new_artifact(school, "robin-l/three", DAY).path).read_text("utf-8")


@pytest.mark.parametrize("title", ['No: "x" #1', "yes", "12:30", "- a", "{x}", "back\\slash", "ñandú", "  spaced  out ", "@me", "007", "a: b"])
def test_titles_are_kept_as_typed(school: Path, title: str) -> None:
    """Whatever is typed as a title is read again as that text."""
    new_artifact(school, "robin-l/kite", DAY, title)
    piece = load(school).school.learners["robin-l"].artifacts["kite"]
    assert str(piece.title) == " ".join(title.split())


def test_public_ids_are_written(school: Path) -> None:
    """A new piece and a new profile have an address from the start."""
    new_artifact(school, "robin-l/kite", DAY)
    new_learner(school, "ana-r", DAY)
    learners = load(school).school.learners
    assert is_public_id(learners["robin-l"].artifacts["kite"].public_id)
    assert is_public_id(learners["ana-r"].profile.public_id)


def test_ones_part_in_a_classmates_piece(school: Path) -> None:
    """A pointer names the piece and has no id; the note says what the classmate has to add."""
    new_learner(school, "ana-r", DAY, Person(display_name="Ana", family_name="Rosales", grade="7"))
    made = new_artifact(school, "ana-r/paper-boat", DAY, shared_from="robin-l/paper-boat")
    assert "learner_id: ana-r" in made.note
    assert load(school).school.learners["ana-r"].pointers["paper-boat"].shared_from == "robin-l/paper-boat"
    assert "public_id" not in (school / made.path).read_text("utf-8")
    with pytest.raises(UsageError, match='Did you mean "robin-l/paper-boat"'):
        new_artifact(school, "ana-r/other", DAY, shared_from="robin-l/paper-boot")
    with pytest.raises(UsageError, match="own piece"):
        new_artifact(school, "robin-l/other", DAY, shared_from="robin-l/paper-boat")


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("robin-l/Read_Aloud", 'Did you mean "read-aloud"'),
        ("robin/x", 'Did you mean "robin-l"'),
        ("read-aloud", "LEARNER/ID"),
        ("robin-l/", "LEARNER/ID"),
        ("robin-l/a/b", 'Did you mean "a-b"'),
        ("robin-l/../../x", "cannot be the id"),
        ("../x", "no learner"),
        ("/etc/passwd", "no learner"),
        ("robin-l/" + "a" * 65, "at most 64"),
    ],
)
def test_wrong_ids_get_the_nearest_good_one(school: Path, reference: str, said: str) -> None:
    """What is no id, or nobody's, is refused in a sentence that helps."""
    before = sorted(school.rglob("*"))
    with pytest.raises(UsageError, match=said):
        new_goal(school, reference, DAY)
    assert sorted(school.rglob("*")) == before


def test_unknown_grade_is_refused(school: Path) -> None:
    """A grade that no band holds is told which there are."""
    with pytest.raises(UsageError, match="It knows: K, 1"):
        new_learner(school, "ana-r", DAY, Person(grade="13"))


def test_links_are_not_followed(school: Path, tmp_path: Path) -> None:
    """A portfolio that is a link to elsewhere is not written into."""
    elsewhere = tmp_path / "elsewhere"
    (school / "portfolios/robin-l").rename(elsewhere)
    (school / "portfolios/robin-l").symlink_to(elsewhere)
    before = sorted(elsewhere.rglob("*"))
    with pytest.raises(UsageError, match="link"):
        new_goal(school, "robin-l/x", DAY)
    assert sorted(elsewhere.rglob("*")) == before


def test_without_editor_settings_the_record_names_its_schema(school: Path) -> None:
    """Where no .vscode is, the first line leads the editor to a schema that is there."""
    (school / ".vscode/settings.json").unlink()
    path = school / new_goal(school, "robin-l/x", DAY).path
    first = path.read_text("utf-8").splitlines()[0]
    way = first.removeprefix("# yaml-language-server: $schema=")
    assert way != first and (path.parent / way).resolve().is_file()
    load(school)


def test_outside_a_school_one_is_led_to_it(school: Path, tmp_path: Path) -> None:
    """In a folder below the school its place is named; elsewhere, how to start one."""
    with pytest.raises(UsageError, match="lies inside the school"):
        new_goal(school / "content", "robin-l/x", DAY)
    with pytest.raises(UsageError, match="exhibit init"):
        new_goal(tmp_path / "nowhere", "robin-l/x", DAY)
