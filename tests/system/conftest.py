"""Fixtures of the tests that look at whole trees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.system.sample import Sample, copy_warm, get_sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The sample school as it is, built; not to be changed."""
    return get_sample(tmp_path_factory)


@pytest.fixture
def fresh(sample: Sample, tmp_path: Path) -> Callable[[str], Path]:
    """Make a copy of the sample school that a test may change."""
    return lambda name="school": copy_warm(sample, tmp_path / name)
