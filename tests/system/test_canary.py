"""A canary in every text, name, id, file name and piece of metadata that may not be public: none sings on the web."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Callable
from pathlib import Path

from generator.pipeline import check_school
from tests.system.canaries import Grove
from tests.system.sample import DAY, ROOT, Sample, build, read_tree

ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
BINARY = (".webp", ".woff2", ".png", ".ico")


def decode(path: str, data: bytes) -> str:
    """All the text that bytes may hold, in lower case: as they are, with JSON's and HTML's escapes undone, and as UTF-16."""
    if path.endswith(BINARY):
        return f"{path}\n{data.decode('latin-1')}\n{data.decode('utf-16-le', 'ignore')}".lower()
    text = data.decode("utf-8", "replace")
    plain = ESCAPE.sub(lambda found: chr(int(found[1], 16)), html.unescape(text))
    return "\n".join((path, text, plain)).lower()


def test_no_canary_sings_in_public(fresh: Callable[..., Path]) -> None:
    """Not one canary is in any byte of the public tree, nor in the name of any file."""
    root = fresh()
    grove = Grove(root)
    grove.plant_all()
    grove.rename_media()
    grove.rename_people()
    found = [f"{each.path}: {each.message}" for each in check_school(root, DAY, jobs=1).findings if each.severity.name == "ERROR"]
    assert found == []
    outcome = build(root, jobs=2)
    assert outcome.held == () and outcome.status == 0
    tree = read_tree(root / "site")
    assert sum(path.startswith("a/") and path.endswith(".html") for path in tree) == 13
    everything = "\n".join(decode(path, data) for path, data in tree.items())
    heard = set(re.findall(r"qzcan[a-z]{4}qz", everything))
    assert len(grove.planted) > 600
    assert sorted(grove.planted[each] for each in heard) == []
    assert "qzcan" not in everything


def test_staff_hears_them(fresh: Callable[..., Path]) -> None:
    """The same canaries do sing inside the school, so the test above listens to real birds."""
    root = fresh()
    grove = Grove(root)
    grove.plant_all(media=False)
    build(root, "staff", jobs=2)
    everything = "\n".join(decode(path, data) for path, data in read_tree(root / "editions" / "staff").items() if path.endswith(".html"))
    heard = {grove.planted[word].rpartition(": ")[2] for word in re.findall(r"qzcan[a-z]{4}qz", everything)}
    assert {"artifact.title", "artifact.reflection.answers", "profile.about_me", "goal.title", "artifact.feedback.next"} <= heard


def test_ids_and_names_are_nowhere(sample: Sample) -> None:
    """No learner's id, family name or given name, no name of staff and no original file name is in the public tree."""
    roster = list(csv.DictReader((ROOT / "content/office/roster.csv").open(encoding="utf-8")))
    staff = list(csv.DictReader((ROOT / "content/office/staff.csv").open(encoding="utf-8")))
    words = {row["learner_id"] for row in roster} | {row["family_name"] for row in roster} | {row["staff_id"] for row in staff}
    words |= {row["name"] for row in staff} | {row["email"] for row in staff} | {"Ana Lucia", "Benjamin", "Theodora", "Anita", "Kingfisher 7", "Noa", "Kofi", "Salma"}
    files = {path.name for path in (ROOT / "portfolios").rglob("*") if path.is_file() and path.suffix != ".yml"} - {"index.html"}
    tree = {path: data for path, data in read_tree(sample.public).items() if not path.startswith("assets/")}
    everything = "\n".join(decode(path, data) for path, data in tree.items())
    there = [each for each in sorted(words | files) if each.lower() in everything]
    assert [each for each in there if re.search(rf"(?<![\w-]){re.escape(each.lower())}(?![\w-])", everything)] == []
