"""`init`, `new` and `ids` from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
DAY = "2026-11-22"


def test_init_and_first_steps(run: Run, tmp_path: Path) -> None:
    """The commands that the new school's README names work as it names them."""
    result = run("init", "our-school", "--today", DAY, cwd=tmp_path)
    assert result.exit_code == 0 and "A new school is in our-school" in result.stdout
    readme = (tmp_path / "our-school/README.md").read_text("utf-8")
    steps = [line.split() for line in readme.splitlines() if line.startswith("exhibit new ")]
    assert len(steps) == 3
    for line in [line for line in readme.splitlines() if line.startswith("exhibit new ")]:
        import shlex

        result = run(*shlex.split(line)[1:], "--today", DAY, cwd=tmp_path / "our-school")
        assert result.exit_code == 0, result.output
        assert "Written: portfolios/ana-r/" in result.stdout


def test_init_respects_the_folder_option(run: Run, tmp_path: Path) -> None:
    """`-C DIR` is where the new folder is made."""
    assert run("-C", tmp_path, "init", "school", "--pilot", "--name", "Our class", "--today", DAY).exit_code == 0
    assert (tmp_path / "school/content/school.yml").read_text("utf-8").startswith("name: Our class\n")


def test_init_refuses_what_is_there(run: Run, school: Path) -> None:
    """A filled folder is left alone, with status 2 and a sentence."""
    result = run("init", school, "--today", DAY)
    assert result.exit_code == 2 and "not empty" in result.stderr and result.stdout == ""


@pytest.mark.parametrize(
    ("args", "path"),
    [
        (["learner", "ana-r", "--name", "Ana", "--family-name", "Rosales", "--grade", "7"], "portfolios/ana-r/profile.yml"),
        (["goal", "robin-l/read-aloud", "--title", "Read aloud"], "portfolios/robin-l/goals/read-aloud.yml"),
        (["artifact", "robin-l/kite"], "portfolios/robin-l/artifacts/kite/artifact.yml"),
        (["conference", "robin-l/spring"], "portfolios/robin-l/conferences/spring.yml"),
        (["exhibition", "spring", "--title", "Spring"], "content/exhibitions/spring.yml"),
    ],
)
def test_new_writes_and_says_where(run: Run, school: Path, args: list[str], path: str) -> None:
    """Each kind of record is written once; a second time is refused with status 2."""
    result = run("new", *args, "--today", DAY, cwd=school)
    assert result.exit_code == 0 and f"Written: {path}\n" in result.stdout and (school / path).is_file()
    result = run("new", *args, "-C", school, "--today", DAY)
    assert result.exit_code == 2 and "exists already" in result.stderr


def test_ids(run: Run, school: Path) -> None:
    """Missing ids are written and listed; --renew changes one."""
    profile = school / "portfolios/robin-l/profile.yml"
    assert run("ids", cwd=school).stdout == "Every record has its id already.\n"
    profile.write_text("about_me: hello\n")
    result = run("ids", "-C", school)
    assert result.exit_code == 0 and result.stdout.startswith("portfolios/robin-l/profile.yml: ") and "1 id written." in result.stdout
    before = profile.read_text()
    assert run("ids", "-C", school, "--renew", "portfolios/robin-l").exit_code == 0
    assert profile.read_text() != before
    profile.write_text("about_me: [\n")
    result = run("ids", "-C", school)
    assert result.exit_code == 1 and "was left as it is" in result.stderr
