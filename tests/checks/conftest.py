"""Checking a small school laid out in a temporary folder, as every test of this room does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.checks import make_findings, run_rules
from generator.checks._example import DAY, write_example
from generator.findings import Finding
from generator.loading import load_school

Check = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Give a function that lays an overlay over the example school and checks it on the example's day."""

    def run(overlay: Mapping[str, str | bytes] | None = None, without: tuple[str, ...] = ()) -> tuple[Finding, ...]:
        write_example(tmp_path, overlay, without)
        loaded = load_school(tmp_path, jobs=1)
        problems = [*loaded.problems, *run_rules(loaded.school, DAY)]
        return make_findings(problems, loaded.sources, loaded.school, DAY)

    return run
