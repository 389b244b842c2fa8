"""`exhibit audit`: clean, leaking and not built; the sample school's public edition holds nothing it may not."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from generator.pipeline import build_edition

Run = Callable[..., Result]
DAY = ("--today", "2026-11-22")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample school with its public edition built."""
    root = tmp_path_factory.mktemp("audit") / "sample"
    for name in ("content", "portfolios"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    build_edition(root, "public", date(2026, 11, 22), jobs=2)
    return root


def test_the_sample_school_is_clean(run: Run, sample: Path) -> None:
    """A build of the sample school has no leaks at all, certain or not."""
    result = run("audit", *DAY, cwd=sample)
    assert (result.exit_code, result.stdout) == (0, "Nothing was found in the public edition that it may not hold.\n")


def test_leaks_are_said_with_place_and_advice(run: Run, sample: Path, tmp_path: Path) -> None:
    """Status 1, the place, two letters of what was found, and what to do; the same thing is said once."""
    root = Path(shutil.copytree(sample, tmp_path / "leaking"))
    pages = sorted((root / "site" / "a").rglob("index.html"))
    for page in pages:
        page.write_text(page.read_text("utf-8").replace("</body>", "<!-- k.ortiz@school.example --></body>"), "utf-8")
    pages[0].write_text(f"{pages[0].read_text('utf-8')}<p>A Marchetti recipe</p>", "utf-8")
    result = run("audit", *DAY, cwd=root)
    assert result.exit_code == 1
    assert "LEAK: the e-mail address of somebody on the staff (k…e)" in result.stdout
    assert re.search(r"^  site/a/\w+/index\.html:\d+$", result.stdout, re.MULTILINE)
    assert f"and in {len(pages) - 5} more places" in result.stdout
    assert "look at: a family name of the roster (m…i)" in result.stdout
    assert "k.ortiz" not in result.stdout and "Marchetti" not in result.stdout
    assert result.stdout.splitlines()[-1] == f"{len(pages)} leaks: do not deploy the public edition before they are put right; 1 to look at."


def test_wrong_use(run: Run, school: Path) -> None:
    """Status 2 and a sentence where nothing is built, where the edition is staff's, or where nobody has heard of it."""
    for args, words in (((), "exhibit build --edition public"), (("--edition", "family"), "not built yet"), (("--edition", "staff"), "may see everything"), (("--edition", "publik"), "public")):
        result = run("audit", *DAY, *args, cwd=school)
        assert result.exit_code == 2, args
        assert words in result.stderr and "Traceback" not in result.stderr
    shutil.rmtree(school / "content" / "office")
    (school / "site").mkdir()
    assert run("audit", *DAY, cwd=school).exit_code == 2
