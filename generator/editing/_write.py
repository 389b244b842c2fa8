"""Writing files so that they are whole or not there, and never through a link."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import OutputError, UsageError


def write_new(root: Path, path: str, content: str | bytes) -> None:
    """Write a file that is not there yet, with the folders above it.

    `path` is relative to `root`, with `/`. Raises UsageError where something of that name stands
    already and OutputError where the disk refuses.
    """
    target = root / path
    refuse_links(root, path)
    with _say_write_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = _write_beside(target, content)
        try:
            _place_new(temporary, target, path)
        finally:
            temporary.unlink(missing_ok=True)


def replace_bytes(root: Path, path: str, content: bytes) -> None:
    """Put new content in the place of a file's old one; its permissions stay. Raises OutputError."""
    target = root / path
    refuse_links(root, path)
    with _say_write_errors(target):
        temporary = _write_beside(target, content, target.stat().st_mode & 0o777)
        try:
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)


def refuse_links(root: Path, path: str) -> None:
    """Raise UsageError where a path below `root` goes through a link, at any step."""
    here = root
    for part in path.split("/"):
        here = here / part
        if here.is_symlink():
            raise UsageError(f"{here} is a link to another place, and links are not followed. Put the folder or file itself there.")


def _place_new(temporary: Path, target: Path, path: str) -> None:
    """Give a finished file its name, unless the name is taken by then."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise UsageError(f"{path} exists already, and nothing is ever overwritten. Choose another id, or open that file.") from None
    except OSError:
        if os.path.lexists(target):
            raise UsageError(f"{path} exists already, and nothing is ever overwritten. Choose another id, or open that file.") from None
        temporary.replace(target)


def _write_beside(target: Path, content: str | bytes, mode: int = 0o644) -> Path:
    """Write content to a temporary file in the target's folder and onto the disk."""
    handle, name = tempfile.mkstemp(prefix=".exhibit-", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content.encode("utf-8") if isinstance(content, str) else content)
            opened.flush()
            os.fsync(opened.fileno())
        Path(name).chmod(mode)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


@contextmanager
def _say_write_errors(target: Path) -> Iterator[None]:
    """Turn a refusal of the operating system into one sentence."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"Cannot write {target}: {error.strerror or error}. Nothing was changed.") from error
