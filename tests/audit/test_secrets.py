"""What counts as a secret of an edition on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.audit import Secrets, collect_secrets
from generator.audit._text import fold, undo_escapes
from generator.audit.secrets import is_distinctive
from generator.loading import load_school
from tests.conftest import DAY


def test_what_is_collected(secrets: Secrets, root: Path) -> None:
    """Ids, addresses, file names, the school's folder and names that no page prints."""
    words = dict(secrets.words)
    assert words["ana-r"] == "learner-id" and words["isa"] == "learner-id-in-path"
    assert words["kim@school.example"] == "staff-email" and "desk@school.example" not in words
    assert words["bridge-at-dusk.png"] == "file-name" and words["img_20260912_1432"] == "file-name"
    assert words[fold(str(root))] == "machine-path"
    assert words["noa"] == "withheld-name" and words["benjamin"] == "given-name" and "ana" not in words


def test_the_day_decides_which_names_are_printed(root: Path) -> None:
    """A name counts as printed only while its consent holds."""
    school = load_school(root, jobs=1).school
    assert "brooks" in collect_secrets(school, "public", DAY, root).printed
    late = collect_secrets(school, "public", date(2030, 1, 1), root)
    assert late.printed == frozenset() and late.digest != collect_secrets(school, "public", DAY, root).digest
    assert "anita" in collect_secrets(school, "family", DAY, root).printed


def test_distinctive_file_names() -> None:
    """Words that thousands of files are called by are not looked for."""
    assert [name for name in ("photo.jpg", "IMG_2031.jpg", "me.jpg", "index.html", "poster.png", "kitchen-sink.mp4", "lorenzotti.pdf", "draft") if is_distinctive(name)] == [
        "IMG_2031.jpg", "kitchen-sink.mp4", "lorenzotti.pdf",
    ]


def test_a_file_name_that_many_have_is_none(root: Path) -> None:
    """What stands in many learners' folders tells nobody anything."""
    found = load_school(root, jobs=1).school
    one = next(iter(found.learners["ana-r"].files))
    many = {**found.learners}
    for each in ("ben-k", "noa-d"):
        many[each] = replace(found.learners[each], files={one: found.learners["ana-r"].files[one]})
    changed = replace(found, learners=many)
    assert fold(one.rpartition("/")[2]) not in {word for word, _ in collect_secrets(changed, "public", DAY, root).words}


def test_text_is_brought_to_one_form() -> None:
    """Accents, case, widths, invisible letters and escapes of every kind, nested too."""
    assert {fold(each) for each in ("Márquez", "MARQUEZ", "Ma\u0301rquez", "Ｍarquez", "Mar\u00adquez", "Mar\u200bquez")} == {"marquez"}
    assert undo_escapes("&amp;#65;na \\u0041na %41na \\x41na") == "Ana Ana Ana Ana"
    assert undo_escapes("\\41 na", css=True) == "Ana"
