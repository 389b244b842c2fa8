"""What the preview knows: the folder of the last good build, what the last save broke, and a number for both."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

from generator.findings import Finding


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page is served with.

    `version` grows with every build. `trouble` are the findings to put right, `message` a sentence
    on why the pages are still those of before, or "".
    """

    version: int = 0
    trouble: tuple[Finding, ...] = ()
    message: str = ""


@dataclass(slots=True)
class State:
    """Shared between the one who builds and those who serve; every change wakes who waits."""

    tree: Path
    _shown: Shown = field(default_factory=Shown)
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _closed: bool = False

    def get(self) -> Shown:
        """Get what is shown now."""
        with self._changed:
            return self._shown

    def show(self, trouble: tuple[Finding, ...], message: str) -> None:
        """Put what came of a build in the place of what was shown."""
        with self._changed:
            self._shown = Shown(self._shown.version + 1, trouble, message)
            self._changed.notify_all()

    def wait_for_news(self, seen: int, seconds: float) -> int:
        """Wait until there is another version than `seen`, at most some seconds; give the one there is."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._shown.version != seen, seconds)
            return self._shown.version

    def close(self) -> None:
        """Wake everybody who waits: the preview ends."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
