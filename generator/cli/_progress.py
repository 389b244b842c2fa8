"""Showing how far a build is: a bar on a terminal, a plain line for each stage elsewhere."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType

_WIDTH = 24


class Progress:
    """Shows the stages of a build on stderr; use it as a context, so that the bar is cleared at the end."""

    def __init__(self) -> None:
        self._bar = sys.stderr.isatty()
        self._stage = ""
        self._shown = ""

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._shown:
            sys.stderr.write(f"\r{' ' * len(self._shown)}\r")
            sys.stderr.flush()

    def show(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` parts of a stage are ready."""
        if self._bar:
            self._draw(stage, done, total)
        elif stage != self._stage:
            sys.stderr.write(f"{stage}{f' ({total})' if total > 1 else ''}\n")
        self._stage = stage

    def _draw(self, stage: str, done: int, total: int) -> None:
        """Draw over the last bar, never wider than the terminal."""
        full = _WIDTH * min(done, total) // total if total > 0 else 0
        count = f" {done}/{total}" if total > 1 else ""
        columns = max(shutil.get_terminal_size().columns - 1, 1)
        line = f"{stage:<10} {'█' * full}{'░' * (_WIDTH - full)}{count}"[:columns]
        if line != self._shown:
            sys.stderr.write(f"\r{line:<{min(len(self._shown), columns)}}")
            sys.stderr.flush()
            self._shown = line
