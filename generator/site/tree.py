"""Writing an output tree so that whoever looks sees the old one or the new one, never a mixture.

What differs from the last manifest is written into the spare tree; the spare is made to hold exactly
what was put, gets its manifest, and is swapped with the published tree; then the same changes are
made to the other one, so that no byte that was taken down stays anywhere. Killed at any moment, the
next run finds the marker gone and makes the spare anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from generator.errors import OutputError
from generator.site.flush import flush_tree
from generator.site.grants import Grants, drop_other_grants, read_grants, write_grants
from generator.site.lock import Lock, take_lock
from generator.site.manifest import MANIFEST, Entry, Manifest, digest_of, digest_of_tree, read_manifest, render_manifest, scan_tree
from generator.site.output import Output, say_output_errors
from generator.site.refusals import check_clashes, check_contents, check_path, check_place
from generator.site.spare import Folder, drop_spare, follow_tree, is_equal, mark_equal, mark_unequal, rebuild_spare
from generator.site.swap import Step, recover_swap, swap_in

NOJEKYLL = ".nojekyll"
"""Tells hosts that run Jekyll over what they are given to leave it as it is."""

Grant = tuple[str, str]
Record = tuple[str, str, int, tuple[Grant, ...]]
"""What a worker hands to its parent for a file: path, digest, size in bytes, grants."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit changed: paths written and paths removed, sorted."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def _go_on(step: str) -> None:
    """Take every step at once: what happens outside tests."""


class TreeWriter:
    """An output tree being written; use it in a `with` block and end with `commit`.

    Leaving the block without `commit` gives everything up: the published tree stays as it was.
    """

    def __init__(self, output: Output, lock: Lock, old: Manifest, at: Step = _go_on, watched: bool = False) -> None:
        """Start from the manifest of the published tree. Use `open_tree`, which checks and repairs first."""
        self._output, self._lock, self._at, self._watched = output, lock, at, watched
        self._old = old
        self._old_grants: Grants | None = None
        self._new: dict[str, Record] = {}
        self._fresh: list[Record] = []
        self._process = os.getpid()
        self._folder: Folder | None = None
        self._open = True

    def __enter__(self) -> TreeWriter:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Give up if `commit` was not reached, and give the lock back."""
        self.abandon()

    def put(self, path: str, data: bytes, grants: Iterable[Grant] = ()) -> bool:
        """Put a file into the new tree; tells whether its bytes are new.

        May be called in forked workers: each then hands `take_records` to the parent's `merge`.
        Raises OutputError if the disk refuses or the path was put before.
        """
        digest, size = digest_of(data), len(data)
        self._note((path, digest, size, tuple(sorted(grants))))
        if self._old.entries.get(path) == (digest, size):
            return False
        with say_output_errors(self._output):
            self._writable().write(path, data)
        return True

    def put_file(self, path: str, source: Path, digest: str = "", grants: Iterable[Grant] = ()) -> bool:
        """Put a finished file from the cache into the new tree, as a hard link where that is possible.

        `digest` is `manifest.digest_of` its bytes, if that is known already; the source must never
        be written into afterwards, only replaced. Tells whether the file is new.
        """
        with say_output_errors(self._output):
            entry = (digest or digest_of(source.read_bytes()), source.stat().st_size)
            self._note((path, *entry, tuple(sorted(grants))))
            if self._old.entries.get(path) == entry:
                return False
            self._writable().link(path, source)
        return True

    def keep(self, path: str) -> bool:
        """Keep a file of the published tree with its grants; False if there is no such file."""
        entry = self._old.entries.get(path)
        if entry is None:
            return False
        self._note((path, *entry, self.old_grants.get(path, ())))
        return True

    @property
    def old_paths(self) -> frozenset[str]:
        """The paths of the published tree that are whole."""
        return frozenset(self._old.entries)

    @property
    def old_grants(self) -> Grants:
        """The grants of the published tree; empty where they are not known."""
        if self._old_grants is None:
            self._old_grants = read_grants(self._output) or {}
        return self._old_grants

    def take_records(self) -> list[Record]:
        """Hand over what was put in this process since the last call, for `merge`: plain data that pickles."""
        self._see_process()
        records, self._fresh = self._fresh, []
        for record in records:
            del self._new[record[0]]
        return records

    def merge(self, records: Iterable[Record]) -> None:
        """Take what a worker has put; it is not handed over a second time."""
        for record in records:
            self._remember(record)

    def _see_process(self) -> None:
        """Forget, in a worker, what its parent had put before the fork: only what is new is handed over."""
        if self._process != os.getpid():
            self._process, self._fresh = os.getpid(), []

    def commit(self) -> Change:
        """Put the new tree in place and return what changed; nothing is touched where nothing did.

        Raises OutputError with the published tree as it was, unless the sentence says otherwise.
        """
        if self._output.edition == "public" and NOJEKYLL not in self._new:
            self.put(NOJEKYLL, b"")
        new = Manifest(self._output.edition, {path: record[1:3] for path, record in self._new.items()})
        old = self._old.entries
        check_clashes(new.entries)
        written = tuple(sorted(path for path, entry in new.entries.items() if old.get(path) != entry))
        removed = tuple(sorted(old.keys() - new.entries.keys()))
        with say_output_errors(self._output):
            text = render_manifest(new)
            if written or removed or digest_of(text) != digest_of_tree(self._output.folder):
                self._put_in_place(new, text, written, removed)
            elif self.old_grants != self._grants_to_write():
                self._write_grants(digest_of(text))
        self._close()
        return Change(written, removed)

    def abandon(self) -> None:
        """Give up what was put, here or in a worker: the spare goes, the published tree stays."""
        if self._open and not self._output.marker.exists():
            with suppress(OSError):  # the marker has gone already: the next run makes the spare anew
                drop_spare(self._output)
        self._close()

    def _close(self) -> None:
        """Give the lock back; after that nothing may be touched any more."""
        self._open = False
        self._lock.release()

    def _put_in_place(self, new: Manifest, text: bytes, written: tuple[str, ...], removed: tuple[str, ...]) -> None:
        """Finish the spare, give it its manifest `text`, swap it in, and make the other tree equal."""
        output, at = self._output, self._at
        folder = self._writable()
        at("make exact")
        if self._watched:
            folder.remove(removed)
        else:
            self._make_exact(folder, new)
        at("manifest")
        folder.write(MANIFEST, text)
        at("grants")
        self._write_grants(digest_of(text))
        at("flush")
        if not self._watched:
            flush_tree(output.spare, (*written, MANIFEST))
        swap_in(output, at)
        self._follow(new, written, removed)

    def _follow(self, new: Manifest, written: tuple[str, ...], removed: tuple[str, ...]) -> None:
        """After the swap: bring the spare to the same state, or delete it, so that no old byte stays."""
        output = self._output
        self._at("follow")
        try:
            if output.spare.exists():
                follow_tree(output, written, removed)
            else:
                follow_tree(output, sorted(new.entries), ())
            self._at("mark")
            mark_equal(output)
            drop_other_grants(output, digest_of_tree(output.folder))
        except OSError:
            try:
                drop_spare(output)
            except OSError as error:
                raise OutputError(
                    f"{output.folder} is up to date, but the tree before it could not be deleted from {output.spare}"
                    f" ({error.strerror}). Delete that folder by hand."
                ) from error

    def _make_exact(self, folder: Folder, new: Manifest) -> None:
        """Remove from the spare what was not put, and fetch from the published tree what it lacks."""
        found = scan_tree(self._output.spare)
        folder.remove(sorted(found.keys() - new.entries.keys()))
        for path, (_, size) in new.entries.items():
            if found.get(path) != size:
                source = self._output.folder / path
                if not source.is_file() or source.stat().st_size != size:
                    raise OutputError(f"{path} went missing while {self._output.folder} was being written. Build again.")
                folder.link(path, source)

    def _writable(self) -> Folder:
        """The spare tree, marked as differing from now on."""
        if self._folder is None:
            self._at("unmark")
            mark_unequal(self._output)
            self._folder = Folder(self._output.spare)
        return self._folder

    def _note(self, record: Record) -> None:
        """Remember a file that was put here, for `take_records` too."""
        self._remember(record)
        self._see_process()
        self._fresh.append(record)

    def _remember(self, record: Record) -> None:
        """Remember a file; a path is put once."""
        path = record[0]
        if path in self._new:
            raise OutputError(f"Two outputs have the address {path}. Rename one of their sources.")
        check_path(path)
        self._new[path] = record

    def _grants_to_write(self) -> Grants:
        """The grants of everything that was put."""
        return {path: record[3] for path, record in self._new.items() if record[3]}

    def _write_grants(self, digest: str) -> None:
        """Write the grants of the tree with this manifest digest."""
        write_grants(self._output, digest, self._grants_to_write())


def open_tree(output: Output, wait: float = 10.0, at: Step = _go_on, watched: bool = False) -> TreeWriter:
    """Take the output's lock, refuse what is not ours, repair after a kill, and start a new tree.

    `wait` is how many seconds to wait for another run. `at` is called with the name of each step, for
    tests. `watched` is for a preview that wrote the tree itself a moment ago: it does not look again
    whether every file is there, and does not wait for the disk. Raises OutputError.
    """
    check_place(output)
    with say_output_errors(output):
        output.make_folders()
        lock = take_lock(output.lock, output.folder, wait)
        try:
            return TreeWriter(output, lock, repair_tree(output, watched), at, watched)
        except BaseException:
            lock.release()
            raise


def repair_tree(output: Output, watched: bool = False) -> Manifest:
    """Complete a killed run, under the lock: gives what stands there whole and undamaged.

    Files that were deleted or cut short by somebody are left out, so that they are written again.
    """
    recover_swap(output)
    if watched and is_equal(output):
        manifest = read_manifest(output.folder)
        if manifest is not None and manifest.edition == output.edition:
            return manifest
    manifest, found = check_contents(output)
    whole: dict[str, Entry] = {path: entry for path, entry in manifest.entries.items() if found.get(path) == entry[1]}
    if len(whole) != len(manifest.entries) or not is_equal(output):
        rebuild_spare(output, sorted(whole))
    return Manifest(manifest.edition, whole)
