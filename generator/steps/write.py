"""Write one edition: draft its pages, put the shell round them, derive its pictures, swap the tree in.

Work is cut by portfolio and piece and shared out to forked workers; each writes what differs and
hands back plain records, so that memory does not grow with the pages (ARCHITECTURE section 4).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator import layout
from generator.audience.view import PublishedView
from generator.media import UnreadableMedium
from generator.pages import Desk, draft_shared, draft_work, list_work, open_desk
from generator.pages._draft import PageDraft
from generator.site.assets import read_assets
from generator.site.face import SiteFace
from generator.site.mkdocs_pages import build_school_pages
from generator.site.output import Output
from generator.site.pictures import PictureStore
from generator.site.search import Row, find_row, render_search
from generator.site.shell import Shell, open_shell
from generator.site.sources import find_school_links, read_sources
from generator.site.tree import Record, TreeWriter, open_tree
from generator.steps.progress import Progress
from generator.steps.unreadable import without_pictures
from generator.steps.workers import cut, share_out

_CHUNK = 40
"""Portfolios and pieces in one parcel of work: long enough to be worth handing over."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: pages in all, files that changed, and (path, reason) of what could not be shown.

    `placed` is False where nothing new was put in place because of those problems.
    """

    pages: int
    changed: int
    problems: tuple[tuple[str, str], ...]
    placed: bool = True


@dataclass(frozen=True)
class _Bench:
    """Everything a worker needs; inherited by a fork, never pickled."""

    view: PublishedView
    desk: Desk
    shell: Shell
    tree: TreeWriter
    pictures: PictureStore


@dataclass(frozen=True, slots=True)
class _Parcel:
    """What came of a parcel of work, as plain data."""

    records: list[Record]
    rows: list[Row]
    problems: list[tuple[str, str]]
    fresh: dict[str, tuple[tuple[int, int, int, int], str]]
    pages: int


def write_tree(root: Path, output: Output, view: PublishedView, jobs: int, tolerated: frozenset[tuple[str, str]] | None, say: Progress) -> Written:
    """Write a view into an output tree and put it in place.

    Where `tolerated` is given, nothing is put in place if a picture or a page could not be made
    that is not among it. Raises OutputError with the old tree as it was.
    """
    began = time.time_ns()
    themes = list_themes(root)
    desk = open_desk(themes, view)
    face = describe_face(root, view, desk)
    say("pages of the school", 0, 1)
    school = build_school_pages(root, face, themes)
    with open_tree(output) as tree:
        shell = open_shell(root, face, themes, find_school_links(root))
        store = PictureStore(root, view.school.image_max_px).load()
        bench = _Bench(view, desk, shell, tree, store)
        parcels = list(_work(bench, jobs, say))
        known = {path for path, _ in read_sources(root).problems}  # findings already
        unreadable = tuple(dict.fromkeys(each for parcel in parcels for each in parcel.problems))
        problems = [*(each for each in school.problems if each[0] not in known), *unreadable]
        if tolerated is not None and set(problems) - tolerated:
            return Written(0, 0, tuple(problems), placed=False)
        if not unreadable:
            ours = {record[0] for parcel in parcels for record in parcel.records}
            for path, data in school.render(shell):
                if path not in ours:
                    tree.put(path, data)
            for path, data in read_assets(themes, school.search):
                tree.put(path, data)
            found, grants = render_search(school.search, (row for parcel in parcels for row in parcel.rows))
            for path, data in found:
                tree.put(path, data, grants)
            change = tree.commit()
        store.save(began)
    if unreadable:  # pages name these pictures and do not show them: everything is drafted once more
        again = write_tree(root, output, without_pictures(view, frozenset(path for path, _ in unreadable)), jobs, tolerated, say)
        return replace(again, problems=(*unreadable, *again.problems))
    return Written(sum(parcel.pages for parcel in parcels), len(change.written) + len(change.removed), tuple(problems))


def list_themes(root: Path) -> tuple[Path, ...]:
    """List the theme folders, the school's own before the tool's."""
    own, ours = root / "theme", layout.find_theme()
    return (own, ours) if own.is_dir() and own.resolve() != ours.resolve() else (ours,)


def describe_face(root: Path, view: PublishedView, desk: Desk) -> SiteFace:
    """Say what the shell needs to know of a site."""
    school = view.school
    return SiteFace(
        name=school.name,
        edition=view.edition,
        lang=school.languages[0],
        direction=desk.direction,
        languages=school.languages,
        url=school.url,
        indexed=school.indexed and view.edition == "public",
        logo=school.logo if (root / layout.PAGES / school.logo).is_file() else "",
        sections=desk.sections(view),
        inks=desk.school_inks[0],
        inks_night=desk.school_inks[1],
        translations=desk.shell_words,
    )


def _work(bench: _Bench, jobs: int, say: Progress) -> Iterator[_Parcel]:
    """Draft and write everything: what pages share, and portfolios and pieces by parcels."""
    ids = list_work(bench.view)
    parcels = [None, *cut(ids, _CHUNK)]
    fresh: dict[str, tuple[tuple[int, int, int, int], str]] = {}
    for done, parcel in enumerate(share_out(partial(_make_parcel, bench), parcels, jobs)):
        bench.tree.merge(parcel.records)
        fresh.update(parcel.fresh)
        say("pages", min(done * _CHUNK, len(ids)), len(ids))
        yield parcel
    bench.pictures.known.update(fresh)
    bench.pictures.fresh = fresh


def _make_parcel(bench: _Bench, ids: tuple[str, ...] | None) -> _Parcel:
    """Draft, wrap and put the pages of some portfolios and pieces; None means what all pages share."""
    bench.tree.take_records()
    bench.pictures.fresh = {}
    rows: list[Row] = []
    problems: list[tuple[str, str]] = []
    pages = 0
    drafts = draft_shared(bench.view, bench.desk) if ids is None else draft_work(bench.view, ids, bench.desk)
    for draft in drafts:
        pages += 1
        _put(bench, draft, rows, problems)
    return _Parcel(bench.tree.take_records(), rows, problems, dict(bench.pictures.fresh), pages)


def _put(bench: _Bench, draft: PageDraft, rows: list[Row], problems: list[tuple[str, str]]) -> None:
    """Put one page with its pictures; a picture that cannot be decoded is a problem, not a failure."""
    bench.tree.put(draft.file, bench.shell.wrap(draft).encode(), draft.grants)
    for order in draft.pictures:
        try:
            bench.pictures.put(bench.tree, order, draft.grants)
        except UnreadableMedium as problem:
            problems.append((order.source, f"{problem.reason} {problem.advice}"))
    row = find_row(draft)
    if row is not None:
        rows.append(row)
