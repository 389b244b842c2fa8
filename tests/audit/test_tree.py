"""The audit finds every class of leak in every kind of file, says where it is, and leaves clean trees alone."""

from __future__ import annotations

import base64
import io
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator.audit import Leak, Secrets, audit_tree, find_certain
from tests.audit.conftest import PAGE

Audit = Callable[..., tuple[Leak, ...]]
InPage = Callable[[str], list[tuple[str, int]]]


def kinds(leaks: tuple[Leak, ...]) -> set[str]:
    """The kinds of what was found."""
    return {leak.kind for leak in leaks}


def picture(form: str, **more: object) -> bytes:
    """A small picture with whatever metadata is asked for."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8), (10, 90, 70)).save(out, form, **more)
    return out.getvalue()


def exif() -> bytes:
    """Exif with a place."""
    data = Image.Exif()
    data.get_ifd(0x8825)[1] = "N"
    data[0x010E] = "a picture"
    return data.tobytes()


def test_a_clean_tree(audit: Audit) -> None:
    """Printed names, ordinary words and the school's own address are no leaks."""
    assert audit({}) == ()
    words = "<p>Ana likes rivers. Rivers are brown. Nora drew rivers; Joe: Brown to the line. desk@school.example, Larkspur hall, photo.jpg</p>"
    assert audit({"b.html": PAGE.format(words).encode()}) == ()


@pytest.mark.parametrize(("html", "kind"), [
    ('<a href="../ana-r/">x</a>', "learner-id"), ("<p>ANA-R</p>", "learner-id"), ("<p>ana&#45;r</p>", "learner-id"), ("<a href='ana%2Dr'>x</a>", "learner-id"),
    ('<a href="portfolios/isa/x.html">x</a>', "learner-id"),
    ("<!-- kim@school.example -->", "staff-email"), ("<p>KIM&commat;school.example</p>", "staff-email"),
    ("<p>bridge-at-dusk.png</p>", "file-name"), ("<img src='IMG_20260912_1432-400.webp'>", "file-name"), ("<p>img_20260912_1432</p>", "file-name"),
    ('<img src="bridge-at-dusk-800.webp" alt="">', "file-name"),
    ("<p>saved in /home/pi/code</p>", "machine-path"), ("<p>C:\\Users\\kim\\x.py</p>", "machine-path"), ("<p>file:///tmp/x</p>", "machine-path"), ("<p>/Users/kim/x</p>", "machine-path"),
    ('<script src="https://cdn.example.org/x.js"></script>', "outside-host"), ('<img alt=""\nsrc=//cdn.example.org/x.png>', "outside-host"),
    ('<img srcset="a.webp 1x, https://cdn.example.org/x.png 2x">', "outside-host"), ('<link rel="stylesheet" href="https://cdn.example.org/x.css">', "outside-host"),
    ('<p style="background:url(https://cdn.example.org/x)">', "outside-host"), ('<iframe srcdoc="&lt;img src=https://cdn.example.org/x&gt;"></iframe>', "outside-host"),
    ('<meta http-equiv="refresh" content="0; url=https://cdn.example.org/">', "outside-host"), ("<script>fetch('https://cdn.example.org')</script>", "outside-host"),
    ("<p>Ana Rosales</p>", "full-name"), ("<p>Rosales, Ana Lucia</p>", "full-name"), ("<p>ana</p>\n<b>ROSALES</b>", "full-name"), ("<p>Benjamin &amp; the <i>Kessler</i> family</p>", "full-name"),
    ('<img alt="Ana Rosales">', "full-name"), ("<p>Gabi, a Ma\u0301rquez</p>", "full-name"), ("<p>Ro\u00adsa\u200bles, Ana</p>", "full-name"), ("<p>王美玲</p>", "full-name"),
    ("<p>Nora Rivers</p>", "full-name"), ("<p>Rivers, Nora</p>", "full-name"), ("<p>Joe\u00a0Brown</p>", "full-name"), ("<a href='joe-brown'>x</a>", "full-name"), ("<p>Isa Brooks</p>", "full-name"),
    ("<p>Noa Delacroix</p>", "full-name"),
])
def test_certain_leaks_in_a_page(in_page: InPage, html: str, kind: str) -> None:
    """Each class is found in HTML however it is escaped, and stops the edition."""
    found = in_page(html)
    assert kind in {each for each, _ in found}
    assert all(line in (6, 7) for _, line in found)


@pytest.mark.parametrize(("html", "kind"), [
    ("<p>The Rosales bridge</p>", "family-name"), ("<p>Márquez wrote it</p>", "family-name"), ("<p>with Noa</p>", "withheld-name"), ("<p>Benjamin was there</p>", "given-name"),
    ("<p>write to aunt@mail.example</p>", "email"),
])
def test_what_somebody_should_look_at(in_page: InPage, html: str, kind: str) -> None:
    """A bare name and a stranger's address are listed and stop nothing."""
    assert in_page(html) == [(kind, 6)]


@pytest.mark.parametrize("html", [
    "<p>Joe</p><h3>Brown to the line</h3>", '<img alt="Joe" title="Brown water">', "<p>By Joe. Brown is a colour.</p>", "<p>Brooks, Isa and Ana</p>", "<p>Nora measured rivers</p>",
    '<a href="https://example.org/data">data</a>', '<link rel="canonical" href="https://school.example/">', '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    "<p>susana-rosa, banana-rice</p>", "<p>Isa</p>", '<a href="/home/index.html">x</a>', "<code>&lt;script src=&quot;https://cdn.example.org&quot;&gt;</code>", "<p>https://example.org/home/us</p>",
])
def test_what_is_no_leak(in_page: InPage, html: str) -> None:
    """Ordinary words, links that a reader follows by hand, and code that is only shown stop nothing."""
    assert in_page(html) == []


@pytest.mark.parametrize(("path", "data", "kind"), [
    ("search/index.json", json.dumps({"t": "<p>Ana \u00d6 Rosales</p>\nkim@school.example"}).encode(), "full-name"),
    ("search/index.js", b'x={"t":"\\u0041na\\nRosales"}', "full-name"),
    ("x.css", b"@import 'https://cdn.example.org/x.css';", "outside-host"), ("x.css", b".a{content:'ana\\2d r'}", "learner-id"),
    ("x.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://cdn.example.org/x"/></svg>', "outside-host"),
    ("ana-r/index.html", b"", "learner-id"), ("a/bridge-at-dusk.png.html", b"", "file-name"), ("ana-rosales.txt", b"", "full-name"),
    ("x.webp", picture("WEBP", exif=exif()), "metadata"), ("x.webp", picture("WEBP", xmp=b"<x:xmpmeta/>"), "metadata"), ("x.webp", picture("WEBP") + b"kim@school.example", "metadata"),
    ("x.webp", picture("WEBP") + b"kim@school.example", "staff-email"), ("x.jpg", picture("JPEG", exif=exif()), "metadata"), ("x.jpg", picture("JPEG", comment=b"hm"), "metadata"),
    ("x.png", picture("PNG", exif=exif()), "metadata"), ("x.gif", picture("GIF", comment=b"hm"), "metadata"),
    ("x.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0udta\xa9xyz\0\x15+27.5+086.9/", "metadata"), ("x.mp3", b"ID3\3\0\0\0TPE1\0\0\0\x0c\0\0\0Ana Rosales\0", "full-name"),
    ("x.mp3", b"ID3\3\0\0\0TPE1\1\xff\xfe" + "Benjamin Kessler".encode("utf-16-le"), "full-name"),
    ("x.pdf", b"%PDF-1.4\n/Author (kim@school.example)\n", "staff-email"), ("x.pdf", b"%PDF-1.4\nstream\r\n" + zlib.compress(b"(Ana Rosales) Tj") + b"\nendstream", "full-name"),
    ("x.bin", struct.pack("<I", 7) + b"/home/kim/exhibit", "machine-path"),
])
def test_leaks_in_other_files(audit: Audit, path: str, data: bytes, kind: str) -> None:
    """JSON, scripts, styles, names of files, pictures, sound, films and documents are all looked through."""
    found = audit({path: data})
    assert kind in kinds(found)
    assert {leak.path for leak in found} == {path}


def test_packed_text_of_a_png(audit: Audit) -> None:
    """A packed comment in a PNG is unpacked."""
    info = PngInfo()
    info.add_text("Author", "Ana Rosales", zip=True)
    assert {"metadata", "full-name"} <= kinds(audit({"x.png": picture("PNG", pnginfo=info)}))


def test_inside_archives_and_inlined_files(audit: Audit) -> None:
    """An archive in an archive and a picture inlined as base64 are opened; what cannot be opened is said."""
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.json", '{"comment": "kim\\u0040school.example"}')
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ana-r.sb3", inner.getvalue())
    page = PAGE.format(f'<img src="data:image/webp;base64,{base64.b64encode(picture("WEBP", exif=exif())).decode()}">')
    found = audit({"x.zip": outer.getvalue(), "y.zip": b"PK\3\4 broken", "z.html": page.encode()})
    assert {(leak.path, leak.kind) for leak in found} >= {
        ("x.zip!ana-r.sb3", "learner-id"), ("x.zip!ana-r.sb3!project.json", "staff-email"), ("y.zip", "unread"), ("z.html!1.webp", "metadata"),
    }


def test_clean_pictures_are_clean(audit: Audit) -> None:
    """Pictures made from pixels alone hold nothing, whatever their bytes look like."""
    noise = Image.frombytes("RGB", (256, 256), b"".join(zlib.compress(bytes([each])) * 60 for each in range(256))[: 256 * 256 * 3].ljust(256 * 256 * 3, b"q"))
    out = io.BytesIO()
    noise.save(out, "WEBP", lossless=True)
    assert audit({"x.webp": out.getvalue(), "x.png": picture("PNG"), "x.jpg": picture("JPEG"), "x.gif": picture("GIF")}) == ()


def test_the_shell_is_not_looked_at_again_yet_hides_nothing(audit: Audit) -> None:
    """A leak on a line that all pages share is reported on each page, and two halves that are clean alone are seen together."""
    shell = PAGE.format("<footer>kim@school.example</footer>").encode()
    halves = {"p.html": PAGE.format("<p>Ana</p>").encode(), "q.html": PAGE.format("<p>Rosales</p>").encode(), "r.html": PAGE.format("<p>Ana</p>\n<p>Rosales</p>").encode()}
    found = audit({**{f"s{number}.html": shell for number in range(5)}, **halves})
    assert sum(leak.kind == "staff-email" for leak in found) == 5
    assert [leak.path for leak in found if leak.kind == "full-name"].count("r.html") >= 1


def test_place_mask_and_advice(audit: Audit) -> None:
    """A leak says file and line, shows two letters, and tells what to do; certain ones can be picked out."""
    found = audit({"p.html": PAGE.format("<p>kim@school.example Rosales</p>").encode()})
    certain = find_certain(found)
    assert [(leak.place, leak.masked, leak.kind) for leak in certain] == [("p.html:6", "k…e", "staff-email")]
    assert all(leak.advice.endswith(".") and leak.what for leak in found) and len(found) == 2


def test_paths_and_clean_contents(secrets: Secrets, tmp_path: Path) -> None:
    """Only the files asked for are looked at, and what was clean before is passed over."""
    (tmp_path / "a.html").write_bytes(PAGE.format("").encode())
    (tmp_path / "b.html").write_bytes(PAGE.format("<p>ana-r</p>").encode())
    clean: set[str] = set()
    assert audit_tree(tmp_path, secrets, paths=["a.html"], clean=clean) == ()
    assert len(clean) == 1
    assert kinds(audit_tree(tmp_path, secrets, clean=clean)) == {"learner-id"}
    assert len(clean) == 1


def test_links_are_leaks(audit: Audit, tmp_path: Path) -> None:
    """A link in a tree leads out of it."""
    os.symlink(tmp_path / "elsewhere", tmp_path / "x.html")
    assert kinds(audit({})) == {"link"}


def test_workers_find_the_same(secrets: Secrets, tmp_path: Path) -> None:
    """Several processes find what one finds."""
    for number in range(450):
        (tmp_path / f"{number}.html").write_text(PAGE.format("<p>ana-r</p>" if number % 90 == 0 else ""), "utf-8")
    found = audit_tree(tmp_path, secrets)
    assert len(found) == 5 and audit_tree(tmp_path, secrets, jobs=2) == found
