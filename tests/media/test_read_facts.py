"""What the room says about a path: facts for every medium, words for everything else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.media import UnreadableMedium, find_medium, get_limits, get_medium, read_facts
from generator.model.medium import MediumFacts

EXPECTED = {
    "photo.jpg": {"kind": "picture", "width": 60, "height": 40},
    "photo.png": {"kind": "picture", "width": 60, "height": 40},
    "photo.webp": {"kind": "picture", "width": 60, "height": 40},
    "lossless.webp": {"kind": "picture", "width": 60, "height": 40},
    "photo.gif": {"kind": "picture", "width": 60, "height": 40, "animated": False},
    "moving.gif": {"kind": "picture", "width": 20, "height": 10, "animated": True},
    "drawing.svg": {"kind": "svg", "width": 300, "height": 200},
    "talk.mp4": {"kind": "film", "seconds": 90, "width": 640, "height": 360},
    "turned.mov": {"kind": "film", "seconds": 5, "width": 360, "height": 640},
    "screen.webm": {"kind": "film", "seconds": 12.5, "width": 320, "height": 180},
    "recorded.webm": {"kind": "film", "seconds": 6},
    "song.m4a": {"kind": "sound", "seconds": 30},
    "song.mp3": {"kind": "sound", "seconds": 2.612},
    "counted.mp3": {"kind": "sound", "seconds": 26.122},
    "song.ogg": {"kind": "sound", "seconds": 4},
    "song.opus": {"kind": "sound", "seconds": 6},
    "song.wav": {"kind": "sound", "seconds": 2},
    "report.pdf": {"kind": "pdf", "count": 3},
    "packed.pdf": {"kind": "pdf", "count": 5},
    "notes.txt": {"kind": "text", "count": 2, "excerpt": "One line. Two lines: é."},
    "story.md": {"kind": "text", "count": 6, "excerpt": "The river\n\nIt is very muddy.\n\none two"},
    "data.csv": {"kind": "table", "count": 3, "excerpt": "day, mud\n1, 20\n2, 35"},
    "sixteen.csv": {"kind": "table", "count": 2, "excerpt": "day, mud\n1, 20"},
    "blink.py": {"kind": "code", "count": 4, "excerpt": "import time\nprint(time)"},
    "mud.ipynb": {"kind": "notebook", "count": 2, "excerpt": "Mud It is brown."},
    "cat.sb3": {"kind": "scratch", "count": 3},
    "case.glb": {"kind": "model3d", "count": 4},
    "case.stl": {"kind": "model3d", "count": 7},
    "text.stl": {"kind": "model3d", "count": 1},
    "game": {"kind": "webpage", "count": 2},
}


def _put(folder: Path, name: str, data: bytes) -> MediumFacts:
    """The facts of a file made for one test."""
    (folder / name).write_bytes(data)
    return read_facts(folder / name)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_facts_of_every_medium(name: str, sample_folder: Path) -> None:
    """Every medium of the contract is known by its content, with its size, time or count."""
    facts = read_facts(sample_folder / name)
    found = {key: getattr(facts, key) for key in EXPECTED[name]}
    assert (facts.problem, facts.advice) == ("", "")
    assert found == EXPECTED[name]
    assert find_medium(sample_folder / name) is get_medium(facts.kind)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_size_is_the_shown_size(form: str, orientation: int, make: dict, tmp_path: Path) -> None:
    """Width and height are those after turning the picture as its EXIF data ask."""
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = orientation
    facts = _put(tmp_path, f"a.{form.lower()}", make["picture"](form, exif=exif.tobytes()))
    assert (facts.width, facts.height) == ((40, 60) if orientation > 4 else (60, 40))


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "photo.webp", "photo.gif", "talk.mp4",
                                  "song.wav", "report.pdf", "cat.sb3", "case.glb", "case.stl",
                                  "drawing.svg", "mud.ipynb"])  # fmt: skip
def test_cut_off_file_is_noticed(name: str, samples: dict[str, bytes], tmp_path: Path) -> None:
    """A file whose last tenth is missing has a problem and keeps its kind."""
    data = samples[name]
    facts = _put(tmp_path, name, data[: len(data) * 9 // 10])
    assert facts.problem and facts.advice
    assert facts.kind == EXPECTED[name]["kind"]


def test_photo_with_something_behind_it_is_whole(samples: dict[str, bytes], tmp_path: Path) -> None:
    """Phones hang films on photos: an end marker far from the file's end is still found."""
    assert _put(tmp_path, "motion.jpg", samples["photo.jpg"] + bytes(200_000)).problem == ""


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("essay.docx", "PDF"), ("essay.pages", "PDF"), ("talk.key", "PDF"), ("talk.pptx", "PDF"),
        ("sheet.xlsx", "CSV"), ("art.psd", "PNG"), ("all.zip", "Unpack"), ("game.exe", "film"),
        ("clip.avi", "MP4"), ("song.wma", "MP3"), ("old.sb2", ".sb3"), ("page.html", "index.html"),
        ("plan.gdoc", "PDF"), ("thing.obj", "GLB"), ("photo.jpg.exe", "film"), ("what.qqq", "JPEG"),
    ],
)  # fmt: skip
def test_refused_with_advice(name: str, word: str, tmp_path: Path) -> None:
    """What is not taken is refused with what to export instead."""
    facts = _put(tmp_path, name, b"PK\x03\x04 whatever")
    assert facts.kind == ""
    assert facts.problem and word in facts.advice


@pytest.mark.parametrize("inside", [b"<!doctype html><p>Hi", b"<svg></svg>", b"plain words", b"PK\x03\x04", b"MZ\x90\0"])
def test_wrong_type_under_a_picture_name(inside: bytes, tmp_path: Path) -> None:
    """A .jpg that is a web page, a drawing, text, an archive or a program is no picture."""
    facts = _put(tmp_path, "photo.jpg", inside)
    assert facts.kind == ""
    assert '".jpg"' in facts.problem


@pytest.mark.parametrize("name", ["photo.txt", "photo.mp4", "photo", "photo.csv", "photo.pdf"])
def test_picture_under_another_name(name: str, samples: dict[str, bytes], tmp_path: Path) -> None:
    """A picture whose name promises something else is told apart, with the ending to give it."""
    facts = _put(tmp_path, name, samples["photo.jpg"])
    assert facts.kind == "picture"
    assert facts.problem and ".jpg" in facts.advice


def test_picture_of_another_picture_format_is_fine(samples: dict[str, bytes], tmp_path: Path) -> None:
    """A JPEG named .png is a picture all the same: it is made anew anyway."""
    assert _put(tmp_path, "photo.png", samples["photo.jpg"]).problem == ""


def test_film_and_sound_are_told_apart_by_tracks(make: dict, tmp_path: Path) -> None:
    """An MP4 without moving pictures is no film, an M4A with them no sound."""
    assert _put(tmp_path, "a.mp4", make["movie"](b"isom", b"soun", 3)).problem
    assert _put(tmp_path, "b.m4a", make["movie"](b"isom", b"vide", 3)).problem
    assert _put(tmp_path, "c.m4a", make["movie"](b"isom", b"soun", 3)).problem == ""


def test_changing_bitrate_without_a_count(tmp_path: Path) -> None:
    """An MP3 of quick and slow frames that nobody counted is timed by all of them, not the first."""
    quick, slow = b"\xff\xfb\x90\x00" + bytes(413), b"\xff\xfb\x50\x00" + bytes(204)
    facts = _put(tmp_path, "a.mp3", (quick + slow) * 100)
    assert abs(facts.seconds - 200 * 1152 / 44100) < 0.05


def test_missing_empty_and_folder(tmp_path: Path) -> None:
    """A missing file, an empty one, a plain folder and a name no system takes have problems."""
    (tmp_path / "plain").mkdir()
    assert "no such file" in read_facts(tmp_path / "gone.jpg").problem
    assert "empty" in _put(tmp_path, "empty.jpg", b"").problem
    assert "index.html" in read_facts(tmp_path / "plain").advice
    assert read_facts(tmp_path / "a\0b").problem
    assert read_facts(tmp_path / ("a" * 300)).problem
    assert find_medium(tmp_path / "gone.jpg") is None


def test_symlink_is_not_followed(sample_folder: Path, tmp_path: Path) -> None:
    """A link to a file or folder, or to nowhere, is a problem and is never opened."""
    for name, target in (("a.jpg", "photo.jpg"), ("page", "game"), ("b.jpg", "gone")):
        (tmp_path / name).symlink_to(sample_folder / target)
        facts = read_facts(tmp_path / name)
        assert (facts.kind, facts.size) == ("", 0)
        assert "link" in facts.problem
        with pytest.raises(UnreadableMedium):
            get_medium("picture").read_facts(tmp_path / name)


def test_link_inside_a_web_page_is_refused(sample_folder: Path, tmp_path: Path) -> None:
    """A web page's folder may not reach out by a link."""
    (tmp_path / "index.html").write_text("x", encoding="utf-8")
    assert read_facts(tmp_path).problem == ""
    (tmp_path / "photo.jpg").symlink_to(sample_folder / "photo.jpg")
    assert "link" in read_facts(tmp_path).problem


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipe_does_not_block(tmp_path: Path) -> None:
    """A pipe is refused at once; waiting for it would stop the whole school."""
    os.mkfifo(tmp_path / "pipe.jpg")
    assert "ordinary file" in read_facts(tmp_path / "pipe.jpg").problem


def test_limits_of_the_contract() -> None:
    """60 megapixels and 40 MB a picture, 300 MB and 20 minutes a film, 100 MB a PDF."""
    mega = 1024 * 1024
    assert get_limits(get_medium("picture")) == {"bytes": 40 * mega, "pixels": 60_000_000}
    assert get_limits(get_medium("film")) == {"bytes": 300 * mega, "seconds": 1200}
    assert get_limits(get_medium("pdf")) == {"bytes": 100 * mega}


def test_over_the_limits(make: dict, tmp_path: Path) -> None:
    """Too many pixels, bytes or minutes are a problem that says how much and how to shrink."""
    bomb = make["picture"]("PNG", (1, 1))
    wide = bomb[:16] + (20_000).to_bytes(4, "big") + (20_000).to_bytes(4, "big") + bomb[24:]
    facts = _put(tmp_path, "bomb.png", wide)
    assert "400 megapixels; the most is 60" in facts.problem and "pixels" in facts.advice
    facts = _put(tmp_path, "long.mp4", make["movie"](b"isom", b"vide", 1201))
    assert "a little over 20 minutes" in facts.problem
    with (tmp_path / "big.jpg").open("wb") as file:
        file.write(make["picture"]("JPEG"))
        file.truncate(41 * 1024 * 1024)
    assert "is 41 MB big; the most is 40 MB" in read_facts(tmp_path / "big.jpg").problem


def test_school_may_only_ask_for_less(sample_folder: Path) -> None:
    """Limits given lower a kind's own and never raise them."""
    assert read_facts(sample_folder / "photo.jpg", {"picture_pixels": 100}).problem
    assert read_facts(sample_folder / "photo.jpg", {"film_seconds": 1}).problem == ""
    assert get_limits(get_medium("film"), {"film_seconds": 9999})["seconds"] == 1200


def test_locked_pdf_and_odd_models(make: dict, tmp_path: Path) -> None:
    """A locked PDF and a model that needs other files are problems."""
    assert "locked" in _put(tmp_path, "a.pdf", make["pdf"](1, extra=b"/Encrypt 9 0 R")).problem
    assert "other files" in _put(tmp_path, "a.glb", make["glb"]("https://example.org/a.bin")).problem
    assert _put(tmp_path, "b.glb", make["glb"]("data:,x")).problem == ""


def test_scratch_archives_stay_within_caps(tmp_path: Path) -> None:
    """An archive that blows up, or holds no project, is refused without being unpacked."""
    import zipfile

    with zipfile.ZipFile(tmp_path / "bomb.sb3", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.json", b" " * (210 * 1024 * 1024))
    assert "not one that Scratch saves" in read_facts(tmp_path / "bomb.sb3").problem
    with zipfile.ZipFile(tmp_path / "none.sb3", "w") as archive:
        archive.writestr("word/document.xml", "x")
    assert read_facts(tmp_path / "none.sb3").problem


def test_heic_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A HEIC photo is recognised; without its extra the problem says so, and how to convert."""
    import sys

    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    facts = _put(tmp_path, "photo.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100))
    assert facts.kind == "picture"
    assert "exhibit[heic]" in facts.problem and "JPEG" in facts.advice
