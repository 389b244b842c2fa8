"""What an error holds back, what it does not, what the exit status says, and that removal never waits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.system.sample import DAY, build, read_tree
from tests.system.test_same_bytes import edit

ANA, BEN, JUNO, THEA = "portfolios/4thd8536/index.html", "portfolios/swkvkkqb/index.html", "portfolios/3q8brx2w/index.html", "portfolios/df3f587n/index.html"
SENSOR, FROGS, PUDDLE = "a/6prw26dz/index.html", "a/9tg6655f/index.html", "a/6v2s5h7h/index.html"
FROGS_RECORD = "portfolios/ana-r/artifacts/counting-frogs/artifact.yml"


def test_warnings_are_no_failure(fresh: Callable[..., Path]) -> None:
    """Warnings and advice alone: status 0, and everything is there."""
    outcome = build(fresh())
    assert outcome.summary.warnings > 0
    assert (outcome.status, outcome.held, outcome.message) == (0, (), "")


def test_a_broken_claim_holds_back_itself(fresh: Callable[..., Path]) -> None:
    """An unknown indicator: that claim is gone, its piece stays, status 1, and the tree is the new one."""
    root = fresh()
    edit(root, FROGS_RECORD, "numbers/chooses-measures", "numbers/chooses-measure")
    outcome = build(root)
    page = (root / "site" / FROGS).read_text("utf-8")
    assert outcome.status == 1 and len(outcome.held) == 1 and outcome.held[0].path == FROGS_RECORD
    assert "I can say what my number is a number of" not in page and "told me that I had asked the wrong one" in page


def test_a_broken_record_holds_back_the_piece(fresh: Callable[..., Path]) -> None:
    """A record that cannot be read: the piece is nowhere, its maker's other work and everybody else stay."""
    root = fresh()
    (root / FROGS_RECORD).write_text("title: [unclosed\n  nonsense: {", "utf-8")
    outcome = build(root)
    tree = read_tree(root / "site")
    assert outcome.status == 1 and outcome.message == ""
    assert FROGS not in tree and {SENSOR, ANA, BEN, PUDDLE} <= tree.keys()
    assert b"9tg6655f" not in b"".join(tree.values())


def test_a_broken_profile_keeps_the_rest(fresh: Callable[..., Path]) -> None:
    """A profile that cannot be read gives no half portfolio: home and links go together, others stay."""
    root = fresh()
    (root / "portfolios/juno-p/profile.yml").write_bytes(b"\xff\xfe\x00bad\x00")
    outcome = build(root)
    tree = read_tree(root / "site")
    assert outcome.status == 1 and JUNO not in tree and {ANA, BEN, THEA} <= tree.keys()
    assert b"3q8brx2w" not in b"".join(tree.values())


@pytest.mark.parametrize("path", ["content/school.yml", "content/graduate_profile.yml"])
def test_broken_settings_leave_the_tree(fresh: Callable[..., Path], path: str) -> None:
    """With the school's own settings broken nothing is built, by no byte, status 1."""
    root = fresh()
    build(root)
    before = read_tree(root / "site")
    with (root / path).open("a") as file:
        file.write("\n: : {broken\n")
    for edition in ("public", "staff"):
        outcome = build(root, edition)
        assert outcome.status == 1 and outcome.message.startswith("Nothing was built")
    assert read_tree(root / "site") == before


def test_a_broken_roster_header_leaves_the_tree(fresh: Callable[..., Path]) -> None:
    """So does a roster whose header is not understood."""
    root = fresh()
    build(root)
    before = read_tree(root / "site")
    edit(root, "content/office/roster.csv", "learner_id,given_name", "lerner,name")
    outcome = build(root)
    assert outcome.status == 1 and outcome.message.startswith("Nothing was built")
    assert read_tree(root / "site") == before


def test_strict_adds_nothing_new(fresh: Callable[..., Path]) -> None:
    """With --strict and something held back the old tree stays; without errors it builds."""
    root = fresh()
    assert build(root, strict=True).status == 0
    before = read_tree(root / "site")
    edit(root, FROGS_RECORD, "numbers/chooses-measures", "numbers/chooses-measure")
    edit(root, FROGS_RECORD, "title: Counting frogs with a loop", "title: A new title", 1)
    outcome = build(root, strict=True)
    assert outcome.status == 1 and "--strict" in outcome.message
    assert read_tree(root / "site") == before


@pytest.mark.parametrize("damage", ["<<<<<<< HEAD\nana-r,web,work,yes,guardian,2026-08-27,2027-06-30,v1,,g1\n=======\n>>>>>>> other\n", "header"])
def test_consents_that_cannot_be_trusted(fresh: Callable[..., Path], damage: str) -> None:
    """Conflict markers or an unknown header in the consents: every edition stops but staff's."""
    root = fresh()
    path = root / "content/office/consent.csv"
    text = path.read_text("utf-8")
    path.write_text(text.replace("answer,", "reply,", 1) if damage == "header" else text + damage, "utf-8")
    outcome = build(root)
    assert outcome.status == 1 and outcome.message and not (root / "site" / ANA).exists()
    assert build(root, "staff").message == "" and (root / "editions/staff" / ANA).exists()


WITHDRAWALS = {
    "withdrawn": lambda text: text.replace("ana-r,web,work name words voice,yes,guardian,2026-08-27,2027-06-30,2026-08,,g1", f"ana-r,web,work name words voice,yes,guardian,2026-08-27,2027-06-30,2026-08,{DAY},g1"),
    "refused": lambda text: text + f"ana-r,web,work name words voice face,no,learner,{DAY},,2026-08,,\n",
    "erased": lambda text: "".join(line for line in text.splitlines(True) if not line.startswith("ana-r,web")),
}
BREAKS: dict[str, Callable[[Path], object]] = {
    "school.yml": lambda root: (root / "content/school.yml").write_text("name: [", "utf-8"),
    "graduate_profile.yml": lambda root: (root / "content/graduate_profile.yml").write_text("{", "utf-8"),
    "roster header": lambda root: edit(root, "content/office/roster.csv", "learner_id,given_name", "lerner,name"),
    "strict": lambda root: edit(root, "portfolios/juno-p/artifacts/the-big-puddle/artifact.yml", "made_on:", "made_at:"),
}


@pytest.mark.parametrize(("how", "broken"), [("withdrawn", each) for each in BREAKS] + [("refused", "school.yml"), ("erased", "school.yml")])
def test_removal_never_waits(fresh: Callable[..., Path], how: str, broken: str) -> None:
    """A consent ends in the moment in which something else breaks: the learner's pages are gone from the tree and its spare."""
    root = fresh()
    build(root)
    path = root / "content/office/consent.csv"
    path.write_text(WITHDRAWALS[how](path.read_text("utf-8")), "utf-8")
    BREAKS[broken](root)
    outcome = build(root, strict=broken == "strict")
    assert outcome.status == 1 and ANA in outcome.removed
    alone = ("9tg6655f", "f8w7xz7r", "c8mzs2qh", "jpwjv4sw", "rh74jbfd", "4thd8536")
    trees = [root / "site", *(each for each in (root / ".exhibit" / "spare").iterdir() if each.is_dir())]
    for tree in trees:
        found = read_tree(tree)
        assert [name for name in found if any(each in name for each in alone)] == []
        everything = b"".join(data for name, data in found.items() if not name.endswith(".webp"))
        assert [each for each in (*alone, "Ana R.", "Counting frogs", "noticing small changes") if each.encode() in everything] == []
    assert {JUNO, PUDDLE} <= read_tree(root / "site").keys()


def test_never_publish_beats_everything_even_on_a_bad_day(fresh: Callable[..., Path]) -> None:
    """The office sets never_publish while the settings are broken: that learner's pages go at once."""
    root = fresh()
    build(root)
    edit(root, "content/office/roster.csv", "juno-p,Juno,Pellerin,Juno,K,Herons,s-whitfield,2039,active,no", "juno-p,Juno,Pellerin,Juno,K,Herons,s-whitfield,2039,active,yes")
    edit(root, "content/school.yml", "name: ", "nome: ", 1)
    outcome = build(root)
    tree = read_tree(root / "site")
    assert {JUNO, PUDDLE} <= set(outcome.removed) and JUNO not in tree and PUDDLE not in tree and THEA in tree
