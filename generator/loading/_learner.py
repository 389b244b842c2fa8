"""One folder of `portfolios/` to a `Learner`: every record that can be read, and what cannot."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator import layout, media
from generator.findings import Place, Problem
from generator.ids import is_id, suggest_id
from generator.loading import _paths
from generator.loading._records import Read, read_record, read_records
from generator.loading._text import decode_text, read_bytes, refuse_conflict_markers
from generator.loading._trouble import Trouble
from generator.loading._yaml import parse_yaml
from generator.loading.sources import SourceMap
from generator.model.artifact import Artifact, Pointer
from generator.model.conference import Conference
from generator.model.learner import Goal, Profile, Reply
from generator.model.medium import MediumFacts
from generator.model.units import Unit
from generator.model.whole import Learner


@dataclass(slots=True)
class LoadedLearner:
    """A learner with the problems met on the way and the entries left out, by path."""

    learner: Learner
    problems: list[Problem] = field(default_factory=list)
    dropped: dict[str, tuple[Unit, ...]] = field(default_factory=dict)


def load_learner(root: Path, learner_id: str, *, limits: Mapping[str, int] | None = None, revisions: bool = False) -> LoadedLearner:
    """Load one learner's folder; never raises on what was written in it.

    With `revisions` each artifact's record and media are hashed, which approval by record needs.
    """
    return _Reader(root, learner_id, limits or {}, revisions).load()


_REVISION_MAX = 400 * 1024 * 1024


class _Reader:
    """Reads the files of one learner and gathers what is wrong with them."""

    def __init__(self, root: Path, learner_id: str, limits: Mapping[str, int], revisions: bool) -> None:
        self.root, self.learner_id, self.limits, self.with_revisions = root, learner_id, limits, revisions
        self.top = os.fspath(root)
        self.base = f"{layout.PORTFOLIOS}/{learner_id}"
        self.problems: list[Problem] = []
        self.dropped: dict[str, tuple[Unit, ...]] = {}
        self.files: dict[str, MediumFacts] = {}
        self.texts: dict[str, str] = {}
        self.revisions: dict[str, str] = {}

    def load(self) -> LoadedLearner:
        """Read every record of the folder."""
        self.refuse_clashes(self.base, self.list_folder(self.base))
        artifacts, pointers = self.load_artifacts()
        self.look_for_yaml_suffix(f"{self.base}/profile.yml")
        profile = self.load_one(Profile, f"{self.base}/profile.yml")
        if profile is not None and self.with_revisions:
            self.revisions[""] = self.revision_of(f"{self.base}/profile.yml", self.base, [])
        learner = Learner(
            learner_id=self.learner_id,
            profile=self.keep_photo(profile),
            goals=self.load_many(Goal, "goals"),
            artifacts=artifacts,
            pointers=pointers,
            conferences=self.load_many(Conference, "conferences"),
            replies=self.load_replies(),
            files=self.files,
            texts=self.texts,
            revisions=self.revisions,
        )
        return LoadedLearner(learner, self.problems, self.dropped)

    def full(self, path: str) -> str:
        """The whole path of a file, as text: joining `Path` objects took a tenth of the time of a load."""
        return f"{self.top}/{path}"

    def load_one(self, model: type[Any], path: str) -> Any:
        """Read one record; None where it is absent or held back."""
        return self.read(path, lambda parsed: read_record(model, parsed, path, self.learner_id))

    def load_many(self, model: type[Any], folder: str) -> dict[str, Any]:
        """Read every `<id>.yml` of a folder."""
        names = self.list_folder(f"{self.base}/{folder}")
        self.refuse_clashes(f"{self.base}/{folder}", names)
        found: dict[str, Any] = {}
        for name in names:
            path = f"{self.base}/{folder}/{name}"
            stem, dot, suffix = name.rpartition(".")
            if suffix != "yml" or not dot:
                self.note_misplaced(path)
            elif self.has_good_id(stem, path):
                record = self.load_one(model, path)
                if record is not None:
                    found[stem] = record
        return found

    def load_artifacts(self) -> tuple[dict[str, Artifact], dict[str, Pointer]]:
        """Read the artifacts of the learner: the pieces owned and the pointers to others' pieces."""
        artifacts: dict[str, Artifact] = {}
        pointers: dict[str, Pointer] = {}
        names = self.list_folder(f"{self.base}/artifacts")
        clashing = self.refuse_clashes(f"{self.base}/artifacts", names)
        for name in names:
            folder = f"{self.base}/artifacts/{name}"
            if os.path.islink(self.full(folder)):
                self.add(Trouble("SRC022", "This folder is a link to another place, and links are not followed.", "Put the folder itself here."), folder)
                continue
            if not os.path.isdir(self.full(folder)):
                self.note_misplaced(folder)
                continue
            if name in clashing or not self.has_good_id(name, folder):
                continue
            record = self.load_artifact(folder)
            if isinstance(record, Artifact):
                artifacts[name] = record
            elif record is not None:
                pointers[name] = record
        return artifacts, pointers

    def load_artifact(self, folder: str) -> Artifact | Pointer | None:
        """Read one artifact or pointer with the facts of its media."""
        path = f"{folder}/artifact.yml"
        if not os.path.lexists(self.full(path)):
            self.look_for_yaml_suffix(path)
            self.add(Trouble("SRC025", "This folder has no artifact.yml.", "Write one, for instance with `exhibit new artifact`, or take the folder away."), path)
            return None
        self.refuse_clashes(folder, self.list_folder(folder))
        record = self.read(path, lambda parsed: read_record(_model_of(parsed.tree), parsed, path, self.learner_id))
        if isinstance(record, Artifact):
            record = self.keep_safe_media(record, folder, path)
        if record is not None and self.with_revisions:
            names = _files_of(record) if isinstance(record, Artifact) else []
            self.revisions[folder.rpartition("/")[2]] = self.revision_of(path, folder, names)
        return record

    def keep_safe_media(self, record: Artifact, folder: str, path: str) -> Artifact:
        """Leave out entries whose path is unsafe, and gather the facts of the others."""
        units: list[Unit] = []
        for name in ("media", "drafts"):
            for index, entry in enumerate(getattr(record, name)):
                files = {key: getattr(entry, key, None) for key in ("file", "captions", "transcript")}
                way = _in_file((name, index), self.dropped.get(path, ()))
                if not all(self.take_file(folder, path, (*way, key), value) for key, value in files.items() if value):
                    units.append((name, index))
        if not units:
            return record
        self.dropped[path] = tuple(sorted({*self.dropped.get(path, ()), *(_in_file(unit, self.dropped.get(path, ())) for unit in units)}))
        gone = set(units)
        kept = {name: tuple(entry for index, entry in enumerate(getattr(record, name)) if (name, index) not in gone) for name in ("media", "drafts")}
        return record.model_copy(update=kept)

    def keep_photo(self, profile: Profile | None) -> Profile | None:
        """Gather the facts of the profile's photo, or leave it out."""
        if profile is None or profile.photo is None:
            return profile
        if self.take_file(self.base, f"{self.base}/profile.yml", ("photo", "file"), profile.photo.file):
            return profile
        return profile.model_copy(update={"photo": None})

    def take_file(self, folder: str, path: str, way: tuple[str | int, ...], name: str) -> bool:
        """Gather the facts of one named file; False, with a problem, where its path is unsafe.

        `way` leads to the name in the file of the record, entries that were left out included.
        """
        try:
            _paths.refuse_unsafe_path(name)
            if _paths.crosses_link(self.root / folder, name):
                raise Trouble("SRC022", f'"{name}" is a link to another place, and links are not followed.', "Put the file itself beside the record.")
        except Trouble as trouble:
            line, column, _ = SourceMap(self.root).locate(Place(path, way))
            self.problems.append(Problem(trouble.code, trouble.message, trouble.hint, Place(path, way, line, column), self.learner_id))
            return False
        member = f"{folder}/{name}"
        if member not in self.files and os.path.lexists(self.full(member)):
            facts = self.files[member] = media.read_facts(self.root / member, self.limits)
            if way[-1] in ("captions", "transcript"):
                self.take_text(member)
            elif not facts.problem:
                self.take_words(member, facts)
        return True

    def take_words(self, member: str, facts: MediumFacts) -> None:
        """Read what a text-like medium says, so that a page can show it; other kinds have no words."""
        read_words = getattr(media.get_medium(facts.kind), "read_words", None)
        if read_words is None:
            return
        try:
            words = read_words(self.root / member, facts)
        except media.UnreadableMedium as problem:
            self.files[member] = replace(facts, problem=problem.reason, advice=problem.advice)
            return
        text = words if isinstance(words, str) else "\n".join("\t".join(cell.replace("\t", " ") for cell in row) for row in words)
        try:
            refuse_conflict_markers(text)
        except Trouble as trouble:
            self.add(trouble, member)
            self.files[member] = replace(facts, problem=trouble.message, advice=trouble.hint)
            return
        self.texts[member] = text

    def take_text(self, member: str) -> None:
        """Read the words of a transcript or of captions."""
        try:
            self.texts[member] = decode_text(read_bytes(self.root / member))
        except Trouble as trouble:
            self.add(trouble, member)

    def revision_of(self, path: str, folder: str, names: list[str]) -> str:
        """Hash a record and its media: the revision that an approval names."""
        digest = hashlib.blake2b(digest_size=8)
        for name in (path, *(member for each in names for member in self.list_members(f"{folder}/{each}"))):
            try:
                digest.update(read_bytes(self.root / name, _REVISION_MAX))
            except Trouble:
                digest.update(b"absent")
            digest.update(b"\0")
        return digest.hexdigest()

    def list_members(self, name: str) -> list[str]:
        """List the files below a medium that is a folder, in order; a file stands for itself."""
        if not os.path.isdir(self.full(name)):
            return [name]
        found = [os.path.join(folder, each) for folder, _, files in os.walk(self.root / name) for each in files]
        return sorted(os.path.relpath(each, self.root) for each in found)

    def load_replies(self) -> tuple[Reply, ...]:
        """Read the learner's answers to ratings."""
        path = f"{self.base}/replies.yml"
        return self.read(path, lambda parsed: read_records(Reply, parsed, path, self.learner_id)) or ()

    def read(self, path: str, then: Any) -> Any:
        """Read and parse a file and pass it on; None, with a problem, where that fails."""
        full = self.full(path)
        if not os.path.lexists(full):
            return None
        try:
            read: Read = then(parse_yaml(decode_text(read_bytes(full))))
        except Trouble as trouble:
            self.add(trouble, path)
            return None
        self.problems.extend(read.problems)
        if read.dropped:
            self.dropped[path] = read.dropped
        return read.record

    def list_folder(self, folder: str) -> list[str]:
        """List the names in a folder in order; links to folders are refused, names of tools skipped."""
        try:
            if os.path.islink(self.full(folder)):
                self.add(Trouble("SRC022", "This folder is a link to another place, and links are not followed.", "Put the folder itself here."), folder)
                return []
            return sorted(name for name in os.listdir(self.full(folder)) if not name.startswith((".", "__MACOSX")) and name != "Thumbs.db")
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            self.add(Trouble("SRC001", f"This folder could not be opened ({error.strerror}).", "Check that you may read it."), folder)
            return []

    def refuse_clashes(self, folder: str, names: list[str]) -> set[str]:
        """Note names that are one name on some computers, and give them."""
        clashing: set[str] = set()
        for group in _paths.find_clashes(names):
            self.add(_paths.clash_trouble(group), f"{folder}/{group[0]}")
            clashing.update(group)
        return clashing

    def has_good_id(self, stem: str, path: str) -> bool:
        """Tell whether a file or folder is named by an id; note it where it is not."""
        if is_id(stem):
            return True
        better = suggest_id(stem) or "my-record"
        self.add(Trouble("SRC013", f'"{stem}" is no id: small letters a to z, figures and single hyphens were expected.', f"Rename it, for instance to {better}."), path)
        return False

    def look_for_yaml_suffix(self, path: str) -> None:
        """Note a `.yaml` where a `.yml` is read."""
        other = path.removesuffix(".yml") + ".yaml"
        if os.path.lexists(self.full(other)):
            self.note_misplaced(other)

    def note_misplaced(self, path: str) -> None:
        """Note a file that stands where a record is expected but is not read."""
        name = path.rpartition("/")[2]
        hint = f"Rename it to {name.removesuffix('.yaml')}.yml." if name.endswith(".yaml") else "Move it beside the artifact it belongs to, or take it away."
        self.add(Trouble("SRC027", f'"{name}" stands here but is not read.', hint), path)

    def add(self, trouble: Trouble, path: str) -> None:
        """Note a problem of a file."""
        self.problems.append(trouble.at(path, self.learner_id))


def _files_of(record: Artifact) -> list[str]:
    """Name every file of a piece that an edition may show, its words included."""
    shown = [entry.file for entry in (*record.media, *record.drafts) if entry.file]
    words = [name for entry in record.media for name in (entry.captions, entry.transcript) if name]
    return [*shown, *words]


def _model_of(tree: object) -> type[Artifact] | type[Pointer]:
    return Pointer if isinstance(tree, dict) and "shared_from" in tree else Artifact


def _in_file(unit: Unit, dropped: tuple[Unit, ...]) -> Unit:
    """Move a position of a record to that of its file, past the entries that were left out before."""
    name, index = unit
    for _, gone in sorted(each for each in dropped if each[0] == name):
        index += gone <= index
    return name, index


def list_learners(root: Path) -> Iterator[str]:
    """List the folders of `portfolios/` in order, whatever their names."""
    try:
        with os.scandir(root / layout.PORTFOLIOS) as entries:
            found = [entry.name for entry in entries if not entry.name.startswith(".")]
    except (FileNotFoundError, NotADirectoryError):
        found = []
    yield from sorted(found)
