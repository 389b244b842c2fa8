"""Using the site: search, keyboard, palette, without scripts, on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watch
from tests.system.sample import Sample

ANA = "portfolios/4thd8536/index.html"
SENSOR = "a/6prw26dz/index.html"
TITLE = "How muddy is our river?"


def search(page: Page, words: str) -> str:
    """Type into the search as a person does, open the first result, give its address."""
    page.keyboard.press("/")
    page.wait_for_function("() => document.activeElement.matches('[data-md-component=search-query]')")
    page.keyboard.type(words)
    first = page.locator(".md-search-result__link").first
    first.wait_for(timeout=10_000)
    first.click()
    page.wait_for_url("**/a/**", timeout=10_000)
    return page.url


@pytest.mark.parametrize("way", ["http", "disk"])
def test_search_finds_a_piece(sample: Sample, public: str, browser: Browser, way: str) -> None:
    """Its title leads to its page, over http and from a folder on disk, from a page that is itself deep."""
    site = public if way == "http" else sample.public.as_uri() + "/"
    with browser.new_context(viewport={"width": 1280, "height": 844}) as context, watch(context) as seen:
        seen.page.goto(site + ANA, wait_until="load")
        assert search(seen.page, TITLE).split("?")[0] == site + SENSOR
        assert seen.complaints == []


def test_keyboard_skip_link(public: str, browser: Browser) -> None:
    """The first stop of the tab key is a link to the content, visible when it has the focus, and it works."""
    with browser.new_context(viewport={"width": 1280, "height": 844}) as context:
        page = context.new_page()
        for each in ("index.html", "about.html", ANA, SENSOR):
            page.goto(public + each, wait_until="load")
            page.keyboard.press("Tab")
            link = page.locator(":focus")
            target = link.get_attribute("href") or ""
            assert target.startswith("#"), f"{each}: {target}"
            page.wait_for_timeout(350)
            box = link.bounding_box()
            assert box and box["y"] >= 0 and box["height"] > 10
            assert link.evaluate("one => getComputedStyle(one).opacity") == "1"
            page.keyboard.press("Enter")
            assert page.url.endswith(target)
            assert page.locator(target).count() == 1


def test_focus_can_be_seen(public: str, browser: Browser) -> None:
    """Wherever the tab key stops there is something to see: an outline or a shadow, and never on what cannot be seen."""
    blind = []
    with browser.new_context(viewport={"width": 1280, "height": 844}, reduced_motion="reduce") as context:
        page = context.new_page()
        for each in ("index.html", "about.html", ANA, SENSOR):
            page.goto(public + each, wait_until="load")
            for _ in range(40):
                page.keyboard.press("Tab")
                said = page.evaluate(
                    """() => { const one = document.activeElement; if (!one || one === document.body) return "";
                    const look = getComputedStyle(one), box = one.getBoundingClientRect();
                    const mark = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0 || look.boxShadow !== "none";
                    const inside = [...one.querySelectorAll("*")].some(each => getComputedStyle(each).outlineStyle !== "none");
                    for (let up = one.parentElement; up && up !== document.body; up = up.parentElement)
                      if (getComputedStyle(up).outlineStyle !== "none") return "";  // a card is marked as a whole
                    const label = one.nextElementSibling;  // of a radio that is drawn as its label
                    if (one.type === "radio" && label && getComputedStyle(label).outlineStyle !== "none") return "";
                    if (one.matches("[data-md-component=search-query]") && document.querySelector("#__search")?.checked) return "";  // the search opens
                    return (mark || inside) && box.width > 0 ? "" : one.outerHTML.slice(0, 120); }"""
                )
                blind += [f"{each}: {said}"] if said else []
    assert blind == []


def test_palette_is_remembered(public: str, browser: Browser) -> None:
    """The button leads from the device's own choice over light to dark, and the next page and a reload keep it."""
    scheme = "() => document.body.getAttribute('data-md-color-scheme')"
    with browser.new_context(viewport={"width": 1280, "height": 844}, color_scheme="light") as context:
        page = context.new_page()
        page.goto(public + "about.html", wait_until="load")
        seen = [page.evaluate(scheme)]
        for _ in range(2):
            page.locator("form[data-md-component=palette] label:visible").first.click()
            page.wait_for_timeout(200)
            seen.append(page.evaluate(scheme))
        assert seen == ["default", "default", "slate"]
        page.goto(public + SENSOR, wait_until="load")
        assert page.evaluate(scheme) == "slate"
        page.reload()
        assert page.evaluate(scheme) == "slate"


def test_works_are_there_without_scripts(sample: Sample, public: str, browser: Browser) -> None:
    """With scripts switched off the portfolio lists every piece and the piece shows its picture and its words."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(public + ANA, wait_until="load")
        pieces = set(re.findall(r'href="\.\./\.\./(a/\w+/)index\.html', (sample.public / ANA).read_text("utf-8")))
        assert len(pieces) == 6
        for each in sorted(pieces):
            assert any(one.is_visible() for one in page.locator(f'a[href$="{each}index.html"]').all())
        page.goto(public + SENSOR, wait_until="load")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.locator("main img, article img, .ex-wrap img, figure img").first.is_visible()
        page.goto(public + "exhibition/index.html", wait_until="load")
        works = {path.parent.name for path in (sample.public / "a").glob("*/index.html")}
        shown = {work for work in works if any(one.is_visible() for one in page.locator(f'a[href*="a/{work}/"]').all())}
        assert shown == works


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_portfolio_prints_on_one_page(public: str, browser: Browser, tmp_path: Path, paper: str) -> None:
    """The home of a portfolio is one sheet of paper."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(public + ANA, wait_until="networkidle")
        data = page.pdf(format=paper)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", data)) == 1
