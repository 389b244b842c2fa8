"""Cases that can be read: each file of `cases/` stands as it is in a school, with the findings beside its lines.

The first line names the file of the school. `# -> CODE` at the end of a line expects a finding of that
code there; what follows a second `:` must stand in its message or hint. No other finding may be in the file.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
EXPECTED = re.compile(r"#.*?-> (?P<code>[A-Z]{3}\d{3})(?:: (?P<words>.*))?$")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, check) -> None:
    """The findings in the file are those that its comments expect, line by line."""
    text = case.read_text(encoding="utf-8")
    target = text.splitlines()[0].removeprefix("# file:").strip()
    expected = {
        (number, found["code"]): found["words"] or ""
        for number, line in enumerate(text.splitlines(), 1)
        if (found := EXPECTED.search(line))
    }
    findings = [each for each in check({target: text}) if each.path == target]
    assert {(each.line, each.code) for each in findings} == set(expected), [(e.line, e.code, e.message, e.hint) for e in findings]
    for each in findings:
        assert expected[each.line, each.code] in f"{each.message} {each.hint}"
