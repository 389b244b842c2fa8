"""Telling a school's folder from any other, with a sentence that leads to the right one."""

from __future__ import annotations

import os
from pathlib import Path

from generator import layout
from generator.errors import UsageError


def refuse_elsewhere(root: Path) -> None:
    """Raise UsageError where a folder holds no school, naming the school above it if there is one."""
    if layout.is_school(root):
        return
    above = next((folder for folder in root.resolve().parents if layout.is_school(folder)), None)
    if above:
        raise UsageError(f"{root} lies inside the school {above}. Run the command there, or with: exhibit -C {os.path.relpath(above)}")
    raise UsageError(f"{root} holds no school: it has neither content/school.yml nor portfolios/. Start one with: exhibit init DIR")
