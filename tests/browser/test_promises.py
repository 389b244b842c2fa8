"""What every page promises in a real browser: axe finds nothing, nothing is asked of another host, nothing runs sideways."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import watch
from tests.system.sample import Sample

AXE = (Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js").read_text("utf-8")
RULES = """async only => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const wanted = only ? {type: "rule", values: [only]} : {type: "tag", values: tags};
  const found = await axe.run(document, {runOnly: wanted, resultTypes: ["violations"]});
  return found.violations.flatMap(each => each.nodes.map(node => `${each.id}: ${node.target.join(" ")}: ${node.failureSummary.replaceAll("\\n", " ")}`));
}"""
WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room && document.body.scrollWidth <= room) return "";
  const out = [...document.body.querySelectorAll("*")].filter(each => each.getBoundingClientRect().right > room + 1);
  return `${document.documentElement.scrollWidth} > ${room}: ` + out.slice(0, 4).map(each => each.tagName + "." + each.className).join(", ");
}"""
MUST = ("index.html", "404.html", "about.html", "exhibition/index.html", "graduate-profile/index.html")
"""Pages that every school has, beside its portfolios and pieces."""


def list_pages(tree: Path) -> list[str]:
    """Every page of a tree; the home first."""
    return sorted((path.relative_to(tree).as_posix() for path in tree.rglob("*.html")), key=lambda each: (each.count("/"), each))


def list_kinds(tree: Path) -> list[str]:
    """Every page but the competencies after the first two, which differ in words alone."""
    found = list_pages(tree)
    many = [each for each in found if each.startswith("graduate-profile/") and each.count("/") == 2][2:]
    return [each for each in found if each not in many]


def pick_coloured(tree: Path) -> list[str]:
    """A page of each kind, and every portfolio, for each has its own two inks."""
    return list(dict.fromkeys([*pick_pages(tree), *(each for each in list_pages(tree) if each.startswith("portfolios/"))]))


def pick_pages(tree: Path) -> list[str]:
    """One page of each kind: of portfolios, pieces and competencies the longest."""
    found = list_pages(tree)
    kinds = {"a/": 2, "portfolios/": 1, "exhibition/": 2, "graduate-profile/": 2}
    picked = [each for each in ("index.html", "404.html", "about.html") if each in found]
    longest = sorted(found, key=lambda each: (-(tree / each).stat().st_size, each))
    return picked + [each for start, most in kinds.items() for each in [one for one in longest if one.startswith(start)][:most]]


def test_the_pages_of_a_school_are_there(sample: Sample) -> None:
    """Home, 404, about, gallery and graduate profile, a page for each show and competency, portfolios and pieces."""
    found = list_pages(sample.public)
    assert [each for each in MUST if each not in found] == []
    assert "exhibition/2026-fall/index.html" in found
    assert sum(each.startswith("graduate-profile/") for each in found) > 1
    assert sum(each.startswith("portfolios/") for each in found) == 4
    assert sum(each.startswith("a/") for each in found) == 13


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 390), ("light", 1280), ("dark", 1280)])
def test_axe_finds_nothing(sample: Sample, public: str, browser: Browser, scheme: str, width: int) -> None:
    """WCAG 2.2 A and AA and the best practices: every kind of page on the phone, home, portfolio and piece on the desk; in the dark the colours, for the rest is the same."""
    wide = [each for each in pick_pages(sample.public) if not each.startswith(("4", "about", "exhibition", "graduate"))]
    pages = wide if width == 1280 else pick_coloured(sample.public) if scheme == "dark" else list_kinds(sample.public)
    assert look_with_axe(browser, public, pages, scheme, width) == []


def test_axe_finds_nothing_in_staff(sample: Sample, staff: str, browser: Browser) -> None:
    """The staff edition shows more on the same pages: statuses, findings, goals, feedback, ratings."""
    assert look_with_axe(browser, staff, pick_pages(sample.staff), "light", 390) == []


def look_with_axe(browser: Browser, site: str, pages: list[str], scheme: str, width: int) -> list[str]:
    """Everything that axe finds on some pages, each line with its page."""
    found = []
    with browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 844}, reduced_motion="reduce") as context:  # type: ignore[arg-type]
        page = context.new_page()
        for each in pages:
            page.goto(site + each, wait_until="load")
            page.evaluate(AXE)
            found += [f"{each} {scheme} {width}: {line}" for line in page.evaluate(RULES, "color-contrast" if scheme == "dark" else "")]
    return found


@pytest.mark.parametrize("edition", ["public", "staff"])
def test_nothing_runs_sideways(sample: Sample, browser: Browser, request: pytest.FixtureRequest, edition: str) -> None:
    """At 320, 390, 768 and 1280 pixels nothing is wider than the window; no request leaves the host, no error is logged."""
    site = request.getfixturevalue(edition)
    wide, away = [], []
    with browser.new_context() as context, watch(context) as seen:
        for each in (list_kinds if edition == "public" else pick_pages)(getattr(sample, edition)):
            seen.page.goto(site + each, wait_until="load")
            for width in (1280, 768, 390, 320):
                seen.page.set_viewport_size({"width": width, "height": 844})
                said = seen.page.evaluate(WIDE)
                wide += [f"{each} at {width}: {said}"] if said else []
        away = [url for url in seen.requests if urlsplit(url).netloc != urlsplit(site).netloc and not url.startswith("data:")]
    assert (wide, away, seen.complaints) == ([], [], [])


def test_pages_open_from_disk(sample: Sample, browser: Browser) -> None:
    """From a folder on disk every page opens, its pictures and fonts load, and nothing else is asked for."""
    with browser.new_context() as context, watch(context) as seen:
        for each in [one for one in pick_pages(sample.public) if one != "404.html"]:  # a host's page: it is never opened from disk
            seen.page.goto((sample.public / each).as_uri(), wait_until="load")
            broken = seen.page.evaluate("() => [...document.images].filter(one => one.complete && !one.naturalWidth).map(one => one.src)")
            assert broken == []
        assert [url for url in seen.requests if not url.startswith((sample.public.as_uri(), "data:", "blob:"))] == []
        assert seen.complaints == []
