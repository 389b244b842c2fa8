"""Every slip and misfit in a YAML file: the input stands in `cases/`, beside what it must give.

A case is a record as a school would write it, below comment lines that say what is promised:

    # as: profile               the kind of record; an artifact unless told
    # finds: SRC014 at 4:13     one line for each finding, with line and column as an editor counts them; or: nothing
    # hint: title: "Robot #2"   part of the hint of one of them
    # message: is empty         part of the message of one of them
    # record: held              nothing of the record is left
    # left: media 1             how many entries of a list are left
    # reads: title = no         what a field says
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.loading import Loaded

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
PLACES = {
    "artifact": ("portfolios/ana-r/artifacts/case/artifact.yml", lambda school: school.learners["ana-r"].artifacts.get("case")),
    "profile": ("portfolios/ana-r/profile.yml", lambda school: school.learners["ana-r"].profile),
    "conference": ("portfolios/ana-r/conferences/case.yml", lambda school: school.learners["ana-r"].conferences.get("case")),
    "graduate_profile": ("content/graduate_profiles/case.yml", lambda school: next(iter(school.earlier_profiles.values()), None)),
}


def read_promises(text: str) -> dict[str, list[str]]:
    """The promises at the top of a case, by their first word."""
    found: dict[str, list[str]] = {}
    for line in text.split("\n"):
        match = re.fullmatch(r"# (as|finds|hint|message|record|left|reads): (.*)", line)
        if not match:
            break
        found.setdefault(match[1], []).append(match[2])
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case_gives_what_it_promises(case: Path, school: Callable[..., Loaded]) -> None:
    """A misfit is a finding at its place with a hint, and leaves out no more than it must."""
    text = case.read_text(encoding="utf-8")
    promises = read_promises(text)
    path, find = PLACES[promises.get("as", ["artifact"])[0]]
    loaded = school({path: text})
    problems = [each for each in loaded.problems if each.code != "SRC025"]
    places = [(each.code, *loaded.sources.locate(each.place)[:2]) for each in problems]
    expected = [] if promises["finds"] == ["nothing"] else [tuple(each.split(" at ")) for each in promises["finds"]]
    told = [(code, f"{line}:{column}") for code, line, column in places]
    assert sorted(told) == sorted((code, *at) if at else next((one for one in told if one[0] == code), (code,)) for code, *at in expected)
    assert {each.place.path for each in problems} <= {path}
    for hint in promises.get("hint", []):
        assert any(hint in each.hint for each in problems), [each.hint for each in problems]
    for message in promises.get("message", []):
        assert any(message in each.message for each in problems), [each.message for each in problems]
    record = find(loaded.school)
    assert (record is None) == (promises.get("record") == ["held"])
    for entry in promises.get("left", []):
        name, count = entry.split()
        assert len(getattr(record, name)) == int(count)
    for entry in promises.get("reads", []):
        name, _, words = entry.partition(" = ")
        assert str(getattr(record, name)) == words.replace("\\n", "\n")


def test_every_case_says_what_it_finds() -> None:
    """No case passes for want of a promise."""
    assert CASES
    assert [case.name for case in CASES if "finds" not in read_promises(case.read_text(encoding="utf-8"))] == []
