"""Every rule keeps its word: its bad example is found, its good example is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import generator.checks
from generator.checks import find_rule, get_rule, list_rules
from generator.checks._explain import FAMILIES, describe_rule, render_reference, render_rule, show_examples
from generator.checks._rule import Rule
from generator.findings import Severity
from generator.parts import find_parts

RULES = [pytest.param(rule, id=f"{rule.code}-{rule.name}") for rule in list_rules()]


@pytest.mark.parametrize("rule", RULES)
def test_bad_example_is_found_and_no_other_error(rule: Rule, check) -> None:
    """The bad example yields the rule's finding, in its file's words, and no error of another rule."""
    findings = check(rule.bad)
    own = [each for each in findings if each.code == rule.code]
    assert own, [(each.code, each.message) for each in findings]
    assert all(each.name == rule.name and each.severity == rule.severity for each in own)
    assert all(each.message.strip() and each.hint.strip() and each.line >= 1 for each in own)
    if not rule.code.startswith("SRC"):
        assert not [each.code for each in findings if each.severity is Severity.ERROR and each.code != rule.code]


@pytest.mark.parametrize("rule", RULES)
def test_good_example_is_clean(rule: Rule, check) -> None:
    """The good example yields neither the rule's finding nor any error."""
    findings = check(rule.good)
    assert not [each for each in findings if each.code == rule.code or each.severity is Severity.ERROR]


@pytest.mark.parametrize("rule", RULES)
def test_rule_is_complete(rule: Rule) -> None:
    """A rule says what, why and what to do, shows both sides, and is named by its file."""
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code) and rule.family in FAMILIES
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.reason.strip() and rule.remedy.strip() and rule.bad and rule.good
    assert describe_rule(rule).endswith(".")
    bad, good = show_examples(rule)
    assert bad and good
    explained = render_rule(rule)
    assert rule.code in explained and "How to put it right" in explained


def test_codes_and_files_agree() -> None:
    """Codes and names are unique, and each file is called by both and holds at most one function."""
    parts = find_parts("generator.checks")
    codes = [part.RULE.code for part in parts]
    names = [part.RULE.name for part in parts]
    assert len(set(codes)) == len(codes) and len(set(names)) == len(names)
    for part in parts:
        assert part.__name__.rpartition(".")[2] == f"{part.RULE.code.lower()}_{part.RULE.name.replace('-', '_')}"
        assert not (hasattr(part, "check_learner") and hasattr(part, "check_school"))


def test_at_least_forty_rules_over_all_families() -> None:
    """All families have rules, forty and more besides those of source and shape."""
    besides = [rule for rule in list_rules() if rule.family != "SRC"]
    assert len(besides) >= 40
    assert {rule.family for rule in list_rules()} == set(FAMILIES)


def test_example_school_has_no_finding(check) -> None:
    """The ground of all examples is clean."""
    assert check() == ()


def test_messages_do_not_shame() -> None:
    """No rule's own words call a child's work bad, wrong or lazy."""
    folder = Path(generator.checks.__file__).parent
    for path in sorted(folder.glob("[a-z]*_*.py")):
        text = path.read_text(encoding="utf-8").lower()
        assert not re.search(r"\b(?:lazy|stupid|failed|careless|sloppy|must not forget)\b", text), path.name


def test_rules_are_found_by_code_and_by_name() -> None:
    """`explain` may be asked for a code in any case or for a name."""
    assert find_rule("evd003") is get_rule("EVD003") is find_rule("unknown-indicator")
    assert find_rule("EVD999") is None


def test_reference_names_every_rule_once() -> None:
    """The reference page has one heading for each rule."""
    page = render_reference()
    for rule in list_rules():
        assert page.count(f"### {rule.code} {rule.name} ") == 1
