"""Running rules: for all or for some, with the office or without, always the same."""

from __future__ import annotations

from generator.checks import make_findings, run_rules
from generator.checks._example import BRIDGE, DAY, ROSTER, SENSOR, append, change, write_example
from generator.loading import load_school

BROKEN = change(SENSOR, "level: developing", "level: flying", "cites: [draft-2.png]", "cites: [x.png]") | change(
    BRIDGE, "indicator: maker", "indicator: baker", "b6n3vx8d", "9xw2m4cq"
)


def test_only_the_learners_asked_for(tmp_path) -> None:
    """With learners given, problems of others are not there, of the school only what concerns them."""
    write_example(tmp_path, BROKEN)
    school = load_school(tmp_path, jobs=1).school
    assert {each.learner_id for each in run_rules(school, DAY, ["ben-k"])} == {"ben-k"}
    assert "LRN009" in {each.code for each in run_rules(school, DAY, ["ben-k", "nobody"])}


def test_same_input_same_findings_sorted(tmp_path) -> None:
    """Findings are sorted by path and line, are there once, and do not depend on the run."""
    write_example(tmp_path, BROKEN)
    loaded = load_school(tmp_path, jobs=1)
    problems = run_rules(loaded.school, DAY)
    once = make_findings(problems, loaded.sources, loaded.school, DAY)
    assert once == make_findings(problems * 2, loaded.sources, loaded.school, DAY)
    assert list(once) == sorted(once)


def test_without_the_office_its_rules_are_silent(tmp_path) -> None:
    """In a learner's own clone neither roster nor classmates are there, and nothing is said about them."""
    write_example(tmp_path, without=("content/office", "portfolios/ana-r", "content/exhibitions"))
    loaded = load_school(tmp_path, jobs=1)
    assert not loaded.school.has_office
    found = make_findings([*loaded.problems, *run_rules(loaded.school, DAY)], loaded.sources, loaded.school, DAY)
    assert found == ()


def test_findings_of_tables_point_at_the_cell(check) -> None:
    """A finding about the roster names line and column of the cell."""
    found = check(append(ROSTER, "cleo-m,Cleo,Marchetti,,6,6-red,k-ortiz,2033,left,no\n"))
    (only,) = [each for each in found if each.code == "LRN005"]
    assert (only.line, only.source_line[only.column - 2 :]) == (4, ",,6,6-red,k-ortiz,2033,left,no")


def test_piece_shown_by_a_pointer_is_checked_as_shown(check) -> None:
    """A piece that its owner keeps for the family may still go public by a classmate's pointer."""
    kept = change(SENSOR, "audience: public", "audience: family", "six weeks of readings.", "ana@home.example")
    assert "PRV002" in {each.code for each in check(kept)}
