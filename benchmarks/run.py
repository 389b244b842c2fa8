"""Measure check and build on made schools and print the figures beside the parse floor.

    python benchmarks/run.py [--learners 100 1000] [--photos 0] [--folder DIR]

For each size: the floor (read and compose every record with PyYAML's C loader on all processors),
`check`, a cold build, a build after which nothing has changed, and one after one artifact changed;
with the wall time of the whole command and the peak memory of its largest process.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import yaml
from make_school import make_school

DAY = "2026-11-22"


def run_command(*words: str) -> tuple[float, float]:
    """Run `exhibit` in a process of its own; gives wall seconds and peak megabytes."""
    began = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-m", "generator", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise SystemExit(f"exhibit {' '.join(words)} ended with {child.returncode}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def compose_files(paths: list[Path]) -> int:
    """Read and compose some files; gives how many."""
    for path in paths:
        yaml.compose(path.read_bytes(), Loader=yaml.CSafeLoader)
    return len(paths)


def measure_floor(root: Path) -> float:
    """Seconds to read and compose every record of the portfolios on all processors."""
    paths = sorted((root / "portfolios").rglob("*.yml"))
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(compose_files, [[] for _ in range(workers)]))
        began = time.perf_counter()
        list(pool.map(compose_files, [paths[at::workers] for at in range(workers)]))
        return time.perf_counter() - began


def change_one(root: Path) -> None:
    """Change the text of one artifact."""
    path = sorted((root / "portfolios").rglob("artifact.yml"))[7]
    path.write_text(path.read_text("utf-8").replace("summary: I ", "summary: Today I ", 1), "utf-8")


def measure_school(root: Path, learners: int) -> list[tuple[str, float, float]]:
    """Measure every row for one school."""
    where = ("-C", str(root))
    shutil.rmtree(root / ".exhibit", ignore_errors=True)
    shutil.rmtree(root / "site", ignore_errors=True)
    rows = [("parse floor", measure_floor(root), 0.0)]
    rows.append(("check", *run_command(*where, "check", "--today", DAY)))
    rows.append(("cold build", *run_command(*where, "build", "--today", DAY)))
    rows.append(("nothing changed", *run_command(*where, "build", "--today", DAY)))
    change_one(root)
    rows.append(("one artifact changed", *run_command(*where, "build", "--today", DAY)))
    return rows


def main() -> None:
    """Read the arguments, make the schools, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--learners", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--photos", type=int, default=0)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="exhibit-bench-"))
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}")
    print(f"{'learners':>8}  {'what':<22} {'seconds':>8} {'peak MB':>8}")
    for learners in asked.learners:
        root = folder / f"school-{learners}"
        if not root.exists():
            make_school(root, learners, photos=asked.photos)
        for what, seconds, memory in measure_school(root, learners):
            print(f"{learners:>8}  {what:<22} {seconds:>8.2f} {f'{memory:.0f}' if memory else '':>8}", flush=True)
    if not asked.folder:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
