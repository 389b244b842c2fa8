"""Reports say the same to people and machines, and no text of a school can take over a terminal or a log."""

from __future__ import annotations

import json
import re

import pytest

from generator.checks import list_rules
from generator.findings import Finding, Severity, Summary, count_findings
from generator.reporters import Style, list_formats, render_report
from generator.reporters._plain import count_cells, show_plainly

CLAIM = Finding(
    "portfolios/ana-r/artifacts/bridge/artifact.yml", 14, 5, "EVD003", "unknown-indicator", Severity.ERROR,
    'This artifact claims "communicator/adapt-to-audience", but our graduate profile has no indicator with that id.',
    'Did you mean "communicator/adapts-to-audience"?', "ana-r", "  - indicator: communicator/adapt-to-audience",
)
HOSTILE = Finding(
    "portfolios/a\n::error::x/b,c:d%.yml", 1, 1, "ART004", "missing-alt", Severity.WARNING,
    "100% of \x1b[2J\x1b]0;owned\x07 this\r\n::set-output name=x::y \u202egnp.exe", "Second\nline", "", "\talt: \x1b[31mred",
)
ADVICE = Finding("content/school.yml", 3, 1, "GOL005", "stale-check-in", Severity.ADVICE, "One.", "", "", "")
ALL = (CLAIM, HOSTILE, ADVICE)


def render(name: str, findings: tuple[Finding, ...] = ALL, style: Style = Style()) -> str:
    """Render findings with their own summary."""
    return render_report(name, findings, count_findings(findings), style)


def test_formats_are_those_of_the_contract() -> None:
    """FORMATS section 6 names four formats, and each is one module."""
    assert list_formats() == ("github", "json", "sarif", "text")


def test_text_is_as_the_contract_shows_it() -> None:
    """The example of FORMATS section 5, with the source line and a caret under the place."""
    assert render("text", (CLAIM,)) == (
        "portfolios/ana-r/artifacts/bridge/artifact.yml:14:5  EVD003 error  unknown-indicator\n"
        '  This artifact claims "communicator/adapt-to-audience", but our graduate profile has no indicator with that id.\n'
        '  Did you mean "communicator/adapts-to-audience"?\n'
        "   14 |   - indicator: communicator/adapt-to-audience\n"
        "      |     ^\n"
        "\n"
        "1 error in 1 file.\n"
    )


def test_clean_school_gets_a_friendly_line() -> None:
    """A school without findings is told so, and what was left out is said."""
    assert render("text", ()) == "All is well: nothing to put right.\n"
    assert render("text", (), Style(note="The office is elsewhere.")) == "The office is elsewhere.\nAll is well: nothing to put right.\n"
    assert "All is well" not in render("text", (), Style(unshown=2))


def test_summary_counts_and_names_what_is_not_shown() -> None:
    """The last line sums up each severity in words, and how many findings were not wanted."""
    last = render("text", ALL, Style(unshown=1)).splitlines()[-1]
    assert last == "1 error, 1 warning and 1 piece of advice in 3 files. 1 more is not shown, as you asked."


def test_colours_only_when_asked() -> None:
    """Plain text has no escape at all; coloured text says the same once the colours are taken away."""
    coloured = render("text", ALL, Style(colour=True))
    assert "\x1b" not in render("text")
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render("text")


@pytest.mark.parametrize("name", ["text", "github", "json", "sarif"])
def test_no_control_character_gets_through(name: str) -> None:
    """Whatever stands in a file, a report holds no control or reordering character but line breaks."""
    rendered = render(name)
    assert not [each for each in rendered if each != "\n" and (ord(each) < 32 or 126 < ord(each) < 160 or each in "\u202e\u2066")]


def test_caret_stands_under_the_place_in_wide_and_long_lines() -> None:
    """Wide letters take two columns, marks none, and of a long line the part round the place is shown."""
    wide = Finding("a.yml", 2, 4, "ART001", "x", Severity.ERROR, "m", "", "", "日本語: x")
    lines = render("text", (wide,)).splitlines()
    assert lines[3].index("^") == len("    2 | ") + 6
    long = Finding("a.yml", 2, 501, "ART001", "x", Severity.ERROR, "m", "", "", "a" * 500 + "Z" + "b" * 500)
    source, caret = render("text", (long,)).splitlines()[2:4]
    assert len(source) < 120 and source[caret.index("^")] == "Z"
    past = Finding("a.yml", 2, 99, "ART001", "x", Severity.ERROR, "m", "", "", "short")
    assert render("text", (past,)).splitlines()[3].endswith("     ^")


def test_plain_text_keeps_every_script() -> None:
    """Letters of any script, joiners and emoji stay as they are; what is unseen is spelled out."""
    assert show_plainly("क्‍ष 👩‍🎨 שלום") == "क्‍ष 👩‍🎨 שלום"
    assert show_plainly("a\x00\t\n\u202e\ud800") == "a\\x00\\t\\n\\u202e\\ud800"
    assert count_cells("e\u0301") == 1


def test_json_has_the_shape_of_the_contract() -> None:
    """`{"findings": [...], "summary": {...}}` with the fields of FORMATS section 5."""
    read = json.loads(render("json"))
    assert list(read) == ["findings", "summary"]
    assert list(read["findings"][0]) == ["code", "name", "severity", "message", "path", "line", "column", "hint", "learner_id"]
    assert read["summary"] == {"errors": 1, "warnings": 1, "advice": 1}
    assert read["findings"][0]["learner_id"] == "ana-r" and read["findings"][1]["learner_id"] is None
    assert read["findings"][1]["message"] == HOSTILE.message
    assert render("json").isascii()


def test_github_annotations_cannot_be_broken_out_of() -> None:
    """One line a finding; no text begins a command or a property of its own."""
    lines = render("github", ALL, Style(prefix="our-school/")).splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("::error file=our-school/portfolios/ana-r/artifacts/bridge/artifact.yml,line=14,col=5,title=EVD003 unknown-indicator::This")
    assert lines[1].startswith("::warning file=our-school/portfolios/a\\n%3A%3Aerror%3A%3Ax/b%2Cc%3Ad%25.yml,line=1,")
    assert "100%25 of" in lines[1] and "%0ASecond%0Aline" in lines[1]
    assert lines[2].startswith("::notice ")
    assert not lines[3].startswith("::")


def test_sarif_is_whole() -> None:
    """A SARIF 2.1.0 log: every rule with help, every result with a rule, a level and a place."""
    log = json.loads(render("sarif"))
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in list_rules()]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] and rule["fullDescription"]["text"] for rule in rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} <= {"error", "warning", "note"}
    for result, finding in zip(run["results"], ALL, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        place = result["locations"][0]["physicalLocation"]
        assert place["region"] == {"startLine": finding.line, "startColumn": finding.column}
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", place["artifactLocation"]["uri"])
        assert result["message"]["text"].startswith(finding.message)


def test_same_findings_same_bytes() -> None:
    """A report depends on nothing but what is reported."""
    for name in list_formats():
        assert render(name) == render(name)
    assert render_report("json", (), Summary(0, 0, 0)) == '{\n  "findings": [],\n  "summary": {\n    "errors": 0,\n    "warnings": 0,\n    "advice": 0\n  }\n}\n'
