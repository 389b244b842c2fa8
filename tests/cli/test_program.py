"""The command line as a whole: help, errors in a sentence, no traceback, no stub."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator import __version__
from generator.errors import OutputError

Run = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("approve", "audit", "build", "check", "completion", "disclose", "explain", "ids", "init", "new", "schema", "serve", "withdraw")


def start(*args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Start the tool as a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run([sys.executable, "-m", "generator", *args], capture_output=True, env=env, timeout=60, check=False)


def test_help_lists_every_command(run: Run) -> None:
    """Every command is there with a line, and each has help of its own."""
    listed = run("--help").stdout
    for name in COMMANDS:
        assert f"\n  {name} " in listed
        result = run(name, "--help")
        assert result.exit_code == 0 and "Usage: exhibit " in result.stdout


def test_commands_of_later_issues_are_no_stubs(run: Run) -> None:
    """What does not work yet is not there at all."""
    for name in ("report", "studio", "doctor", "retire"):
        assert run(name).exit_code == 2


def test_version(run: Run) -> None:
    """The version is that of the package."""
    assert run("--version").stdout == f"exhibit {__version__}\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["chek"], 'Did you mean "check"'),
        (["zzzz"], "exhibit --help"),
        (["check", "--formt", "json"], "--format"),
        (["check", "--format", "xml"], "json"),
        (["check", "--today", "22.11.2026"], "year-month-day"),
        (["check", "--today", "2026-02-30"], "year-month-day"),
        (["-C", "/nowhere/at/all", "check"], "no folder"),
        (["new"], "artifact"),
        (["schema", "artefact"], 'Did you mean "artifact"'),
        (["serve", "--port", "99999"], "port"),
        (["completion", "tcsh"], "bash"),
        (["explain", "ART04"], '"ART004"'),
        (["explain", "mising-alt"], 'Did you mean "missing-alt"'),
    ],
)
def test_wrong_use_is_told_in_a_sentence(run: Run, school: Path, args: list[str], said: str) -> None:
    """Status 2, the reason on stderr, and never a traceback."""
    result = run(*args, cwd=school)
    assert result.exit_code == 2
    assert said in result.output and "Traceback" not in result.output


@pytest.mark.parametrize("command", [["check"], ["build"], ["serve"], ["ids"], ["new", "goal", "a/b"]])
def test_outside_a_school(run: Run, tmp_path: Path, school: Path, command: list[str]) -> None:
    """Outside a school one is led to `init`, below one to the school itself."""
    (tmp_path / "empty").mkdir()
    result = run(*command, cwd=tmp_path / "empty")
    assert result.exit_code == 2 and "exhibit init" in result.stderr
    result = run(*command, cwd=school / "content")
    assert result.exit_code == 2 and "exhibit -C .." in result.stderr


def test_an_error_of_the_tool_is_its_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An ExhibitError is printed as it is."""
    def fail(name: str) -> str:
        raise OutputError("The disk is full.")

    monkeypatch.setattr("generator.editing.schemas.render_schema", fail)
    result = run("schema", "goal")
    assert (result.exit_code, result.stderr, result.stdout) == (2, "exhibit: The disk is full.\n", "")


def test_the_unforeseen_is_told_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the tool names itself, its place and where to report it; the details come on demand."""
    def fail(name: str) -> str:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr("generator.editing.schemas.render_schema", fail)
    result = run("schema", "goal")
    assert result.exit_code == 2 and result.stderr.count("\n") == 1
    assert "ZeroDivisionError in test_program.py" in result.stderr and "two lines" in result.stderr and "EXHIBIT_DEBUG=1" in result.stderr
    monkeypatch.setenv("EXHIBIT_DEBUG", "1")
    assert isinstance(run("schema", "goal").exception, ZeroDivisionError)


def test_ctrl_c_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends without a word."""
    def stop(name: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.editing.schemas.render_schema", stop)
    result = run("schema", "goal")
    assert result.exit_code == 130 and "Traceback" not in result.output and "Aborted" not in result.output


def test_python_m_generator_is_exhibit() -> None:
    """`python -m generator` is the same program."""
    done = start("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"exhibit {__version__}")


@pytest.mark.parametrize("environment", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"}, {"COLUMNS": "8"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"TERM": "dumb"}])
def test_no_terminal_breaks_the_output(school: Path, environment: dict[str, str]) -> None:
    """Letters that a terminal cannot show are spelled out, and a narrow one only wraps."""
    (school / "portfolios/robin-l/goals/日本-ñ.yml").write_text("title: x\n")
    for args in (["--help"], ["check", "--help"], ["-C", str(school), "ids"], ["-C", str(school), "check", "--today", "2026-11-22"]):
        done = start(*args, **environment)
        assert done.returncode in (0, 1) and b"Traceback" not in done.stderr


def test_a_reader_who_leaves_is_no_error(school: Path) -> None:
    """`exhibit ... | head` ends quietly."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-m", "generator", "schema", "artifact"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) in (0, 1)


def test_help_imports_no_other_room() -> None:
    """`exhibit --help` answers at once: it loads neither models nor parsers nor MkDocs."""
    code = (
        "import sys; from generator.cli._program import program\n"
        "try: program.main(['--help'])\nexcept SystemExit: pass\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('pydantic', 'yaml', 'mkdocs', 'jinja2', 'PIL', 'markdown')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, timeout=60, check=True)
    assert done.stderr.decode().strip() == "[]"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script_names_the_program(run: Run, shell: str) -> None:
    """Each script calls `exhibit` back for what can follow."""
    script = run("completion", shell).stdout
    assert "_EXHIBIT_COMPLETE" in script and "exhibit" in script


def test_completion_offers_commands_and_learners(school: Path) -> None:
    """Commands and the ids of learners are completed while one types."""
    asked = start(_EXHIBIT_COMPLETE="bash_complete", COMP_WORDS="exhibit che", COMP_CWORD="1")
    assert "check" in asked.stdout.decode()
    asked = start(_EXHIBIT_COMPLETE="bash_complete", COMP_WORDS=f"exhibit -C {school} check --learner ro", COMP_CWORD="5")
    assert "robin-l" in asked.stdout.decode()


def test_schema_command(run: Run, tmp_path: Path) -> None:
    """A schema is printed, all are listed, and --out writes them."""
    assert '"title": "Exhibit: goal"' in run("schema", "goal").stdout
    assert len(run("schema").stdout.splitlines()) == 14
    assert run("schema", "--out", "schemas", cwd=tmp_path).exit_code == 0
    assert len(list((tmp_path / "schemas").glob("*.json"))) == 14
