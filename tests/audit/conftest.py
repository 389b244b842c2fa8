"""A small school, its secrets, and a tree of a few pages to plant things in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.audit import Leak, Secrets, audit_tree, collect_secrets
from generator.loading import load_school
from tests.conftest import BASE, CONSENT, DAY, ROSTER, SENSOR, STAFF, write_school

PAGE = '<!doctype html>\n<html lang="en">\n<head><title>Ana R.</title></head>\n<body>\n<h1>Ana R.</h1><p>We measured the water below the bridge every morning for six weeks.</p>\n{}\n<p>How muddy is our river?</p>\n</body>\n</html>\n'

MORE = f"""\
{ROSTER}river-k,Nora,Rivers,Nora,7,Otters,k-ortiz,2032,active,no,no,,
joe-b,Joe,Brown,Joe,7,Otters,k-ortiz,2032,active,no,no,,
bro-m,Brooks,Mihalik,Brooks,7,Otters,k-ortiz,2032,active,no,no,,
isa,Isa,Brooks,Isa,7,Otters,k-ortiz,2032,active,no,no,,
mei-w,美玲,王,Mei,7,Otters,k-ortiz,2032,active,no,no,,
gabi-g,Gabriel,García Márquez,Gabi,7,Otters,k-ortiz,2032,active,no,no,,
"""
YES = "".join(f"{each},web,work name,yes,guardian,2026-08-27,2027-06-30,v1,,g1\n" for each in ("river-k", "joe-b", "bro-m", "isa", "mei-w", "gabi-g"))

FILES: dict[str, str | bytes] = {
    "content/office/roster.csv": MORE,
    "content/office/consent.csv": CONSENT + YES,
    "content/office/staff.csv": f"{STAFF}o-desk,The Desk,office,desk@school.example,yes\n",
    "content/pages/index.md": "# Riverbend\n\nWrite to desk@school.example. The Larkspur hall is open.\n",
    "portfolios/ana-r/artifacts/river-sensor/artifact.yml": SENSOR.replace("sensor.png", "IMG_20260912_1432.png").replace("draft.png", "bridge-at-dusk.png"),
    "portfolios/ana-r/artifacts/river-sensor/IMG_20260912_1432.png": BASE["portfolios/ana-r/artifacts/river-sensor/sensor.png"],
    "portfolios/ana-r/artifacts/river-sensor/bridge-at-dusk.png": BASE["portfolios/ana-r/artifacts/river-sensor/draft.png"],
}


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with ordinary, compound, unspaced and shared names; not to be changed."""
    return write_school(tmp_path_factory.mktemp("audit") / "hill-school", FILES)


@pytest.fixture(scope="session")
def secrets(root: Path) -> Secrets:
    """What the public edition of that school may not hold."""
    return collect_secrets(load_school(root, jobs=1).school, "public", DAY, root)


@pytest.fixture
def audit(secrets: Secrets, tmp_path: Path) -> Callable[..., tuple[Leak, ...]]:
    """Write files into a tree of two clean pages and audit it: `audit({"page.html": b"..."})`."""

    def audit(files: dict[str, bytes]) -> tuple[Leak, ...]:
        for path, data in {"index.html": PAGE.format("").encode(), "a/x/index.html": PAGE.format("<p>Ana and Ben</p>").encode(), **files}.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(data)
        return audit_tree(tmp_path, secrets)

    return audit


@pytest.fixture
def in_page(audit: Callable[..., tuple[Leak, ...]]) -> Callable[[str], list[tuple[str, int]]]:
    """Put some HTML into a page and give what is found in it, as kinds and lines."""
    return lambda html: [(leak.kind, leak.line) for leak in audit({"a/x/index.html": PAGE.format(html).encode()})]


