"""Putting the shell round a page: rendered once a depth, language, direction and section, then spliced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markupsafe import escape

from generator.layout import WORK
from generator.pages._draft import PageDraft
from generator.site.config import load_config, material_folder
from generator.site.face import SchoolLinks, SiteFace
from generator.site.frame import Frame, fit_shell, mark, render_inks
from generator.site.output import NOT_FOUND
from generator.site.policy import render_policy

_NOINDEX = '<meta name="robots" content="noindex, nofollow">'
_MARK = re.compile("\ue000([a-z]+)\ue001")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A frame cut at its marks: text and names of marks in turn, and its content policy."""

    pieces: tuple[str, ...]
    names: tuple[str, ...]
    policy: str


class Shell:
    """The shell of one site; `wrap` makes a whole page of a draft. Made by `open_shell`, shared by forked workers."""

    def __init__(self, frame: Frame) -> None:
        """Keep the environment and the frames rendered so far."""
        self.frame, self.face = frame, frame.face
        self._cuts: dict[tuple[int, str, str, str, str], _Cut] = {}
        self._school_inks = str(render_inks(self.face.inks, self.face.inks_night))

    def wrap(self, draft: PageDraft, indexed: bool | None = None) -> str:
        """Make the whole page of a draft.

        `indexed` says whether search engines may list it where the site allows that; by default only
        pages that lean on nobody's consent are.
        """
        depth, root = draft.address.count("/"), self.face.root if draft.address == NOT_FOUND else ""
        cut = self._get_cut(depth, draft.lang, draft.direction, draft.section, root)
        title = draft.title if draft.title == self.face.name or not draft.title else f"{draft.title} - {self.face.name}"
        listed = self.face.indexed and (not draft.grants if indexed is None else indexed)
        values = {
            "title": str(escape(title or self.face.name)),
            "description": f'<meta name="description" content="{escape(draft.description)}">' if draft.description else "",
            "inks": _render_inks(draft.inks, draft.inks_night) if draft.inks or draft.inks_night else self._school_inks,
            "robots": "" if listed and draft.address != NOT_FOUND else _NOINDEX,
            "content": draft.content,
        }
        out = [cut.pieces[0]]
        for name, piece in zip(cut.names, cut.pieces[1:], strict=True):
            out.append(values[name])
            out.append(piece)
        return "".join(out)

    def finish(self, page: str, address: str) -> str:
        """Fill the marks of a page that MkDocs rendered; `address` is its file in the output."""
        face = self.face
        cut = self._get_cut(address.count("/"), face.lang, face.direction, "about", "")
        values = {"policy": cut.policy, "robots": "" if face.indexed else _NOINDEX, "edition": self._edition_line(face.lang)}
        page = fit_shell(page, face.lang, face.direction, "about")
        return _MARK.sub(lambda found: values.get(found[1], ""), page)

    def warm(self, drafts: Sequence[PageDraft]) -> None:
        """Render the frames that these drafts need, so that forked workers find them ready."""
        for draft in drafts:
            self.wrap(draft)

    def _edition_line(self, lang: str) -> str:
        """The line of the footer that says which copy this is, escaped."""
        return str(escape(self.face.words_in(lang).get(f"edition_{self.face.edition}", "")))

    def _get_cut(self, depth: int, lang: str, direction: str, section: str, root: str) -> _Cut:
        """Get a frame, rendered on first use."""
        key = (depth, lang, direction, section, root)
        cut = self._cuts.get(key)
        if cut is None:
            cut = self._cuts[key] = self._make_cut(*key)
        return cut

    def _make_cut(self, depth: int, lang: str, direction: str, section: str, root: str) -> _Cut:
        """Render a frame, fill what is the same for all its pages, and cut it at the other marks."""
        html = self.frame.render_frame(depth, lang, direction, section, root)
        policy = render_policy(html)
        html = html.replace(mark("policy"), policy).replace(mark("edition"), self._edition_line(lang))
        pieces = _MARK.split(html)
        return _Cut(tuple(pieces[0::2]), tuple(pieces[1::2]), policy)


@lru_cache(maxsize=4096)
def _render_inks(inks: str, night: str) -> str:
    """Render a pair; the same pair comes back for every page of a portfolio."""
    return str(render_inks(inks, night))


def open_shell(school: Path, face: SiteFace, theme_dirs: Sequence[Path], links: SchoolLinks = SchoolLinks()) -> Shell:
    """Build the shell of a site: the theme's environment is made once, here.

    `theme_dirs` are laid over Material, the first on top: the school's own theme, then the tool's.
    `links` comes from `find_school_links`.
    """
    config, _ = load_config(school, face, theme_dirs, material_folder(), school / WORK / "pages")
    return Shell(Frame(config, face, links, theme_dirs))
