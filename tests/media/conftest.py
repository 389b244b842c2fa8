"""Real, small files of every medium, made in code."""

from __future__ import annotations

import io
import json
import struct
import wave
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image


def _box(kind: bytes, *content: bytes) -> bytes:
    """A box of an MP4."""
    data = b"".join(content)
    return struct.pack(">I4s", 8 + len(data), kind) + data


def make_movie(brand: bytes, handler: bytes, seconds: int, turned: bool = False) -> bytes:
    """An MP4 of one track, 640 by 360, that holds no real pictures."""
    matrix = (0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30) if turned else (65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30)
    track = _box(
        b"trak",
        _box(b"tkhd", bytes(40), struct.pack(">9i", *matrix), struct.pack(">II", 640 << 16, 360 << 16)),
        _box(b"mdia", _box(b"mdhd", bytes(24)), _box(b"hdlr", bytes(8), handler, bytes(13))),
    )
    header = _box(b"mvhd", bytes(12), struct.pack(">II", 1000, seconds * 1000), bytes(80))
    return (
        _box(b"ftyp", brand, bytes(4), b"isom")
        + _box(b"moov", header, track)
        + _box(b"mdat", bytes(100))
    )


def _element(kind: str, content: bytes) -> bytes:
    """An element of a WebM, its length in eight bytes."""
    return bytes.fromhex(kind) + (1 << 56 | len(content)).to_bytes(8, "big") + content


def make_webm(seconds: float | None) -> bytes:
    """A WebM of one track, 320 by 180; without a length as a browser records it."""
    told = _element("4489", struct.pack(">d", seconds * 1000)) if seconds else b""
    info = _element("1549A966", _element("2AD7B1", (1_000_000).to_bytes(3, "big")) + told)
    video = _element("E0", _element("B0", b"\x01\x40") + _element("BA", b"\xb4"))
    tracks = _element("1654AE6B", _element("AE", _element("83", b"\x01") + video))
    cluster = b"\x1f\x43\xb6\x75\x8a" + b"\xe7\x82\x17\x70" + bytes(6)
    head = _element("1A45DFA3", _element("4282", b"webm"))
    return head + _element("18538067", info + tracks + cluster)


def make_ogg(codec: str, seconds: int) -> bytes:
    """An OGG of a first and a last page."""
    opus = b"OpusHead\x01\x01" + struct.pack("<HIhB", 312, 48000, 0, 0)
    vorbis = b"\x01vorbis" + struct.pack("<IBIiiiBB", 0, 1, 44100, 0, 0, 0, 0, 1)
    first = opus if codec == "opus" else vorbis
    clock = seconds * 48000 + 312 if codec == "opus" else seconds * 44100

    def page(flags: int, at: int, content: bytes) -> bytes:
        head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, at, 7, 0, 0, 1)
        return head + bytes([len(content)]) + content

    return page(2, 0, first) + page(4, clock, bytes(200))


def make_mp3(frames: int, counted: bool = False) -> bytes:
    """An MP3 of 128 kbit/s frames of 1,152 samples at 44.1 kHz, behind a tag."""
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    first = b"\xff\xfb\x90\x00" + bytes(32) + b"Xing" + struct.pack(">II", 1, 1000) + bytes(369)
    tag = b"ID3\x04\x00\x00\x00\x00\x00\x0a" + bytes(10)
    return tag + (first if counted else b"") + frame * frames


def make_wav(seconds: int) -> bytes:
    """Silence."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(bytes(8000 * seconds))
    return out.getvalue()


def make_pdf(pages: int, packed: bool = False, extra: bytes = b"") -> bytes:
    """A PDF whose page objects stand in the file, or packed in a stream."""
    objects = [b"<< /Type /Page /Parent 2 0 R >>"] * pages
    body = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    body += b"2 0 obj\n<< /Type /Pages /Count %d >>\nendobj\n" % pages
    if packed:
        table = b" ".join(b"%d %d" % (10 + n, n * 32) for n in range(pages)) + b" "
        data = zlib.compress(table + b"\n".join(objects))
        named = b"<< /Type /ObjStm /N %d /First %d /Length %d >>" % (pages, len(table), len(data))
        body += b"3 0 obj\n" + named + b"\nstream\n" + data + b"\nendstream\nendobj\n"
    else:
        body += b"".join(b"%d 0 obj\n%s\nendobj\n" % (10 + n, one) for n, one in enumerate(objects))
    return body + b"trailer << /Root 1 0 R " + extra + b" >>\nstartxref\n0\n%%EOF\n"


def make_scratch(blocks: int = 3) -> bytes:
    """A Scratch 3 project of one sprite."""
    placed = {f"b{n}": {"opcode": "motion", "shadow": False} for n in range(blocks)}
    project = {"targets": [{"name": "Cat", "blocks": {**placed, "f": {"shadow": True}}}]}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.json", json.dumps(project))
    return out.getvalue()


def make_glb(uri: str | None = None) -> bytes:
    """A GLB that counts four triangles."""
    tree = {
        "asset": {"version": "2.0"},
        "accessors": [{"count": 12}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "buffers": [{"byteLength": 1, **({"uri": uri} if uri else {})}],
    }
    text = json.dumps(tree).encode()
    text += b" " * (-len(text) % 4)
    return struct.pack("<4sIII4s", b"glTF", 2, 20 + len(text), len(text), b"JSON") + text


def make_stl(triangles: int) -> bytes:
    """A binary STL."""
    return bytes(80) + struct.pack("<I", triangles) + bytes(50 * triangles)


def make_picture(form: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **options) -> bytes:
    """A picture whose four quarters have colours of their own."""
    image = Image.new("RGB", size, (200, 30, 30))
    width, height = size
    image.paste((30, 180, 30), (width // 2, 0, width, height // 2))
    image.paste((30, 30, 200), (0, height // 2, width // 2, height))
    out = io.BytesIO()
    image.convert(mode).save(out, form, **options)
    return out.getvalue()


def _make_animation() -> bytes:
    frames = [Image.new("P", (20, 10), colour) for colour in (0, 1)]
    out = io.BytesIO()
    frames[0].putpalette([255, 0, 0, 0, 255, 0])
    frames[1].putpalette([255, 0, 0, 0, 255, 0])
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


NOTEBOOK = {
    "nbformat": 4,
    "cells": [
        {"cell_type": "code", "source": "print(1)", "outputs": []},
        {"cell_type": "markdown", "source": ["# Mud\n", "It is **brown**."]},
    ],
}


@pytest.fixture(scope="session")
def samples() -> dict[str, bytes]:
    """File name to bytes, one or more of every medium."""
    return {
        "photo.jpg": make_picture("JPEG"),
        "photo.png": make_picture("PNG"),
        "photo.webp": make_picture("WEBP"),
        "lossless.webp": make_picture("WEBP", lossless=True),
        "photo.gif": make_picture("GIF", mode="P"),
        "moving.gif": _make_animation(),
        "drawing.svg": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" '
        b'viewBox="0 0 300 200"><path d="M0 0"/></svg>',
        "talk.mp4": make_movie(b"isom", b"vide", 90),
        "turned.mov": make_movie(b"qt  ", b"vide", 5, turned=True),
        "screen.webm": make_webm(12.5),
        "recorded.webm": make_webm(None),
        "song.m4a": make_movie(b"M4A ", b"soun", 30),
        "song.mp3": make_mp3(100),
        "counted.mp3": make_mp3(3, counted=True),
        "song.ogg": make_ogg("vorbis", 4),
        "song.opus": make_ogg("opus", 6),
        "song.wav": make_wav(2),
        "report.pdf": make_pdf(3),
        "packed.pdf": make_pdf(5, packed=True),
        "notes.txt": "One line.\r\nTwo lines: é.\r\n".encode(),
        "story.md": b"# The river\n\nIt is *very* [muddy](https://example.org).\n\n- one\n- two\n",
        "data.csv": b"\xef\xbb\xbfday;mud\r\n1;20\r\n\r\n2;35\r\n",
        "sixteen.csv": "day\tmud\n1\t20\n".encode("utf-16"),
        "blink.py": b"import time\n\n\nprint(time)\n",
        "mud.ipynb": json.dumps(NOTEBOOK).encode(),
        "cat.sb3": make_scratch(),
        "case.glb": make_glb(),
        "case.stl": make_stl(7),
        "text.stl": b"solid case\n facet normal 0 0 1\n endfacet\nendsolid case\n",
    }


@pytest.fixture(scope="session")
def sample_folder(samples: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder holding every sample file and one web page."""
    folder = tmp_path_factory.mktemp("samples")
    for name, data in samples.items():
        (folder / name).write_bytes(data)
    (folder / "game").mkdir()
    (folder / "game" / "index.html").write_text("<title>Game</title>", encoding="utf-8")
    (folder / "game" / "game.js").write_text("1", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def make() -> dict:
    """The makers of sample files, for tests that need one of another shape."""
    return {name[5:]: maker for name, maker in globals().items() if name.startswith("make_")}
