"""The shell round a page: what was written is text there, links are relative, and nothing is asked of others."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

import generator.site.frame as frame_module
from generator.errors import ExhibitError
from generator.pages._draft import PageDraft
from generator.site.face import SHELL_WORDS, SiteFace
from generator.site.frame import SchoolLinks
from generator.site.shell import Shell, open_shell

HOSTILE = """</title><script>alert(1)</script>"><img src=x onerror=alert(1)>'`&amp;{{ 7*7 }}"""


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.found.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of all tags of a name."""
        return [attrs for name, attrs in self.found if name == tag]


@pytest.fixture
def shell(school: Path, face: SiteFace, themes: list[Path]) -> Shell:
    """The shell of a public site."""
    return open_shell(school, face, themes, SchoolLinks("about.html", "accessibility.html", ""))


def test_title_and_description_are_text(shell: Shell) -> None:
    """Markup in a title or description is printed, never read as markup."""
    plain = Tags(shell.wrap(PageDraft("a/x/", "t", "<p>c</p>", description="d", section="works"))).found
    page = shell.wrap(PageDraft("a/x/", HOSTILE, "<p>c</p>", description=HOSTILE, section="works"))
    hostile = Tags(page).found
    assert [tag for tag, _ in hostile] == [tag for tag, _ in plain]
    assert {"name": "description", "content": HOSTILE} in Tags(page).named("meta")
    assert unescape(page.split("<title>")[1].split("</title>")[0]) == f"{HOSTILE} - Riverbend"


def test_the_schools_words_are_text(school: Path, face: SiteFace, themes: list[Path]) -> None:
    """A school's name and every word of the shell are escaped as well."""
    words = dict.fromkeys(SHELL_WORDS, HOSTILE)
    hostile = replace(face, name=HOSTILE, words=words, edition="staff")
    page = open_shell(school, hostile, themes, SchoolLinks("about.html")).wrap(PageDraft("", "t", ""))
    assert "<script>alert" not in page and "<img" not in page


def test_a_section_cannot_break_out(shell: Shell) -> None:
    """The section becomes a class name and nothing more."""
    page = shell.wrap(PageDraft("", "t", "", section='"><script>alert(1)</script>'))
    assert "<script>alert" not in page


@pytest.mark.parametrize(("address", "section", "lang", "direction"), [("", "home", "en", "ltr"), ("a/b/", "works", "ar", "rtl"), ("404.html", "", "fr", "ltr")])
def test_splice_equals_full_render(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, address: str, section: str, lang: str, direction: str
) -> None:
    """Filling the marks of a frame gives the bytes that rendering the page whole would give."""
    draft = PageDraft(address, "A & B", "<h1>Hi</h1>", description="D", lang=lang, direction=direction, section=section, inks="--ink-a:#123456")
    wrapped = shell.wrap(draft)
    values = {
        "title": "A &amp; B - Riverbend",
        "description": '<meta name="description" content="D">',
        "content": draft.content,
        "inks": "body{--ink-a:#123456}",
        "robots": '<meta name="robots" content="noindex, nofollow">',
        "edition": "",
        "policy": re.search(r'Policy" content="([^"]*)"', wrapped).group(1),  # type: ignore[union-attr]
    }
    monkeypatch.setattr(frame_module, "mark", values.__getitem__)
    root = "/" if address == "404.html" else ""
    whole = shell.frame.render_frame(address.count("/"), lang, direction, section, root)
    assert wrapped == whole


def test_links_are_relative_and_name_a_file(shell: Shell) -> None:
    """Every link leads to a file from where the page stands, so that a folder opens from disk."""
    for address, up in (("", ""), ("exhibition/", "../"), ("a/x/", "../../"), ("exhibition/a/b/", "../../../")):
        tags = Tags(shell.wrap(PageDraft(address, "t", "")))
        links = [attrs["href"] or "" for tag in ("a", "link") for attrs in tags.named(tag)] + [attrs["src"] or "" for attrs in tags.named("script") if "src" in attrs]
        leading = [link for link in links if not link.startswith("#")]
        assert f"{up}index.html" in leading and f"{up}about.html" in leading and f"{up}exhibition/index.html" in leading
        assert all(link.startswith(up) and not link.startswith("/") and ":" not in link for link in leading)
        assert all(re.search(r"\.\w+\Z", link) for link in leading)


def test_the_404_page_works_at_any_address(school: Path, face: SiteFace, themes: list[Path]) -> None:
    """Relative links of the neutral page start at the site's root, wherever the host shows it."""
    shell = open_shell(school, replace(face, url="https://school.example/shows"), themes)
    tags = Tags(shell.wrap(PageDraft("404.html", "t", "")))
    assert tags.named("base") == [{"href": "/shows/"}]
    assert Tags(shell.wrap(PageDraft("", "t", ""))).named("base") == []


def test_policy_names_every_inline_script_of_the_shell_and_no_other(shell: Shell) -> None:
    """The content policy runs the shell's own scripts; a script in content has no hash."""
    page = shell.wrap(PageDraft("a/x/", "t", "<script>alert(1)</script>"))
    policy = next(attrs["content"] or "" for attrs in Tags(page).named("meta") if attrs.get("http-equiv"))
    assert policy.count("'sha256-") == 3
    assert "script-src 'self' 'sha256-" in policy and "default-src 'self'" in policy
    assert "http:" not in policy and "https:" not in policy and "*" not in policy
    assert policy == next(attrs["content"] for attrs in Tags(shell.wrap(PageDraft("a/y/", "t", ""))).named("meta") if attrs.get("http-equiv"))


def test_no_other_host_is_named(shell: Shell) -> None:
    """A page of the shell asks no other host for anything."""
    page = shell.wrap(PageDraft("", "t", ""))
    assert re.findall(r"(?:https?:)?//[a-z]", page.replace("http://www.w3.org/2000/svg", "")) == []
    assert "generator" not in page


def test_robots_and_referrer(school: Path, face: SiteFace, themes: list[Path]) -> None:
    """Nothing is listed unless the site is indexed, and then only pages that lean on nobody, unless said."""
    noindex = {"name": "robots", "content": "noindex, nofollow"}
    leaning = PageDraft("a/x/", "t", "", grants=frozenset({("ana-r", "work")}))
    free = PageDraft("", "t", "")
    closed, opened = open_shell(school, face, themes), open_shell(school, replace(face, indexed=True), themes)
    listed = {page: noindex not in Tags(page).named("meta") for page in (closed.wrap(free), closed.wrap(free, indexed=True), opened.wrap(leaning))}
    assert not any(listed.values())
    assert noindex not in Tags(opened.wrap(free)).named("meta")
    assert noindex not in Tags(opened.wrap(leaning, indexed=True)).named("meta")
    assert {"name": "referrer", "content": "no-referrer"} in Tags(opened.wrap(free)).named("meta")


def test_language_and_direction(shell: Shell) -> None:
    """The page says its own language, also one that Material is not translated to."""
    for lang, direction in (("ar", "rtl"), ("so", "ltr"), ("zh-Hant", "ltr"), ("es-MX", "ltr")):
        html = Tags(shell.wrap(PageDraft("", "t", "", lang=lang, direction=direction))).named("html")[0]
        assert (html["lang"], html["dir"]) == (lang, direction)
    page = shell.wrap(PageDraft("", "t", "", lang='"><script>', direction='"><script>'))
    assert Tags(page).named("html")[0]["lang"] == "en"


def test_words_follow_the_language(school: Path, face: SiteFace, themes: list[Path]) -> None:
    """Words are replaced by the school's and by those of the page's language, one by one."""
    spoken = replace(face, words={"nav_works": "Pieces"}, translations={"es": {"nav_works": "Obras"}})
    shell = open_shell(school, spoken, themes)
    assert ">Pieces</a>" in shell.wrap(PageDraft("", "t", ""))
    page = shell.wrap(PageDraft("", "t", "", lang="es-MX"))
    assert ">Obras</a>" in page and ">Exhibition</a>" in page


def test_the_edition_is_said(school: Path, face: SiteFace, themes: list[Path]) -> None:
    """The staff copy says in its footer that it must not be published; the public one says nothing."""
    line = "Staff copy. Never publish this folder."
    assert line in open_shell(school, replace(face, edition="staff"), themes).wrap(PageDraft("", "t", ""))
    assert line not in open_shell(school, face, themes).wrap(PageDraft("", "t", ""))


def test_current_word_and_inks(shell: Shell) -> None:
    """The header shows where the page belongs, and a portfolio is printed in its own pair."""
    page = shell.wrap(PageDraft("a/x/", "t", "", section="works", inks="--ink-a:#111111", inks_night="--ink-a:#222222"))
    current = [attrs["href"] for attrs in Tags(page).named("a") if "aria-current" in attrs]
    assert current == ["../../exhibition/index.html"]
    assert 'body{--ink-a:#111111}body[data-md-color-scheme="slate"]{--ink-a:#222222}' in page
    assert "--ink-a:#0e5a47" in shell.wrap(PageDraft("", "t", ""))


@pytest.mark.parametrize("inks", ["--a:1}body{", "</style><script>", "@import x", "--a:url(\\2f)"])
def test_inks_cannot_break_out_of_their_rule(shell: Shell, inks: str) -> None:
    """Whatever is not plain declarations is the tool's own mistake and stops it."""
    with pytest.raises(ExhibitError):
        shell.wrap(PageDraft("", "t", "", inks=inks))


def test_a_schools_own_theme_lies_on_top(school: Path, face: SiteFace, themes: list[Path]) -> None:
    """A template of the school goes before ours, and ours before Material's; its style sheets come along."""
    (school / "theme" / "partials").mkdir(parents=True)
    (school / "theme" / "assets").mkdir()
    (school / "theme" / "partials" / "footer.html").write_text("<footer>Our own {{ exhibit.name }}</footer>", "utf-8")
    (school / "theme" / "assets" / "school.css").write_text("p{}", "utf-8")
    page = open_shell(school, face, themes).wrap(PageDraft("a/x/", "t", ""))
    assert "<footer>Our own Riverbend</footer>" in page and 'class="md-header"' in page
    assert 'href="../../assets/school.css"' in page
