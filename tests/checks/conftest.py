"""Checking a small school laid out in a temporary folder, as every test of this room does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.checks._example import DAY, write_example
from generator.findings import Finding
from generator.steps.judge import judge_school

Check = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Give a function that lays an overlay over the example school and checks it on the example's day."""

    def run(overlay: Mapping[str, str | bytes] | None = None, without: tuple[str, ...] = ()) -> tuple[Finding, ...]:
        write_example(tmp_path, overlay, without)
        return judge_school(tmp_path, DAY, jobs=1).findings

    return run
