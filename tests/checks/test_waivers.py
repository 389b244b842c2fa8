"""Waivers cover what the school has decided to live with, and nothing else."""

from __future__ import annotations

from datetime import date

from generator.checks import drop_waived, run_rules
from generator.checks._example import DAY, SCHOOL, SENSOR, append, change, write_example
from generator.loading import load_school

WITHOUT_ALT = change(SENSOR, "    alt: A hand holding a sensor above brown water\n", "")
WITH_PHONE = change(SENSOR, "six weeks of readings.", "my number, 555-201-4477.")


def waive(code: str, path: str = SENSOR, by: str = "k-ortiz", until: str = "2026-12-01") -> dict[str, str | bytes]:
    """Give an overlay with one waiver."""
    return append(SCHOOL, f"waivers:\n  - {{code: {code}, path: {path}, reason: agreed, by: {by}, until: {until}}}\n")


def codes(findings) -> list[str]:
    """List the codes of findings."""
    return [each.code for each in findings]


def test_waived_finding_disappears(check) -> None:
    """A waiver in force takes the finding out of the report."""
    assert codes(check(WITHOUT_ALT | waive("ART004"))) == []


def test_waived_problem_holds_nothing_back(tmp_path) -> None:
    """What is waived is dropped before anything is held back."""
    write_example(tmp_path, WITHOUT_ALT | waive("ART004"))
    school = load_school(tmp_path, jobs=1).school
    problems = run_rules(school, DAY)
    assert [each.code for each in problems] == ["ART004"]
    assert drop_waived(problems, school, DAY) == []
    assert drop_waived(problems, school, date(2026, 12, 2)) == problems


def test_last_day_counts(check) -> None:
    """`until` is inclusive; the day after, the finding is back and the waiver is named."""
    assert codes(check(WITHOUT_ALT | waive("ART004", until=DAY.isoformat()))) == []
    assert sorted(codes(check(WITHOUT_ALT | waive("ART004", until="2026-10-19")))) == ["ART004", "SRC101"]


def test_waiver_of_another_file_covers_nothing(check) -> None:
    """A waiver holds for its path only."""
    found = codes(check(WITHOUT_ALT | waive("ART004", path="portfolios/ana-r/profile.yml")))
    assert sorted(found) == ["ART004", "SRC102"]


def test_privacy_is_waived_by_the_office_only(check) -> None:
    """PRV counts with a staff member of role office, and with nobody else."""
    assert codes(check(WITH_PHONE | waive("PRV001", by="m-lindqvist"))) == []
    assert sorted(codes(check(WITH_PHONE | waive("PRV001", by="k-ortiz")))) == ["PRV001", "SRC103"]
    assert sorted(codes(check(WITH_PHONE | waive("PRV001", by="nobody")))) == ["PRV001", "SRC103"]


def test_source_and_consent_are_never_waived(check) -> None:
    """SRC and CON stay, whoever asks."""
    broken = change(SENSOR, "kind: product", "kind: produkt")
    for code in ("SRC011", "CON006"):
        found = codes(check(broken | waive(code, by="m-lindqvist")))
        assert "SRC011" in found and "SRC103" in found


def test_part_of_a_school_does_not_judge_waivers(tmp_path) -> None:
    """Where only some learners were checked, a waiver without a finding is no news."""
    from generator.checks import make_findings

    write_example(tmp_path, waive("ART004"))
    loaded = load_school(tmp_path, jobs=1)
    assert make_findings([], loaded.sources, loaded.school, DAY, every=False) == ()
    assert codes(make_findings([], loaded.sources, loaded.school, DAY)) == ["SRC102"]
