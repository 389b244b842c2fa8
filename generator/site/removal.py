"""Taking pages out of a published tree at once, and clearing an edition: removal never waits.

Nothing new has to be written for a removal to take effect: the files go first, the manifest is
brought up to date afterwards, and if even that fails the next run counts them as missing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from generator.errors import OutputError
from generator.site.grants import drop_other_grants, read_grants, write_grants
from generator.site.lock import take_lock
from generator.site.manifest import MANIFEST, Entry, Manifest, digest_of, read_manifest, render_manifest
from generator.site.output import HOME, NOT_FOUND, Output, say_output_errors
from generator.site.refusals import check_place
from generator.site.spare import Folder, drop_spare
from generator.site.swap import recover_swap
from generator.site.tree import repair_tree


def remove_outputs(output: Output, paths: Iterable[str], wait: float = 10.0) -> tuple[str, ...]:
    """Take these paths out of the published tree and of its spare; gives those that were there.

    A removed home page is replaced by the neutral 404 page, if the tree has one. Paths that the
    manifest does not name are left alone. Raises OutputError with a list of what is still up.
    """
    check_place(output)
    with say_output_errors(output):
        output.make_folders()
        lock = take_lock(output.lock, output.folder, wait)
        try:
            recover_swap(output)
            manifest = read_manifest(output.folder)
            if manifest is None or manifest.edition != output.edition:
                return ()
            there = tuple(sorted(set(paths) & manifest.entries.keys()))
            _drop_spare_gently(output)
            left = _unlink(output, manifest, there)
            _follow_up(output, manifest, [path for path in there if path not in left])
        finally:
            lock.release()
    if left:
        raise OutputError(f"Could not take down everything from {output.folder}. Still up: {', '.join(left)}. Delete these by hand now.")
    return there


def _unlink(output: Output, manifest: Manifest, paths: tuple[str, ...]) -> list[str]:
    """Unlink files of the published tree one by one; gives those that would not go."""
    tree, left = Folder(output.folder), []
    for path in paths:
        try:
            tree.remove([path])
        except OSError:
            left.append(path)
    return left


def _follow_up(output: Output, manifest: Manifest, gone: list[str]) -> None:
    """Put the neutral page in the home's place, and bring manifest, grants and spare up to date."""
    entries: dict[str, Entry] = {path: entry for path, entry in manifest.entries.items() if path not in gone}
    grants = read_grants(output) or {}
    tree = Folder(output.folder)
    try:
        if HOME in gone and NOT_FOUND in entries:
            tree.link(HOME, output.folder / NOT_FOUND)
            entries[HOME] = entries[NOT_FOUND]
        text = render_manifest(Manifest(manifest.edition, entries))
        draft = output.state / "spare" / f"{output.key}.manifest"
        draft.write_bytes(text)
        write_grants(output, digest_of(text), {path: given for path, given in grants.items() if path in entries and path not in gone})
        _replace_manifest(output, draft)
        drop_other_grants(output, digest_of(text))
        repair_tree(output)
    except OSError:
        _drop_spare_gently(output)


def _replace_manifest(output: Output, draft: os.PathLike[str]) -> None:
    """Put a new manifest in the place of the old one, in one step where disks allow it."""
    try:
        os.replace(draft, output.folder / MANIFEST)
    except OSError:
        Folder(output.folder).link(MANIFEST, str(draft))
        os.unlink(draft)


def _drop_spare_gently(output: Output) -> None:
    """Delete the spare; what cannot be deleted is deleted by the next run, for its marker is gone."""
    try:
        drop_spare(output)
    except OSError:
        pass


def clear_edition(output: Output, wait: float = 10.0) -> tuple[str, ...]:
    """Delete an output folder, but nothing in it that we did not write; gives the paths deleted.

    Raises OutputError, before anything is deleted, if the folder is not ours.
    """
    check_place(output)
    with say_output_errors(output):
        output.make_folders()
        lock = take_lock(output.lock, output.folder, wait)
        try:
            recover_swap(output)
            manifest = read_manifest(output.folder)
            if manifest is None:
                return ()
            if manifest.edition != output.edition:
                raise OutputError(f"{output.folder} holds the {manifest.edition} edition and was left as it is.")
            drop_spare(output)
            paths = tuple(sorted(manifest.entries))
            Folder(output.folder).remove((*paths, MANIFEST))
            drop_other_grants(output, "")
            _remove_if_empty(output)
            return paths
        finally:
            lock.release()


def _remove_if_empty(output: Output) -> None:
    """Remove the output folder itself, unless somebody else's files are in it."""
    try:
        os.rmdir(output.folder)
    except OSError:
        pass
