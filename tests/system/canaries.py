"""A made-up word in every text of the sample school that the web may not show, and nowhere else.

Every scalar of every YAML and CSV file gets a word of its own, unless it is named below as one of
two things: structure (ids, days, words from a fixed list), or public. A field that a record gains
tomorrow gets its canary tomorrow; if it is structure, the check of the planted school says so.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import yaml
from PIL import Image
from PIL.PngImagePlugin import PngInfo

STRUCTURE = {
    "id", "learner_id", "learner", "learners", "artifact", "indicator", "indicators", "level", "rater", "rater_kind", "purpose", "version", "by",
    "kind", "made_on", "setting", "work_mode", "audience", "file", "link", "captions", "transcript", "shows", "voices", "decorative",
    "protocol", "cites", "told_to", "from", "on", "rubric", "hours", "shared_from", "public_id", "since", "cover", "pair", "a", "b",
    "can_present", "codes", "due", "status", "evidence", "type", "starts", "ends", "length_min", "mode", "needed", "booked", "lead_level",
    "questions_when", "confirmed", "came", "invited", "as", "drafts", "block", "minutes", "ref", "kept", "who", "goal", "rehearsed_on",
    "rating", "look_again", "rated_on", "released_on", "attempt", "may_receive", "may_consent", "interpreter", "private_time", "station",
    "session", "presenters", "order", "step_free", "opens", "closes", "teardown", "at", "needs", "adviser", "days", "table", "use", "band",
    "language", "review", "use_", "coordinator", "moved_to", "capacity", "photo_dot", "decision", "project", "nominate", "listener_of_last_resort",
}
"""Keys whose values are ids, days, numbers or words from a list. `kept`, `who`, `goal`, `since` are texts in some records: see TEXTS."""

TEXTS = {"help_used.kept", "family_says.who", "people.who", "feedback.goal", "conference.readiness.learner"}
"""Texts under keys that are structure elsewhere."""

WORK = {
    "artifact.title", "artifact.summary", "artifact.question", "artifact.made_of", "artifact.subjects", "artifact.makers.role",
    "artifact.media.title", "artifact.media.alt", "artifact.drafts.alt", "artifact.label.title", "artifact.label.statement", "pointer.role",
}
"""What consent to `work` shows of a public piece."""

WORDS = {
    "artifact.makers.contribution", "artifact.drafts.changed", "artifact.drafts.because", "artifact.evidence.because", "artifact.reflection.answers",
    "artifact.reflection.notes", "artifact.help_used.what", "artifact.help_used.kept", "artifact.help_used.changed", "pointer.contribution",
    "pointer.evidence.because", "pointer.reflection.answers", "profile.about_me", "profile.pronunciation", "profile.strengths", "profile.interests",
    "profile.values", "profile.aspirations", "profile.languages.name",
}
"""What consent to `words` shows."""

SCHOOLS = {"exhibition.title", "exhibition.big_question", "exhibition.statement"}
EXTRA = {
    "artifact": {"intended_audience": "", "form_chosen_because": "", "impact": ""},
    "goal": {"obstacle": "", "baseline": ""},
    "conference": {"listener_of_last_resort": "", "student_reflection_after": "", "place": ""},
    "profile": {"preferences": [""]},
}
"""Fields below public that the sample may not use: planted wherever they fit."""

OPEN_WORK = {"ana-r", "ben-k", "juno-p", "thea-m"}
OPEN_WORDS = {"ana-r", "juno-p", "thea-m"}
MARKED = {"river-sensor", "heron-in-three-colours", "catch-the-drop", "ana-r"}
"""Folders whose pictures get metadata: every format, work, drafts and a photo; more would say the same more slowly."""
LENT = {"kofi-a/valley-in-eight-layers"}
"""A piece of a learner who refused, shown by the leave of the classmate who points at it."""


class Grove:
    """Plants the canaries and remembers where each sits."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.numbers = count()
        self.planted: dict[str, str] = {}

    def word(self, where: str) -> str:
        """A new word of letters alone, so that no rule takes it for a number or an address."""
        number, letters = next(self.numbers), ""
        for _ in range(4):
            number, rest = divmod(number, 20)
            letters += "bcdfghjklmnpqrstvwxz"[rest]
        found = f"qzcan{letters}qz"
        self.planted[found] = where
        return found

    def plant_all(self, media: bool = True) -> None:
        """Plant in every record and table, and in every medium."""
        for path in sorted(self.root.glob("portfolios/**/*.yml")):
            self._plant_learner_file(path)
        for path in sorted(self.root.glob("content/**/*.yml")):
            self._plant_school_file(path)
        for path in sorted(self.root.glob("content/office/*.csv")):
            self._plant_table(path)
        for path in sorted(self.root.glob("portfolios/**/*")):
            if media and path.is_file() and path.suffix != ".yml":
                self._plant_medium(path)
        with (self.root / "content" / "CREDITS.md").open("a") as credits:
            credits.write(f"\n{self.word('CREDITS.md')}\n")

    def _plant_learner_file(self, path: Path) -> None:
        way = path.relative_to(self.root).parts
        learner, kind = way[1], {"profile.yml": "profile", "replies.yml": "reply", "artifact.yml": "artifact"}.get(way[-1], "")
        kind = kind or {"goals": "goal", "conferences": "conference"}[way[2]]
        tree = _read(path)
        if kind == "artifact" and "shared_from" in tree:
            kind = "pointer"
        for key, value in EXTRA.get(kind, {}).items():
            tree.setdefault(key, value)
        lent = "/".join(way[1:4:2]) in LENT
        shown = tree.get("audience") == "public" if isinstance(tree, dict) else False
        whole = tree if isinstance(tree, dict) else {}
        hidden_makers = {each["learner_id"] for each in whole.get("makers", ()) if each["learner_id"] not in OPEN_WORDS}

        def may(route: str, parents: tuple[Any, ...]) -> bool:
            holder = next((each for each in reversed(parents) if isinstance(each, dict)), {})
            least = next((each["audience"] for each in reversed(parents) if isinstance(each, dict) and "audience" in each), "")
            seen = {*(holder.get("shows") or ()), *(holder.get("voices") or ())}
            if not shown or least not in ("", "public") or holder.get("shows") or seen - OPEN_WORK:
                return False
            if route in WORK:
                return (learner in OPEN_WORK or lent) and (holder.get("learner_id") or learner) not in ({"noa-d", "kofi-a"} if "makers" in route else set())
            if "makers" in route and holder.get("learner_id") in hidden_makers:
                return False
            return route in WORDS and learner in OPEN_WORDS and (kind != "profile" or "languages" not in route or holder.get("can_present") == "true" or holder.get("can_present") == "yes")

        _write(path, self._walk(tree, kind, (), may, str(path.relative_to(self.root))))

    def _plant_school_file(self, path: Path) -> None:
        place = path.relative_to(self.root / "content").as_posix()
        if place in ("school.yml", "graduate_profile.yml") or place.startswith("graduate_profiles/"):
            return  # the school's own words; its private keys are planted below
        kind = {"exhibitions": "exhibition", "prompts.yml": "prompts", "conference_days": "conference_day"}.get(place.split("/")[0], place.split("/")[0])
        tree = _read(path)
        if kind == "prompts":
            tree = [self._walk(each, "prompt", (), lambda route, parents, each=each: each["use"] == "reflection", place) for each in tree]
        else:
            tree = self._walk(tree, kind, (), lambda route, parents: route in SCHOOLS, place)
        _write(path, tree)

    def _walk(self, value: Any, route: str, parents: tuple[Any, ...], may: Callable[[str, tuple[Any, ...]], bool], where: str) -> Any:
        if isinstance(value, dict):
            return {key: self._walk(each, _step(route, key), (*parents, value), may, where) if _is_text(route, key) or isinstance(each, dict | list) and _deep(each) else each for key, each in value.items()}
        if isinstance(value, list):
            return [self._walk(each, route, (*parents, value), may, where) for each in value]
        if may(route, parents):
            return value
        return f"{value.rstrip()} {self.word(f'{where}: {route}')}".strip()

    def _plant_table(self, path: Path) -> None:
        rows = list(csv.DictReader(path.open(encoding="utf-8")))
        for row in rows:
            for key in ("given_name", "family_name", "group", "cohort_year", "pseudonym", "family_edition_name", "name", "email", "notice_version", "giver"):
                if key in row and not (key == "group" and row[key] == ""):
                    row[key] = f"{row[key]}{self.word(f'{path.name}: {key}')}"
        if rows:
            out = io.StringIO()
            writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
            path.write_text(out.getvalue(), "utf-8")

    def _plant_medium(self, path: Path) -> None:
        where = str(path.relative_to(self.root))
        suffix, word = path.suffix.lower(), self.word(where)
        if suffix in (".jpg", ".jpeg", ".png", ".webp"):
            if path.parent.name not in MARKED:
                del self.planted[word]
                return
            _mark_picture(path, suffix, word)
        elif suffix == ".svg":
            path.write_text(path.read_text("utf-8").replace("</svg>", f"<metadata>{word}</metadata></svg>"), "utf-8")
        elif suffix == ".ipynb":
            tree = json.loads(path.read_text("utf-8"))
            tree["metadata"]["author"] = word
            path.write_text(json.dumps(tree), "utf-8")
        elif suffix in (".md", ".csv", ".py", ".vtt", ".txt"):
            learner = path.relative_to(self.root).parts[1]
            folder = _read(path.parent / "artifact.yml") if (path.parent / "artifact.yml").exists() else {}
            if learner not in OPEN_WORK or folder.get("audience") != "public":
                path.write_text(f"{path.read_text('utf-8').rstrip()} {word}\n", "utf-8")
            else:
                del self.planted[word]
        elif suffix in (".mp4", ".ogg", ".mp3", ".gif"):
            path.write_bytes(path.read_bytes() + word.encode())
        elif suffix in (".js", ".css"):
            path.write_text(f"{path.read_text('utf-8')}\n/* {word} */\n", "utf-8")
        elif suffix == ".html":
            path.write_text(path.read_text("utf-8").replace("</body>", f"<!-- {word} --></body>"), "utf-8")
        else:
            del self.planted[word]  # pdf, glb, stl, sb3: no byte of them is published, and their readers mind their ends

    def rename_media(self) -> None:
        """Give every medium a canary for a name, in its folder and in the records that name it."""
        for record in [*self.root.glob("portfolios/*/artifacts/*/artifact.yml"), *self.root.glob("portfolios/*/profile.yml")]:
            files = [each for each in record.parent.iterdir() if each.is_file() and each.suffix != ".yml"]
            for path in sorted(files, key=lambda each: -len(each.name)):
                name = f"{self.word(str(path.relative_to(self.root)))}-{len(path.name)}{path.suffix}"
                for other in [record, *self.root.glob(f"portfolios/{record.relative_to(self.root).parts[1]}/conferences/*.yml")]:
                    text = other.read_text("utf-8")
                    other.write_text(re.sub(rf"(?<![\w-]){re.escape(path.name)}(?![\w-])", name, text), "utf-8")
                path.rename(path.with_name(name))

    def rename_people(self) -> None:
        """Give every learner and every member of staff a canary for an id, everywhere."""
        learners = [each["learner_id"] for each in csv.DictReader((self.root / "content/office/roster.csv").open(encoding="utf-8"))]
        staff = [each["staff_id"] for each in csv.DictReader((self.root / "content/office/staff.csv").open(encoding="utf-8"))]
        rename_ids(self.root, {each: f"{each[0]}-{self.word(f'the id {each}')}" for each in (*learners, *staff)})


def rename_ids(root: Path, names: dict[str, str]) -> None:
    """Rename people in every record and folder of a school."""
    pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?![\w-])")
    for path in [*root.glob("content/**/*.yml"), *root.glob("content/**/*.csv"), *root.glob("portfolios/**/*.yml")]:
        path.write_text(pattern.sub(lambda found: names[found[1]], path.read_text("utf-8")), "utf-8")
    for folder in ("portfolios", "content/office/ratings", "content/office/learners"):
        for path in sorted((root / folder).iterdir()):
            if path.is_dir() and folder.endswith("ratings"):
                for each in sorted(path.iterdir()):
                    each.rename(each.with_name(pattern.sub(lambda found: names[found[1]], each.name)))
            path.rename(path.with_name(pattern.sub(lambda found: names[found[1]], path.name)))


def _step(route: str, key: str) -> str:
    return route if key in ("en", "es") or route.endswith((".answers", ".notes")) or key == "text" and route.startswith("profile.") and "family_says" not in route else f"{route}.{key}"


def _is_text(route: str, key: str) -> bool:
    if route.startswith("conference_day"):
        return key == "title"
    last = f"{route.rpartition('.')[2]}.{key}"
    return key not in STRUCTURE or last in TEXTS or f"{route}.{key}" in TEXTS or route.endswith(".answers")


def _deep(value: Any) -> bool:
    """Whether there may be texts below a value that stands under a structural key."""
    return isinstance(value, dict) or isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506


def _write(path: Path, tree: Any) -> None:
    path.write_text(yaml.dump(tree, allow_unicode=True, sort_keys=False, width=10_000, default_style='"'), "utf-8")


def _mark_picture(path: Path, suffix: str, word: str) -> None:
    """Write a word into the EXIF, the XMP and the comment of a picture, and behind its end."""
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><{word}/></x:xmpmeta>'.encode()
    with Image.open(path) as picture:
        exif = picture.getexif()
        exif[0x010E] = exif[0x013B] = exif[0x8298] = word
        if suffix == ".png":
            info = PngInfo()
            info.add_text("Author", word)
            info.add_itxt("XML:com.adobe.xmp", xmp.decode())
            picture.save(path, pnginfo=info, exif=exif)
        elif suffix == ".webp":
            picture.save(path, exif=exif, xmp=xmp, quality=80)
        else:
            picture.save(path, exif=exif, xmp=xmp, comment=word.encode(), quality=85)
    if suffix != ".webp":
        path.write_bytes(path.read_bytes() + word.encode())
