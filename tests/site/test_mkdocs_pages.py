"""The school's own pages: built only from what lies in its folder, made safe, and built only when needed."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import generator.site.mkdocs_pages as mkdocs_pages
from generator.pages._draft import PageDraft
from generator.site.assets import read_assets
from generator.site.face import SiteFace
from generator.site.mkdocs_pages import SchoolPages, build_school_pages
from generator.site.policy import render_policy
from generator.site.shell import Shell, open_shell
from generator.site.sources import find_school_links, read_sources

SCRIPT = "<script>window.pwned=1</script>"


@pytest.fixture
def pages(school: Path) -> Path:
    """The folder of the school's pages, with two in it and the text of the home."""
    folder = school / "content" / "pages"
    (folder / "index.md").write_text("# Home\n\ncanary-home\n", "utf-8")
    (folder / "about.md").write_text("# Hello & welcome\n\nSee [how to visit](visiting.md) or [home](index.md).\n", "utf-8")
    (folder / "visiting.md").write_text("# Visiting\n\nCome by bus.\n", "utf-8")
    return folder


def outputs(school: Path, face: SiteFace, themes: list[Path]) -> tuple[SchoolPages, dict[str, str]]:
    """Build the pages and give them as they are put into a tree."""
    built = build_school_pages(school, face, themes)
    shell = open_shell(school, face, themes, find_school_links(school))
    return built, {path: data.decode("utf-8", "replace") for path, data in built.render(shell)}


def test_pages_stand_in_the_shell(school: Path, pages: Path, face: SiteFace, themes: list[Path]) -> None:
    """A page has header, footer, policy and its text; the home is ours, and links to it work."""
    built, files = outputs(school, face, themes)
    assert built.problems == () and sorted(files) == ["about.html", "visiting.html"]
    about = files["about.html"]
    assert '<h1 id="s-hello-welcome">Hello &amp; welcome</h1>' in about and 'href="visiting.html">how' in about
    assert 'href="index.html">home' in about and "canary-home" not in "".join(files.values()) + json.dumps(built.search)
    assert 'class="md-header"' in about and 'class="ex-foot"' in about and "\ue000" not in about
    assert '<a href="about.html" aria-current="page">About</a>' in about
    assert [entry["location"] for entry in built.search["docs"]] == ["about.html", "visiting.html"]
    assert "assets" not in {path.name for path in built.folder.iterdir()}


def test_policy_is_that_of_the_shell(school: Path, pages: Path, face: SiteFace, themes: list[Path]) -> None:
    """Every inline script of the template is named in the policy; one in a page's text is not."""
    (pages / "about.md").write_text(f"# Hi\n\n{SCRIPT}\n", "utf-8")
    _, files = outputs(school, face, themes)
    for page in files.values():
        assert render_policy(page.replace(SCRIPT, "")) in page


def test_hostile_titles_stay_text(school: Path, pages: Path, face: SiteFace, themes: list[Path]) -> None:
    """Markup in front matter or a heading is inert on its page, on every other page, and in search."""
    (pages / "about.md").write_text(f'---\ntitle: "{SCRIPT}"\ndescription: "{SCRIPT}"\nauthor: "{SCRIPT}"\n---\nNo heading.\n', "utf-8")
    (pages / "visiting.md").write_text(f"# `{SCRIPT}` & so on\n\ntext\n\n## Tea & cake\n", "utf-8")
    built, files = outputs(school, replace(face, name=SCRIPT), themes)
    assert all(SCRIPT not in page for page in files.values())
    assert "&amp;amp;" not in "".join(files.values())
    assert SCRIPT not in json.dumps(built.search)


def test_ids_of_text_cannot_take_the_shells_place(school: Path, pages: Path, face: SiteFace, themes: list[Path]) -> None:
    """A heading or element named like a part of the shell gets another id."""
    (pages / "about.md").write_text("# __config\n\n## __search\n\n<div id='__drawer'></div>\n\n## x {#__config}\n", "utf-8")
    (school / "mkdocs.yml").write_text("markdown_extensions: [attr_list]\n", "utf-8")
    _, files = outputs(school, face, themes)
    page = files["about.html"]
    for name in ("__config", "__search", "__drawer"):
        assert len(re.findall(rf"""id=["']{name}["']""", page)) == 1
    assert page.index('id="s-__config"') < page.index('id="__config"')


def test_links_are_refused_and_named(school: Path, pages: Path, face: SiteFace, themes: list[Path], tmp_path: Path) -> None:
    """No link is followed: neither to a file, nor a folder, nor a page, nor round in a circle."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "plan.md").write_text("# canary-7f", "utf-8")
    (pages / "plan.md").symlink_to(tmp_path / "secret" / "plan.md")
    (pages / "folder").symlink_to(tmp_path / "secret")
    (pages / "round").symlink_to(".")
    (pages / "picture.png").symlink_to(tmp_path / "secret" / "plan.md")
    built, files = outputs(school, face, themes)
    assert [path for path, _ in built.problems] == [f"content/pages/{name}" for name in ("folder", "picture.png", "plan.md", "round")]
    assert all("link" in sentence for _, sentence in built.problems)
    assert sorted(files) == ["about.html", "visiting.html"]
    assert not any(b"canary-7f" in path.read_bytes() for path in (school / ".exhibit").rglob("*") if path.is_file())


def test_a_linked_folder_of_pages_is_refused(school: Path, face: SiteFace, themes: list[Path], tmp_path: Path) -> None:
    """`content/pages` itself may be no link either."""
    (school / "content" / "pages").rmdir()
    (school / "content" / "pages").symlink_to(tmp_path)
    built, files = outputs(school, face, themes)
    assert files == {} and built.problems[0][0] == "content/pages"


def test_other_pages_survive_one_that_is_not_text(school: Path, pages: Path, face: SiteFace, themes: list[Path]) -> None:
    """A page in another encoding is left out and named; the others are built."""
    (pages / "old.md").write_bytes("# caf\u00e9".encode("latin-1"))
    built, files = outputs(school, face, themes)
    assert [path for path, _ in built.problems] == ["content/pages/old.md"] and "UTF-8" in built.problems[0][1]
    assert "visiting.html" in files


@pytest.mark.parametrize("name", ["exhibition/night.md", "a/x.md", "portfolios.md.d/../404.md", "search/x.js", "assets/x.css"])
def test_our_own_addresses_are_kept_free(school: Path, pages: Path, name: str) -> None:
    """A school's page cannot take the place of one that Exhibit writes."""
    path = pages / name.split("../")[-1]
    path.parent.mkdir(exist_ok=True)
    path.write_text("# x", "utf-8")
    sources = read_sources(school)
    assert sources.problems and path.relative_to(pages).as_posix() not in sources.files


def test_unchanged_pages_are_not_built_again(
    school: Path, pages: Path, face: SiteFace, themes: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs runs again when a page, a setting, a template or a word changes, and only then."""
    runs: list[int] = []
    real = mkdocs_pages.build
    monkeypatch.setattr(mkdocs_pages, "build", lambda config: (runs.append(1), real(config)))
    (school / "theme" / "partials").mkdir(parents=True)

    def built_again(changed: SiteFace = face) -> bool:
        before = len(runs)
        build_school_pages(school, changed, themes)
        return len(runs) > before

    assert built_again() and not built_again()
    (pages / "visiting.md").write_text("# Visiting us\n", "utf-8")
    assert built_again() and not built_again()
    (school / "mkdocs.yml").write_text("theme: {name: material}\n", "utf-8")
    assert built_again() and not built_again()
    (school / "theme" / "partials" / "footer.html").write_text("<footer></footer>", "utf-8")
    assert built_again() and not built_again()
    (pages / "visiting.md").rename(pages / "coming.md")
    assert built_again() and not built_again()
    assert built_again(replace(face, name="Other")) and not built_again(replace(face, name="Other"))
    (school / ".exhibit" / "pages" / "search" / "search_index.json").unlink()
    assert built_again(replace(face, name="Other"))


def test_removed_pages_leave_the_cache(school: Path, pages: Path, face: SiteFace, themes: list[Path]) -> None:
    """What a school takes away is gone from every folder of the tool after one build."""
    (pages / "gone.md").write_text("# canary-9d", "utf-8")
    build_school_pages(school, face, themes)
    (pages / "gone.md").unlink()
    build_school_pages(school, face, themes)
    assert not any(b"canary-9d" in path.read_bytes() for path in (school / ".exhibit").rglob("*") if path.is_file())


@pytest.mark.parametrize("text", ["a: [", "- list", "plugins: [no-such-plugin]", "theme: {name: nowhere, features: 3}", "markdown_extensions: 7", "nav: 3", "plugins: 3", "extra: no", "\x00", "theme: []"])
def test_settings_that_cannot_be_used(school: Path, pages: Path, face: SiteFace, themes: list[Path], text: str) -> None:
    """Whatever stands in mkdocs.yml, there is a page or a sentence, and never a traceback."""
    (school / "mkdocs.yml").write_text(text, "utf-8")
    built, files = outputs(school, face, themes)
    assert "about.html" in files
    assert all(path == "mkdocs.yml" and sentence.endswith(".") for path, sentence in built.problems)


def test_settings_cannot_reach_out(school: Path, pages: Path, face: SiteFace, themes: list[Path]) -> None:
    """Fonts, analytics and the like of other hosts are set aside, and snippets of other files too."""
    (school / "mkdocs.yml").write_text(
        "site_url: https://school.example/\ntheme: {name: material, font: {text: Roboto}, features: [navigation.instant]}\n"
        "extra: {analytics: {provider: google, property: G-1}, generator: true}\nmarkdown_extensions: [pymdownx.snippets]\n",
        "utf-8",
    )
    (pages / "visiting.md").write_text('# Visiting\n\n--8<-- "mkdocs.yml"\n', "utf-8")
    built, files = outputs(school, face, themes)
    text = "".join(files.values())
    assert built.problems == ()
    assert not any(word in text for word in ("googleapis", "gstatic", "google", "school.example", "navigation.instant", "generator"))


def test_pictures_of_other_hosts_are_named(school: Path, pages: Path, face: SiteFace, themes: list[Path]) -> None:
    """A page that would load something from elsewhere is named with the host, each time."""
    (pages / "visiting.md").write_text("# Visiting\n\n![map](https://maps.example/m.png)\n", "utf-8")
    for _ in range(2):
        problems = build_school_pages(school, face, themes).problems
        assert [path for path, _ in problems] == ["content/pages/visiting.md"] and "maps.example" in problems[0][1]


def test_same_pages_same_bytes(school: Path, pages: Path, face: SiteFace, themes: list[Path], tmp_path: Path) -> None:
    """The pages depend on their sources, not on the folder or the moment."""
    other = tmp_path / "other"
    shutil.copytree(school, other)
    one, two = outputs(school, face, themes), outputs(other, face, [other / "theme", themes[1]])
    assert one[1] == two[1] and one[0].search == two[0].search


def test_a_school_without_pages(school: Path, face: SiteFace, themes: list[Path]) -> None:
    """No pages: nothing to write, no About word, and search can still be made."""
    built, files = outputs(school, face, themes)
    assert files == {} and built.problems == () and built.search["docs"] == []
    assert find_school_links(school).about == ""


def test_links_of_the_shell_follow_the_pages(school: Path, pages: Path) -> None:
    """Accessibility and privacy are linked when they exist; about is the page of that name, else the first."""
    (pages / "privacy.md").write_text("# P", "utf-8")
    links = find_school_links(school)
    assert (links.about, links.accessibility, links.privacy) == ("about.html", "", "privacy.html")
    (pages / "about.md").unlink()
    assert find_school_links(school).about == "visiting.html"


def test_assets_are_few_and_complete(school: Path, pages: Path, face: SiteFace, themes: list[Path]) -> None:
    """Every shared file that a page names is there; source maps and unused languages are not."""
    built, files = outputs(school, replace(face, languages=("en", "es")), themes)
    assets = dict(read_assets(themes, built.search))
    for page in files.values():
        for path in re.findall(r'(?:src|href)="((?:assets)/[^"]+)"', page):
            assert path in assets
    assert not any(path.endswith(".map") for path in assets) and b"sourceMappingURL" not in b"".join(assets.values())
    assert sorted(path for path in assets if "lunr" in path) == [
        f"assets/javascripts/lunr/min/lunr.{name}.min.js" for name in ("es", "multi", "stemmer.support")
    ]
    assert "Permission is hereby granted" in assets["assets/javascripts/workers/iframe-worker.txt"].decode()
    assert sum(map(len, assets.values())) < 1_000_000


def test_shell_is_shared(school: Path, pages: Path, face: SiteFace, themes: list[Path]) -> None:
    """The school's pages and ours carry the same header, byte for byte but for blanks and place."""
    _, files = outputs(school, face, themes)
    shell: Shell = open_shell(school, face, themes, find_school_links(school))

    def header(page: str) -> str:
        inner = re.search(r"<header.*?</header>", page, re.DOTALL)
        assert inner is not None
        return re.sub(r"\s+", " ", re.sub(r' aria-current="\w+"', "", inner.group()))

    assert header(files["about.html"]) == header(shell.wrap(PageDraft("", "t", "")))
