"""Auditing a built tree: every file once, and every line once however many pages share it.

Pages of one edition have most of their lines in common (the shell round them). A line in which
nothing was found is remembered, so that the same bytes are not looked at again on the next page.
"""

from __future__ import annotations

import base64
import binascii
import re
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from hashlib import blake2b
from multiprocessing import get_context
from pathlib import Path

from generator.audit._binary import UnreadableArchive, find_metadata, list_members, read_stretches
from generator.audit._hosts import find_hosts, may_ask
from generator.audit._scan import Context, Hit, Scanner, slice_round
from generator.audit._text import fold, plain, undo_escapes
from generator.audit.leak import Leak, mask
from generator.audit.secrets import Secrets
from generator.errors import OutputError
from generator.site.manifest import MANIFEST, scan_tree

TEXTS = frozenset("html htm css js mjs json map xml svg txt md csv tsv vtt srt webmanifest ics ipynb py yml yaml".split())
_INLINED = re.compile(rb"data:([\w/+.-]+)(?:;[\w=.-]+)*;base64,([A-Za-z0-9+/=]{16,})")
_WIDE, _ROUND, _DEPTH = 4000, 12, 3
_FEW = 400
"""Below so many files a second process costs more than it saves."""


def audit_tree(folder: Path, secrets: Secrets, *, paths: Iterable[str] | None = None, clean: set[str] | None = None, jobs: int = 1) -> tuple[Leak, ...]:
    """Look through every byte of a tree, and the names of its files; gives what may not be there, sorted.

    `paths` are the files to look at, all of the tree unless told. `clean` holds the digests of
    contents in which nothing was found before with the same secrets (`Secrets.digest`); they are
    passed over, and new ones are added. Raises OutputError where a file cannot be read.
    """
    wanted = sorted(paths if paths is not None else [*scan_tree(folder), *([MANIFEST] if (folder / MANIFEST).is_file() else [])])
    known = clean if clean is not None else set()
    if jobs < 2 or len(wanted) < _FEW or sys.platform != "linux":
        leaks, fresh = _audit_files(folder, wanted, secrets, known)
    else:
        leaks, fresh = _share_out(folder, wanted, secrets, known, jobs)
    known.update(fresh)
    return tuple(sorted(set(leaks)))


def _share_out(folder: Path, paths: list[str], secrets: Secrets, clean: set[str], jobs: int) -> tuple[list[Leak], set[str]]:
    """Let forked workers look at neighbouring files each."""
    size = -(-len(paths) // jobs)
    parts = [paths[at : at + size] for at in range(0, len(paths), size)]
    with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as pool:
        done = list(pool.map(_audit_files, [folder] * len(parts), parts, [secrets] * len(parts), [clean] * len(parts)))
    return [leak for leaks, _ in done for leak in leaks], set().union(*(fresh for _, fresh in done))


def _audit_files(folder: Path, paths: list[str], secrets: Secrets, clean: set[str]) -> tuple[list[Leak], set[str]]:
    auditor, leaks, fresh = Auditor(secrets), [], set()
    for path in paths:
        leaks += auditor.audit_name(path)
        file = folder / path
        if file.is_symlink():
            leaks.append(Leak(path, 0, -1, "link", mask(path)))
            continue
        try:
            data = file.read_bytes()
        except OSError as error:
            raise OutputError(f"Cannot read {file}: {error.strerror or error}. Build again, then audit again.") from error
        digest = f"{blake2b(data, digest_size=20).hexdigest()}{file.suffix}"
        if digest not in clean:
            found = list(auditor.audit_bytes(path, data))
            leaks += found
            if not found:
                fresh.add(digest)
    return leaks, fresh


class Auditor:
    """Looks through files for the secrets of one edition; remembers lines in which nothing was found."""

    def __init__(self, secrets: Secrets) -> None:
        """Make ready for one tree."""
        self._secrets, self._scanner = secrets, Scanner(secrets)
        self._clean: dict[str, set[bytes]] = {}
        self._ordinary: set[bytes] = set()

    def audit_name(self, path: str) -> Iterator[Leak]:
        """Look at the name of a file and of the folders it lies in."""
        for form in {path, undo_escapes(path)}:
            for kind, masked in self._scanner.weigh(self._scanner.find(fold(f"/{form}")), slice_round(f"/{form}")):
                yield Leak(path, 0, -1, kind, masked)

    def audit_bytes(self, path: str, data: bytes, depth: int = 0) -> Iterator[Leak]:
        """Look at what a file holds."""
        ending = path.rpartition("/")[2].rpartition(".")[2].lower()
        is_text = (ending in TEXTS or path == MANIFEST) and b"\0" not in data
        if not is_text:
            yield from self._audit_binary(path, data, depth)
            return
        if b";base64," in data:
            for number, (inlined, kind) in enumerate(_list_inlined(data), 1):
                yield from self.audit_bytes(f"{path}!{number}.{kind}", inlined, depth + 1)
            data = _INLINED.sub(b"data:", data)
        yield from self._audit_text(path, data, ending)

    def _audit_binary(self, path: str, data: bytes, depth: int) -> Iterator[Leak]:
        yield from (Leak(path, 0, offset, "metadata", name) for offset, name in find_metadata(data))
        for stretch in read_stretches(data):
            folded = fold(stretch.text)
            finds = self._scanner.find(folded, stretch.least)
            if finds:
                around = slice_round(stretch.text)
                for find in finds:
                    yield from (Leak(path, 0, stretch.offset + find.start, *hit) for hit in self._scanner.weigh([find], around, stretch.least))
        if data[:4] == b"PK\3\4" and depth < _DEPTH:
            try:
                for name, content in list_members(data):
                    yield from (Leak(f"{path}!{name}", each.line, each.offset, each.kind, each.masked) for each in self.audit_name(name))
                    yield from self.audit_bytes(f"{path}!{name}", content, depth + 1)
            except UnreadableArchive:
                yield Leak(path, 0, 0, "unread", "zip")

    def _audit_text(self, path: str, data: bytes, ending: str) -> Iterator[Leak]:
        """Look at the lines of a text that are not known to be clean."""
        clean = self._clean.setdefault(ending, set())
        calm = self._clean.setdefault(f"{ending} with lines round it", set())
        lines = data.split(b"\n")
        for index, line in enumerate(lines):
            if line in clean or (line in self._ordinary and _join(lines, index, 1) in calm):
                continue
            hits, depends = self._audit_line(lines, index, ending, "assets/" in path)
            yield from (Leak(path, index + 1, -1, *hit) for hit in hits)
            if not hits and depends == 0:
                clean.add(line)
            elif not hits and depends == 1:
                self._ordinary.add(line)
                calm.add(_join(lines, index, 1))

    def _audit_line(self, lines: list[bytes], index: int, ending: str, is_asset: bool) -> tuple[set[Hit], int]:
        """What a line holds, and how many lines on either side that depends on."""
        raw = lines[index].decode("utf-8", "replace")
        hits: set[Hit] = set()
        depends = 0
        for text in {raw, undo_escapes(raw, ending == "css")}:
            folded = fold(text)
            finds = self._scanner.find(folded)
            if finds:
                depends = max(depends, 1 if all(map(self._scanner.is_ordinary, finds)) else _ROUND)
                hits.update(self._scanner.weigh(finds, _surround(lines, index, text, ending)))
            if "@" in folded and not is_asset:
                hits.update(self._scanner.find_emails(folded))
        if may_ask(lines[index]):
            depends = _ROUND
            window = _join(lines, index, _ROUND).decode("utf-8", "replace") if len(raw) < _WIDE else raw
            hits.update(("outside-host", mask(host)) for host in find_hosts(window, ending) if host.lower() not in self._secrets.hosts)
        return hits, depends


def _join(lines: list[bytes], index: int, reach: int) -> bytes:
    """Join a line with so many lines on either side."""
    return b"\n".join(lines[max(0, index - reach) : index + reach + 1])


def _surround(lines: list[bytes], index: int, text: str, ending: str) -> Context:
    """Give the lines round a find; in one very long line, as scripts have them, what stands close by."""
    if len(text) >= _WIDE:
        return slice_round(text)
    made: dict[bool, str] = {}

    def surround(start: int, close: bool) -> str:
        if close not in made:
            joined = _join(lines, index, 1 if close else _ROUND).decode("utf-8", "replace")
            made[close] = plain(undo_escapes(joined, ending == "css"))
        return made[close]

    return surround


def _list_inlined(data: bytes) -> Iterator[tuple[bytes, str]]:
    """List the files that are inlined as base64, each with an ending that tells its kind."""
    for found in _INLINED.finditer(data):
        try:
            yield base64.b64decode(found[2] + b"=" * (-len(found[2]) % 4)), found[1].decode("ascii").rpartition("/")[2].partition("+")[0]
        except (binascii.Error, ValueError):
            continue
