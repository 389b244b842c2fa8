"""Derivatives of pictures: right way up, right colours, nothing of the file but its pixels."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from generator.media import UnreadableMedium, read_facts
from generator.media.picture import plan_widths, render_derivatives

CANARY = "Quetzalcoatl"
WIDTHS = (400, 800, 1600)
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}  # fmt: skip
"""How a picture is laid down in a file, so that the orientation of that number puts it right."""


def _draw(size: tuple[int, int] = (600, 400)) -> Image.Image:
    """Four quarters, each of its own colour: red, green over blue, white."""
    image, (width, height) = Image.new("RGB", size, (220, 20, 20)), size
    image.paste((20, 200, 20), (width // 2, 0, width, height // 2))
    image.paste((20, 20, 220), (0, height // 2, width // 2, height))
    image.paste((250, 250, 250), (width // 2, height // 2, width, height))
    return image


def _save(image: Image.Image, path: Path, **options) -> Path:
    image.save(path, **options)
    return path


def _corners(data: bytes) -> list[tuple[int, ...]]:
    """The colours in the middle of the four quarters."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    width, height = image.size
    return [image.getpixel((width * x // 4, height * y // 4)) for y in (1, 3) for x in (1, 3)]


def _is_near(found: bytes, wanted: list[tuple[int, ...]], most: int = 25) -> bool:
    pairs = zip(_corners(found), wanted, strict=True)
    return all(abs(a - b) <= most for one, two in pairs for a, b in zip(one, two, strict=True))


PLAIN = [(220, 20, 20), (20, 200, 20), (20, 20, 220), (250, 250, 250)]


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_every_orientation_gives_the_same_picture(ending: str, tmp_path: Path) -> None:
    """Orientation 1 to 8: the picture comes out the same way up, in the size that facts told."""
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        image = _draw().transpose(TURNS[orientation]) if orientation > 1 else _draw()
        options = {"lossless": True} if ending == "webp" else {"quality": 95} if ending == "jpg" else {}
        path = _save(image, tmp_path / f"{orientation}.{ending}", exif=exif.tobytes(), **options)
        made = render_derivatives(path, (300,), 1600)
        assert Image.open(io.BytesIO(made[300])).size == (300, 200)
        assert _is_near(made[300], PLAIN), orientation
        assert (read_facts(path).width, read_facts(path).height) == (600, 400)


def _canary_exif() -> bytes:
    """EXIF with an artist, a camera, and where the photo was taken."""
    exif = Image.Exif()
    exif[0x013B] = exif[0x010F] = exif[0x010E] = CANARY
    exif.get_ifd(0x8825)[2] = (47.0, 22.0, 11.0)
    exif.get_ifd(0x8825)[29] = CANARY
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + CANARY.encode()
    return exif.tobytes()


def _canary_icc() -> bytes:
    """A colour profile whose description is the canary."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    told = CANARY.encode("utf-16-be")
    at = bytes(profile).find("sRGB".encode("utf-16-be"))
    assert at > 0
    profile[at : at + 8] = told[:8]
    return bytes(profile) + told + CANARY.encode()


def _make_canaries(folder: Path) -> list[Path]:
    """Pictures that carry the canary everywhere a picture can carry words."""
    xmp = f"<x:xmpmeta><dc:creator>{CANARY}</dc:creator></x:xmpmeta>".encode()
    image, exif, icc = _draw(), _canary_exif(), _canary_icc()
    thumbnail = io.BytesIO()
    image.resize((60, 40)).save(thumbnail, "JPEG", comment=CANARY)
    exif += thumbnail.getvalue()
    iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", 20) + b"\x1c\x02\x50\0\x0c" + CANARY.encode()
    jpeg = _save(image, folder / "a.jpg", exif=exif, xmp=xmp, icc_profile=icc, comment=CANARY)
    data = jpeg.read_bytes()
    segment = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
    jpeg.write_bytes(data[:2] + segment + data[2:] + CANARY.encode() + data)
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", CANARY)
    words.add_itxt("Description", CANARY, zip=True)
    png = _save(image, folder / "a.png", pnginfo=words, exif=exif[:200], icc_profile=icc)
    png.write_bytes(png.read_bytes() + CANARY.encode())
    webp = _save(image, folder / "a.webp", exif=exif, xmp=xmp, icc_profile=icc)
    gif = _save(image.convert("P"), folder / "a.gif", comment=CANARY.encode())
    gif.write_bytes(gif.read_bytes() + CANARY.encode())
    return [jpeg, png, webp, gif]


def _chunks(data: bytes) -> list[bytes]:
    """The chunk types of a WebP, which must fill the file to its last byte."""
    kinds, at = [], 12
    assert int.from_bytes(data[4:8], "little") == len(data) - 8
    while at < len(data):
        kinds.append(data[at : at + 4])
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
    return kinds


def test_no_metadata_in_any_derivative(tmp_path: Path) -> None:
    """Names, places, comments, profiles, thumbnails and what hangs behind a file are all gone."""
    forms = [CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be"), b"Exif", b"ICCP", b"xmp"]
    for path in _make_canaries(tmp_path):
        source = path.read_bytes()
        assert forms[0] in source
        for data in render_derivatives(path, (100, 300, 600), 1600).values():
            assert [form for form in forms if form in data] == [], path.name
            assert set(_chunks(data)) == {b"VP8 "}, path.name
            with Image.open(io.BytesIO(data)) as image:
                assert not image.getexif() and "icc_profile" not in image.info


MODES = {
    "cmyk.jpg": lambda: _draw().convert("CMYK"),
    "grey.jpg": lambda: _draw().convert("L"),
    "grey.png": lambda: _draw().convert("L"),
    "bits.png": lambda: _draw().convert("1"),
    "palette.png": lambda: _draw().convert("P"),
    "alpha.png": lambda: _draw().convert("RGBA"),
    "greyalpha.png": lambda: _draw().convert("LA"),
    "palette.gif": lambda: _draw().convert("P"),
    "alpha.webp": lambda: _draw().convert("RGBA"),
}


@pytest.mark.parametrize("name", sorted(MODES))
def test_every_mode_is_shown(name: str, tmp_path: Path) -> None:
    """CMYK, grey, one bit, palette and opaque alpha become plain colour WebP."""
    path = _save(MODES[name](), tmp_path / name)
    made = render_derivatives(path, (150,), 1600)[150]
    wanted = [Image.new("RGB", (1, 1), one).convert("L").convert("RGB").getpixel((0, 0)) for one in PLAIN]
    if name.startswith("bits"):
        assert _corners(made)[3] > (200, 200, 200)
    else:
        assert _is_near(made, wanted if "grey" in name else PLAIN, 40)
    assert _chunks(made) == [b"VP8 "]


def test_sixteen_bits_keep_their_grey(tmp_path: Path) -> None:
    """A 16-bit grey PNG comes out as grey, not as white."""
    image = Image.new("I;16", (40, 40), 0x8000)
    made = render_derivatives(_save(image, tmp_path / "a.png"), (40,), 1600)[40]
    assert _is_near(made, [(128, 128, 128)] * 4, 6)


def test_transparency_is_kept(tmp_path: Path) -> None:
    """A palette with a clear colour, and alpha, stay clear where they were."""
    clear = _draw().convert("P")
    clear.paste(0, (0, 0, 300, 200))
    for path in (
        _save(clear, tmp_path / "a.png", transparency=0),
        _save(clear, tmp_path / "a.gif", transparency=0),
        _save(Image.new("RGBA", (60, 40), (9, 9, 9, 0)), tmp_path / "b.png"),
    ):
        made = Image.open(io.BytesIO(render_derivatives(path, (60,), 1600)[60]))
        assert made.mode == "RGBA" and made.getpixel((5, 5))[3] < 10


def test_moving_picture_shows_its_first_frame(samples: dict[str, bytes], tmp_path: Path) -> None:
    """Of an animation the first frame is shown, still."""
    (tmp_path / "a.gif").write_bytes(samples["moving.gif"])
    made = render_derivatives(tmp_path / "a.gif", (20,), 1600)[20]
    assert _is_near(made, [(255, 0, 0)] * 4, 12) and b"ANIM" not in made


def _swapped_profile() -> bytes:
    """A profile whose red and green are exchanged: sRGB with two tags renamed."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    return swapped.replace("sRGB".encode("utf-16-be"), "odd!".encode("utf-16-be"))


def test_colours_are_converted_not_dropped(tmp_path: Path) -> None:
    """A profile is applied: with red and green exchanged, a red picture comes out green."""
    image = Image.new("RGB", (40, 40), (255, 0, 0))
    path = _save(image, tmp_path / "a.png", icc_profile=_swapped_profile())
    assert _is_near(render_derivatives(path, (40,), 1600)[40], [(0, 255, 0)] * 4, 12)


@pytest.mark.parametrize("profile", [b"nonsense", bytes(128), b"x" * 5000])
def test_odd_profile_is_passed_over(profile: bytes, tmp_path: Path) -> None:
    """A profile that is none leaves the colours as they are."""
    path = _save(_draw(), tmp_path / "a.png", icc_profile=profile)
    assert _is_near(render_derivatives(path, (300,), 1600)[300], PLAIN)


def test_widths_made_are_the_widths_planned(tmp_path: Path) -> None:
    """Page and picture agree: keys and sizes are those of `plan_widths` from the facts."""
    for size in ((600, 400), (2400, 600), (300, 900), (401, 1)):
        path = _save(Image.new("RGB", size), tmp_path / "a.png")
        facts = read_facts(path)
        planned = plan_widths(facts.width, facts.height, WIDTHS, 800)
        made = render_derivatives(path, WIDTHS, 800)
        sizes = {width: Image.open(io.BytesIO(data)).size for width, data in made.items()}
        assert sizes == {width: (width, height) for width, height in planned}


def test_plan_examples() -> None:
    """Never larger than the picture, never a side beyond the limit, each width once."""
    assert plan_widths(4000, 3000, WIDTHS, 1600) == ((400, 300), (800, 600), (1600, 1200))
    assert plan_widths(3000, 4000, WIDTHS, 1600) == ((400, 533), (800, 1067), (1200, 1600))
    assert plan_widths(1000, 500, WIDTHS, 1600) == ((400, 200), (800, 400), (1000, 500))
    assert plan_widths(300, 200, WIDTHS, 1600) == ((300, 200),)
    assert plan_widths(0, 0, WIDTHS, 1600) == ()


@given(
    st.integers(1, 100_000), st.integers(1, 100_000),
    st.lists(st.integers(1, 5_000), min_size=1, max_size=5).map(tuple), st.integers(1, 20_000),
)  # fmt: skip
def test_plan_stays_within_bounds(width: int, height: int, wanted: tuple[int, ...], limit: int) -> None:
    """For any size: at least one, ascending, none larger than source, limit or what WebP can hold."""
    planned = plan_widths(width, height, wanted, limit)
    widths = [one for one, _ in planned]
    assert planned and widths == sorted(set(widths))
    for one, other in planned:
        assert 1 <= one <= min(width, 16_383) and 1 <= other <= min(height, 16_383)
        assert one <= limit and other <= limit


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """Two runs, under two names, give the same bytes."""
    noise = Image.frombytes("RGB", (500, 400), bytes(i * i % 251 for i in range(600_000)))
    data = _save(noise, tmp_path / "a.jpg", icc_profile=_swapped_profile()).read_bytes()
    (tmp_path / "b.jpg").write_bytes(data)
    first = render_derivatives(tmp_path / "a.jpg", WIDTHS, 450)
    assert first == render_derivatives(tmp_path / "b.jpg", WIDTHS, 450)


def test_big_jpeg_is_shrunk_while_decoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A turned photo is decoded at a fraction of its size, yet never below what is made of it."""
    from PIL import JpegImagePlugin

    exif = Image.Exif()
    exif[0x0112] = 6
    path = _save(Image.new("RGB", (4000, 3000)), tmp_path / "a.jpg", exif=exif.tobytes())
    seen = []
    load = JpegImagePlugin.JpegImageFile.load
    monkeypatch.setattr(
        JpegImagePlugin.JpegImageFile, "load", lambda self: (seen.append(self.size), load(self))[1]
    )
    made = render_derivatives(path, WIDTHS, 1600)
    assert sorted(made) == [400, 800, 1200] and seen[0] == (2000, 1500)


def test_bomb_is_refused_before_decoding(make: dict, tmp_path: Path) -> None:
    """A small file that claims 400 megapixels raises at once."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n\0\0\0\x0d" + chunk + struct.pack(">I", zlib.crc32(chunk))
    data += make["picture"]("PNG", (1, 1))[33:]
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(UnreadableMedium) as found:
        render_derivatives(tmp_path / "a.png", WIDTHS, 1600)
    assert "pixels" in found.value.reason and found.value.advice


def test_damaged_and_missing_raise_one_exception(samples: dict[str, bytes], tmp_path: Path) -> None:
    """Cut, scrambled, absent, linked or of another kind: always `UnreadableMedium` with advice."""
    data = samples["photo.png"]
    at = data.index(b"IDAT")
    (tmp_path / "scrambled.png").write_bytes(data[: at + 8] + bytes(20) + data[at + 28 :])
    (tmp_path / "text.png").write_bytes(b"words")
    (tmp_path / "cut.jpg").write_bytes(samples["photo.jpg"][:-200])
    os.symlink(tmp_path / "text.png", tmp_path / "link.png")
    for name in ("scrambled.png", "text.png", "cut.jpg", "link.png", "gone.png"):
        with pytest.raises(UnreadableMedium) as found:
            render_derivatives(tmp_path / name, WIDTHS, 1600)
        assert found.value.reason and found.value.advice


def test_broken_exif_does_not_hide_a_photo(tmp_path: Path) -> None:
    """EXIF data that make no sense are dropped like any others; the photo is shown."""
    broken = b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12\x01\x03\0" * 5
    path = _save(_draw(), tmp_path / "a.jpg", exif=broken, quality=95)
    assert _is_near(render_derivatives(path, (300,), 1600)[300], PLAIN)
