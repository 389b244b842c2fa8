"""Every folder of the room is a whole part."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.media._look import find_kinds
from generator.media._part import Medium

DECLARED = list(Medium.__annotations__)


@pytest.mark.parametrize("part", find_kinds(), ids=lambda part: part.KIND)
def test_part_declares_all(part) -> None:
    """A part is named as its folder and declares all that the protocol asks for."""
    assert part.__name__ == f"generator.media.{part.KIND}"
    assert [name for name in DECLARED if not hasattr(part, name)] == []
    assert callable(part.matches) and callable(part.read_facts)
    assert set(part.LIMITS) <= {"bytes", "pixels", "seconds", "files"} and "bytes" in part.LIMITS


def test_no_ending_has_two_kinds() -> None:
    """An ending belongs to one kind."""
    endings = [suffix for part in find_kinds() for suffix in part.SUFFIXES]
    assert len(endings) == len(set(endings))


def test_only_what_has_a_cleaner_is_publishable() -> None:
    """Pictures are rebuilt and words are escaped; nothing else may be published."""
    kinds = [part.KIND for part in find_kinds() if part.PUBLISHABLE]
    assert kinds == ["code", "picture", "table", "text"]


def test_facts_load_no_picture_library(sample_folder) -> None:
    """Reading the facts of every sample does not load Pillow: help and checks stay fast."""
    script = (
        "import sys, pathlib; from generator.media import read_facts\n"
        "print([read_facts(p).kind for p in pathlib.Path(sys.argv[1]).iterdir()])\n"
        "sys.exit('PIL' in sys.modules)"
    )
    command = [sys.executable, "-c", script, str(sample_folder)]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
