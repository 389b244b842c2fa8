"""Make a school of any size for measuring: text that varies, photos from a small pool, consents that differ.

    python benchmarks/make_school.py FOLDER --learners 1000 [--artifacts 6] [--photos 0]

The same arguments give the same school. `--photos N` puts N photos of about 12 megapixels, drawn
from a pool of eight, beside the first N artifacts.
"""

from __future__ import annotations

import argparse
import csv
import random
import shutil
from pathlib import Path

GIVEN = "Ana Ben Chi Dara Eli Fay Gus Hana Ivo Juno Kofi Lea Mo Nia Omar Pia Quin Rosa Sol Tam Uma Vik Wren Yara Zoe".split()
WORDS = (
    "river bridge clay sensor paper graph kite drum garden wheel shadow map story lantern poster frog window stone thread engine "
    "winter bread ladder mirror cloud ribbon copper field orchard valley notebook question answer morning sound pattern measure "
    "neighbour market engineer painter mistake answer colour weight speed corner table sentence chorus harbour tunnel signal"
).split()
VERBS = "built measured drew asked changed tested wrote cut folded counted recorded sewed painted repaired compared explained".split()
LEVELS = ("beginning", "developing", "proficient", "extending")
SKILLS = [f"{c}/{i}" for c in ("communicator", "investigator", "maker", "collaborator", "citizen", "keeps-going") for i in ("first", "second")]
LETTERS = "23456789bcdfghjkmnpqrstvwxz"


def sentence(dice: random.Random) -> str:
    """One sentence that no other is quite like."""
    a, b, c, d = dice.sample(WORDS, 4)
    return f"I {dice.choice(VERBS)} the {a} with a {b} until the {c} was a {d}, {dice.randint(2, 40)} times."


def paragraph(dice: random.Random, count: int) -> str:
    """Several sentences, indented for a block text."""
    return "\n".join(f"      {sentence(dice)}" for _ in range(count))


def public_id(dice: random.Random) -> str:
    """An id such as the tool would write; from the dice, so that the school is the same every time."""
    return "".join(dice.choices(LETTERS, k=9))


def write_artifact(folder: Path, dice: random.Random, number: int, photo: Path | None) -> None:
    """One piece with drafts, evidence and a reflection."""
    folder.mkdir(parents=True)
    title = " ".join(dice.sample(WORDS, 3)).capitalize()
    evidence = "\n".join(
        f"  - indicator: {skill}\n    level: {dice.choice(LEVELS)}\n    because: {sentence(dice)}" for skill in dice.sample(SKILLS, 2)
    )
    media = f"media:\n  - file: work.jpg\n    alt: A {title.lower()} on a table\n    shows: []\n" if photo else ""
    if photo:
        shutil.copyfile(photo, folder / "work.jpg")
    text = f"""public_id: {public_id(dice)}
title: {title} {number}
kind: product
made_on: 2026-{dice.randint(1, 10):02d}-{dice.randint(1, 28):02d}
summary: {sentence(dice)}
question: Can a {dice.choice(WORDS)} hold a {dice.choice(WORDS)}?
made_of: {dice.choice(WORDS).capitalize()} and {dice.choice(WORDS)}
subjects: [{dice.choice(["science", "art", "language", "mathematics", "history"])}]
setting: {dice.choice(["school", "home", "community"])}
work_mode: alone
audience: public
{media}evidence:
{evidence}
reflection:
  protocol: what-so-what-now-what
  answers:
    what: |
{paragraph(dice, 3)}
    so_what: |
{paragraph(dice, 3)}
    now_what: |
{paragraph(dice, 2)}
help_used:
  - what: {dice.choice(WORDS)} tutorial
    kept: the {dice.choice(WORDS)}
    changed: the {dice.choice(WORDS)}
"""
    (folder / "artifact.yml").write_text(text, "utf-8")


def write_learner(folder: Path, dice: random.Random, artifacts: int, photos: list[Path | None]) -> None:
    """One learner: profile, two goals, the artifacts."""
    (folder / "goals").mkdir(parents=True)
    lists = "".join(f"{key}:\n" + "".join(f"  - {dice.choice(WORDS)} and {dice.choice(WORDS)}\n" for _ in range(2)) for key in ("strengths", "interests", "values"))
    (folder / "profile.yml").write_text(
        f"public_id: {public_id(dice)}\nabout_me: |\n  {sentence(dice)}\n  {sentence(dice)}\n{lists}inks:\n  pair: pine-and-yolk\naudience: public\n", "utf-8"
    )
    for number in (1, 2):
        (folder / "goals" / f"goal-{number}.yml").write_text(
            f"title: {sentence(dice)}\nkind: habit\nwhy_it_matters: {sentence(dice)}\nbaseline: {sentence(dice)}\n"
            f"target: {sentence(dice)}\nmeasure: {sentence(dice)}\ndue: 2027-03-0{number}\nfirst_step: {sentence(dice)}\n"
            f"status: active\ncheck_ins:\n  - on: 2026-11-0{number}\n    where_am_i: {sentence(dice)}\n    next_step: {sentence(dice)}\n",
            "utf-8",
        )
    for number in range(artifacts):
        write_artifact(folder / "artifacts" / f"piece-{number + 1}", dice, number + 1, photos[number])


def write_content(root: Path, ids: list[tuple[str, str]]) -> None:
    """The school's own records and the office's tables."""
    office = root / "content" / "office"
    office.mkdir(parents=True)
    (root / "content" / "pages").mkdir()
    (root / "content" / "pages" / "index.md").write_text("# Welcome\n\nA school for measuring.\n", "utf-8")
    (root / "content" / "school.yml").write_text(
        "name: Measuring School\nlanguages: [en]\ngrade_bands:\n  - {id: all, title: All, grades: [K, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}\n"
        "publishing:\n  names: {public: first-initial, onsite: first-initial, family: first}\n  image_max_px: 1600\n  public_until: 2027-06-30\n",
        "utf-8",
    )
    competencies = "".join(
        f"  - id: {name}\n    title: {name.capitalize()}\n    kind: transferable\n    indicators:\n"
        + "".join(
            f"      - id: {one}\n        title: {one.capitalize()} step\n        i_can:\n"
            + "".join(f"          {level}: I can do the {one} thing at {level}.\n" for level in LEVELS)
            for one in ("first", "second")
        )
        for name in dict.fromkeys(skill.partition("/")[0] for skill in SKILLS)
    )
    levels = "".join(f"  - {{id: {level}, title: {level.capitalize()}}}\n" for level in LEVELS)
    (root / "content" / "graduate_profile.yml").write_text(
        f'id: measuring\nversion: "2026"\ntitle: Portrait\nlevels:\n{levels}competencies:\n{competencies}', "utf-8"
    )
    with (office / "roster.csv").open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow("learner_id given_name family_name display_name grade group adviser cohort_year status never_publish".split())
        for number, (learner, name) in enumerate(ids):
            rows.writerow([learner, name, f"Q{number}x", name, number % 12 + 1, f"g{number // 32}", "k-ortiz", 2030, "active", "no"])
    (office / "staff.csv").write_text("staff_id,name,role,email,active\nk-ortiz,Ms Ortiz,adviser,,yes\n", "utf-8")
    with (office / "consent.csv").open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow("learner_id use items answer given_by_role given_on until notice_version withdrawn_on".split())
        for learner, _ in ids:
            for use in ("web", "onsite"):
                rows.writerow([learner, use, "work name words", "yes", "guardian", "2026-08-30", "2027-06-30", "1", ""])


def make_pool(folder: Path) -> list[Path]:
    """Eight photos of about 12 megapixels with the noise of a phone's camera."""
    from PIL import Image, ImageFilter

    folder.mkdir(parents=True, exist_ok=True)
    pool = []
    for number in range(8):
        path = folder / f"{number}.jpg"
        if not path.exists():
            dice = random.Random(number)
            small = Image.frombytes("RGB", (64, 48), dice.randbytes(64 * 48 * 3)).resize((4000, 3000), Image.Resampling.BICUBIC)
            grain = Image.frombytes("L", (1000, 750), dice.randbytes(1000 * 750)).resize((4000, 3000)).filter(ImageFilter.GaussianBlur(1))
            Image.blend(small, Image.merge("RGB", (grain, grain, grain)), 0.12).save(path, quality=88)
        pool.append(path)
    return pool


def make_school(root: Path, learners: int, artifacts: int = 6, photos: int = 0) -> None:
    """Write a school into an empty folder."""
    dice = random.Random(f"{learners} {artifacts}")
    pool = make_pool(root.parent / "photo-pool") if photos else []
    ids = [(f"{GIVEN[number % len(GIVEN)].lower()}-{number:05d}", GIVEN[number % len(GIVEN)]) for number in range(learners)]
    write_content(root, ids)
    for number, (learner, _) in enumerate(ids):
        wanted = [pool[(number + at) % len(pool)] if number * artifacts + at < photos else None for at in range(artifacts)]
        write_learner(root / "portfolios" / learner, dice, artifacts, wanted)


def main() -> None:
    """Read the arguments and make the school."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--learners", type=int, default=100)
    parser.add_argument("--artifacts", type=int, default=6)
    parser.add_argument("--photos", type=int, default=0)
    asked = parser.parse_args()
    make_school(asked.folder, asked.learners, asked.artifacts, asked.photos)


if __name__ == "__main__":
    main()
