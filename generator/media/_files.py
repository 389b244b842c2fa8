"""Opening a learner's file without being led astray: no links, no pipes, bounded reads.

Threats P2 and P5 of the security notes: a link could lead to another learner's folder or to the
consent list, and opening a pipe would wait for ever.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from generator.media._problem import CutOff, UnreadableMedium

HEAD_BYTES = 4096
"""How much of a file's beginning tells its kind."""

_FLAGS = os.O_RDONLY
for _name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):  # not every system has all
    _FLAGS |= getattr(os, _name, 0)

_NOT_A_FILE = (
    "This is not an ordinary file.",
    "Delete it and put the picture, film or text itself here.",
)
_REASONS = {
    errno.ENOENT: (
        "There is no such file.",
        "Put the file beside the record that names it, and check the spelling of its name.",
    ),
    errno.ENOTDIR: (
        "There is no such file.",
        "Put the file beside the record that names it, and check the spelling of its name.",
    ),
    errno.ELOOP: (
        "This is a link to another place, not a file.",
        "Delete the link and put the file itself here.",
    ),
    errno.EACCES: (
        "The file may not be read.",
        "Allow reading it in the file's properties, or copy it here again.",
    ),
    errno.ENXIO: _NOT_A_FILE,
    errno.ENAMETOOLONG: ("The file's name is too long.", "Give the file a shorter name."),
}


def open_medium(path: Path) -> BinaryIO:
    """Open an ordinary file for reading, never following a link and never waiting for a pipe.

    Raises `UnreadableMedium` for anything else. The stream is a context manager.
    """
    try:
        if path.is_symlink():  # for systems without O_NOFOLLOW; elsewhere the flag closes the gap
            raise OSError(errno.ELOOP, "link")
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise explain_os_error(error) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise UnreadableMedium(*_NOT_A_FILE)
    return os.fdopen(handle, "rb")


def explain_os_error(error: Exception) -> UnreadableMedium:
    """Turn what the system said about a file into words a learner can act on."""
    unknown = ("The file cannot be read.", "Copy it here again from where it was made.")
    return UnreadableMedium(*_REASONS.get(getattr(error, "errno", None) or 0, unknown))


def size_of(stream: BinaryIO) -> int:
    """The length of an open file in bytes, from the handle itself."""
    return os.fstat(stream.fileno()).st_size


def read_at(stream: BinaryIO, offset: int, length: int) -> bytes:
    """Read exactly `length` bytes at `offset`; raises `CutOff` where the file is shorter."""
    stream.seek(offset)
    data = stream.read(length)
    if len(data) < length:
        raise CutOff
    return data


def read_tail(stream: BinaryIO, length: int) -> bytes:
    """Read the last `length` bytes, or the whole file where it is shorter."""
    stream.seek(max(0, size_of(stream) - length))
    return stream.read(length)


def read_whole(path: Path, limit: int) -> bytes:
    """Read a small file whole; raises `UnreadableMedium` above `limit` bytes."""
    with open_medium(path) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableMedium("The file is too big.", "Add a shorter one.")
    return data
