"""Every file of the sample school deleted, cut in half or scrambled: never a traceback, never half a learner."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import ExhibitError
from generator.pipeline import check_school
from tests.system.pages import find_halves
from tests.system.sample import DAY, ROOT, build, read_tree

FILES = sorted(path.relative_to(ROOT).as_posix() for top in ("content", "portfolios") for path in (ROOT / top).rglob("*") if path.is_file())
TEXT = (".yml", ".csv")


def delete(data: bytes, chance: random.Random) -> bytes | None:
    return None


def halve(data: bytes, chance: random.Random) -> bytes | None:
    return data[: len(data) // 2]


def scramble(data: bytes, chance: random.Random) -> bytes | None:
    found = bytearray(data)
    for _ in range(min(20, len(found))):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


WAYS = (delete, halve, scramble)
CASES = [(path, WAYS[(number + more) % 3]) for number, path in enumerate(FILES) for more in range(2 if path.endswith(TEXT) else 1)]
"""Every file at least once, every text in two ways, and next to it in the list its neighbours in the others."""


def spoil(root: Path, path: str, way: Callable[[bytes, random.Random], bytes | None]) -> None:
    """Damage one file, the same way every time."""
    found = way((root / path).read_bytes(), random.Random(f"{path} {way.__name__}"))
    (root / path).unlink()
    if found is not None:
        (root / path).write_bytes(found)


@pytest.mark.parametrize("part", range(4))
def test_check_survives_any_damage(fresh: Callable[..., Path], part: int) -> None:
    """Whatever file is damaged, `check` finishes with findings or with one sentence."""
    root = fresh()
    for path, way in CASES[part::4]:
        kept = (root / path).read_bytes()
        spoil(root, path, way)
        try:
            report = check_school(root, DAY, jobs=1)
        except ExhibitError as error:
            assert str(error)
        except Exception as error:  # noqa: BLE001
            pytest.fail(f"{way.__name__} {path}: {type(error).__name__}: {error}")
        else:
            assert all(each.message and each.path for each in report.findings)
        (root / path).write_bytes(kept)


@pytest.mark.parametrize(("path", "way"), random.Random(5).sample(CASES, 16), ids=lambda each: each if isinstance(each, str) else each.__name__)
def test_build_never_shows_half_a_learner(fresh: Callable[..., Path], path: str, way: Callable[..., bytes | None]) -> None:
    """After any damage the tree is whole: every link leads to a page, every portfolio lists pieces that are there."""
    root = fresh()
    spoil(root, path, way)
    try:
        outcome = build(root)
    except ExhibitError as error:
        assert str(error)
        return
    assert outcome.status in (0, 1) and (outcome.status == 1 or not outcome.held)
    assert find_halves(read_tree(root / "site")) == []


def test_a_picture_that_does_not_decode_is_named(fresh: Callable[..., Path]) -> None:
    """A picture that is broken inside: its page names it and shows no empty frame, here and on every card; status 1."""
    root = fresh()
    path = "portfolios/ana-r/artifacts/counting-frogs/night.png"
    spoil(root, path, scramble)
    outcome = build(root, jobs=2)
    tree = read_tree(root / "site")
    assert outcome.status == 1 and [each.path for each in outcome.held] == [path]
    assert "a/9tg6655f/index.html" in tree and not [each for each in tree if each.startswith("a/9tg6655f/") and each.endswith(".webp")]
    assert find_halves(tree) == []
