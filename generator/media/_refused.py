"""What Exhibit does not take, by name and by content, and what to export instead."""

from __future__ import annotations

_PDF = "Open it, choose Export or Save as, pick PDF, and add the PDF instead."
_CSV = "Save the sheet as CSV (or as PDF, to keep its looks) and add that instead."
_PNG = "Open it, choose Export, pick PNG or JPEG, and add that picture instead."
_MP4 = "Open it in a film program, export it as MP4, and add the MP4 instead."
_MP3 = "Open it in a sound program, export it as MP3 or M4A, and add that instead."
_GLB = "Export the model as GLB or STL and add that instead."
_UNPACK = (
    "Unpack it and add the files one by one. A web page goes in as a folder with its index.html."
)
_SHOW = "Add a film or a picture of it running, or the source code."
_GOOGLE = "Open it in the browser, choose File, Download, PDF, and add the PDF instead."
_WEB = (
    "Put it in a folder of its own, name it index.html there, and name the folder in the record."
)
_LINK = "Write the address in the record as `link:` instead of `file:`."
ANYTHING = (
    "Export it as a picture (JPEG, PNG), a film (MP4), a sound (MP3), a PDF, text or CSV, "
    "and add that instead."
)

_BY_NAME = (
    ("a text document", _PDF, "doc docx odt rtf pages wps epub mobi pub"),
    ("a slide show", _PDF, "ppt pptx pps ppsx odp key"),
    ("a spreadsheet", _CSV, "xls xlsx xlsm ods numbers"),
    ("a drawing in a program's own format", _PNG,
     "psd xcf kra procreate clip ai indd sketch fig afphoto afdesign eps svgz cdr"),
    ("a picture in a format that browsers do not show", _PNG,
     "tif tiff bmp avif jxl jp2 ico raw dng cr2 cr3 nef arw orf rw2 tga"),
    ("an archive", _UNPACK, "zip 7z rar tar gz tgz bz2 xz iso"),
    ("a program", _SHOW,
     "exe msi app dmg apk ipa bat cmd scr com jar dll so bin pkg deb rpm class pyc vbs"),
    ("a film in another format", _MP4, "avi mkv wmv flv mpg mpeg 3gp ogv mts m2ts vob"),
    ("a film program's project, not the film", _MP4, "imovie imovieproj mswmm wlmp prproj veg kdenlive"),
    ("a sound in another format", _MP3, "aac flac wma aif aiff mid midi amr caf ape"),
    ("a sound program's project, not the sound", _MP3, "band garageband logicx aup aup3 als flp"),
    ("a Scratch project of an older version",
     "Open it in Scratch 3, choose File, Save to your computer, and add the .sb3 instead.", "sb sb2"),
    ("a 3-D model in another format", _GLB, "obj fbx blend 3mf dae gltf step stp f3d usdz skp 3ds ply"),
    ("a single web page", _WEB, "html htm xhtml mhtml"),
    ("a pointer to a Google document, not the document", _GOOGLE, "gdoc gsheet gslides gdraw"),
    ("a pointer to a web address", _LINK, "url webloc lnk desktop"),
)  # fmt: skip
_REFUSED = {
    f".{ending}": (name, advice) for name, advice, endings in _BY_NAME for ending in endings.split()
}

_BY_CONTENT: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (0, b"GIF8", "a GIF picture"),
    (8, b"WEBP", "a WebP picture"),
    (8, b"WAVE", "WAV sound"),
    (0, b"II*\x00", "a TIFF picture"),
    (0, b"MM\x00*", "a TIFF picture"),
    (0, b"8BPS", "a Photoshop drawing"),
    (0, b"%PDF-", "a PDF"),
    (0, b"PK", "a ZIP archive or an Office document"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (0, b"Rar!", "an archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "an archive"),
    (0, b"\x1f\x8b", "an archive"),
    (0, b"MZ", "a program"),
    (0, b"\x7fELF", "a program"),
    (0, b"{\\rtf", "a text document"),
    (4, b"ftypavif", "an AVIF picture"),
    (4, b"ftyphei", "a HEIC picture"),
    (4, b"ftyp", "a film or sound"),
    (0, b"\x1aE\xdf\xa3", "a film"),
    (0, b"OggS", "OGG sound"),
    (0, b"ID3", "MP3 sound"),
    (0, b"fLaC", "FLAC sound"),
    (0, b"glTF", "a 3-D model"),
    (0, b"version https://git-lfs", "a Git LFS note that stands for the file"),
)


def find_refused(suffix: str) -> tuple[str, str] | None:
    """What a file with this ending is and what to export instead; None for an ending not known."""
    return _REFUSED.get(suffix)


def name_content(head: bytes) -> str:
    """Say in words what a file holds, judged by its first bytes; "" where they tell nothing."""
    for offset, magic, name in _BY_CONTENT:
        if head.startswith(magic, offset):
            return name
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<script", b"<body")):
        return "a web page"
    if b"<svg" in start:
        return "an SVG drawing"
    return "" if b"\0" in head else "text"
