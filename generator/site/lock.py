"""One writer at a time for each output folder.

The lock belongs to the open file, not to the file's existence: the operating system gives it back
when its owner dies, however it dies, so a stale lock cannot be. Forked workers share it: it holds
until it is released, or until the last of them has gone.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from generator.errors import OutputError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
    import msvcrt

_TRY_EVERY = 0.05


class Lock:
    """A held lock; `release` gives it back."""

    def __init__(self, descriptor: int) -> None:
        """Keep the descriptor of the locked file."""
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._descriptor is not None:
            if fcntl is not None:
                fcntl.flock(self._descriptor, fcntl.LOCK_UN)
            os.close(self._descriptor)
            self._descriptor = None


def take_lock(path: Path, folder: Path, wait: float = 10.0) -> Lock:
    """Take the lock `path` of the output `folder`, waiting at most `wait` seconds for its owner.

    Raises OutputError, naming the owner's process, if it is still held then.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    for _ in range(max(1, round(wait / _TRY_EVERY))):
        if _try_lock(descriptor):
            with suppress(OSError):  # only a courtesy: a full disk must not stop a removal
                os.write(descriptor, f"{os.getpid():<20}".encode())
            return Lock(descriptor)
        time.sleep(_TRY_EVERY)
    os.close(descriptor)
    owner = _read_owner(path)
    raise OutputError(
        f"Another run{f' (process {owner})' if owner else ''} is writing {folder}. Wait until it is done, then try again."
    )


def _read_owner(path: Path) -> str:
    """Read which process holds a lock, or "" where the system does not let us look."""
    try:
        return path.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def _try_lock(descriptor: int) -> bool:
    """Lock an open file without waiting; tell whether it worked."""
    try:
        if fcntl is not None:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    return True
