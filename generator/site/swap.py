"""Putting a finished tree in the place of the published one.

On Linux one call, `renameat2` with RENAME_EXCHANGE, so that at every moment the folder is the old
tree or the new one. Elsewhere two renames and a journal that the next run completes.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.site.manifest import digest_of_tree
from generator.site.output import Output

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EXDEV}

Step = Callable[[str], None]
"""Called with the name of a step just before it is taken; tests stop the program there."""


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one call; False where the system or the disk cannot do that."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(one))


def swap_in(output: Output, at: Step, can_exchange: bool = True) -> None:
    """Put the spare tree where the output is; afterwards the spare is the old tree, or absent."""
    output.folder.parent.mkdir(parents=True, exist_ok=True)
    at("swap")
    if not output.folder.exists():
        os.rename(output.spare, output.folder)
    elif not (can_exchange and exchange(output.spare, output.folder)):
        _swap_by_renames(output, at)


def _swap_by_renames(output: Output, at: Step) -> None:
    """Swap with two renames; the journal tells the next run how far it came."""
    output.journal.write_text(digest_of_tree(output.spare), "ascii")
    at("old tree aside")
    os.rename(output.folder, output.aside)
    at("new tree in")
    os.rename(output.spare, output.folder)
    at("old tree to spare")
    os.rename(output.aside, output.spare)
    at("journal away")
    output.journal.unlink()


def recover_swap(output: Output) -> None:
    """Complete what a killed swap left half done; does nothing after a quiet end."""
    if not output.journal.exists():
        return
    if not output.folder.exists():
        whole = digest_of_tree(output.spare) == output.journal.read_text("ascii")
        os.rename(output.spare if whole else output.aside, output.folder)
    if output.aside.exists():
        shutil.rmtree(output.aside)
    output.journal.unlink()
