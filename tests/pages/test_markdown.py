"""The promises of the one door to Markdown: what learners write is shown, and never runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.pages import _markdown
from generator.pages._markdown import render_line, render_markdown, strip_marks

steady = settings(derandomize=True, deadline=None, max_examples=300)
ALLOWED = {"p", "br", "hr", "h3", "h4", "h5", "h6", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "a"}
REL = 'rel="noopener noreferrer"'

ATTACKS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<div onclick=alert(1)>\n\n# x\n\n</div>",
    "<!-- --!><img src=x onerror=alert(1)>-->",
    "<?php x ?><style>*{display:none}</style>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](vbscript:x)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example/a)",
    "[x](/\\evil.example)",
    "[x](../../other/)",
    "[x](#main)",
    "[x](http:evil)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](x\" onerror=\"alert(1))",
    "![x\" onerror=\"alert(1)](https://a.example/x.png)",
    "[x](https://a.example\" onmouseover=\"alert(1))",
    "[x](https://a.example 'y\" onmouseover=\"alert(1)')",
    "[x](https://a.example '\"><img src=x onerror=alert(1)>')",
    "[x](https://a.example){: onclick=alert(1) #top .big }",
    "# x {: #main onclick=alert(1)}",
    "`<img src=x onerror=alert(1)>`",
    "    <img src=x onerror=alert(1)>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "\x02wzxhzdk:0\x03<b>\x02amp\x03lt;script",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "*<b onclick=alert(1)>* **</p><script>** > <iframe src=x>",
]
PATHOLOGICAL = [
    "![[]()",
    "[",
    "](",
    "[]",
    "(",
    "> ",
    ">",
    "- ",
    "1. ",
    "\n",
    "\n\n\n",
    "``\\",
    "`a",
    "*a ",
    "**a _",
    "-\n",
    "- a\n",
    "#",
    "&",
    "<",
    "\\",
    "    ",
    "[a]: x\n",
]


class Reader(HTMLParser):
    """Reads a page back as a browser would, and notes its tags and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")


def assert_safe(page: str) -> None:
    """Assert that a page holds nothing but what the door lets through."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert set(reader.tags) <= ALLOWED
    for tag, name, value in reader.attributes:
        assert (tag, name) in {("a", "href"), ("a", "rel"), ("ol", "start")}
        if name == "href":
            assert re.match(r"https?://[^/\s]|mailto:\S", value or "", re.IGNORECASE)
    assert page.count("<a ") == page.count(REL) == page.count("</a>")


@pytest.mark.parametrize("text", ATTACKS)
def test_what_attacks_is_shown_and_never_runs(text):
    """Scripts, handlers, other schemes, relative links and broken-out attributes never reach a page."""
    assert_safe(render_markdown(text))
    assert_safe(render_markdown(f"# *{text}*\n\n> - {text}\n\n{text}"))


@steady
@given(st.lists(st.one_of(st.sampled_from(ATTACKS + PATHOLOGICAL), st.text(max_size=8)), max_size=8).map("".join))
def test_nests_of_attacks_stay_safe_and_stay_put(text):
    """Whatever is put into whatever else, the page is safe, and cleaning it again changes nothing."""
    page = render_markdown(text)
    assert_safe(page)
    assert _markdown._clean(page) == page


@pytest.mark.parametrize("unit", PATHOLOGICAL)
@pytest.mark.parametrize("length", [9_999, 200_000])
def test_text_made_to_be_slow_finishes(unit, length):
    """Patterns that cost the converter minutes are either cheap or shown as typed."""
    text = (unit * (length // len(unit) + 1))[:length]
    assert_safe(render_markdown(text))
    assert strip_marks(text) is not None


@pytest.mark.parametrize(
    "text",
    ["*a* " * 2_501, "[" * 201 + "*a*", ")" * 201 + "*a*", "[(" * 11 + "*a*" + ")]" * 11, "> " * 21 + "*a*", "- " * 21 + "*a*", " " * 84 + "*a*"],
)
def test_text_over_a_cap_is_shown_as_typed(text, monkeypatch):
    """Over the caps nothing is converted: the marks stay, in escaped paragraphs."""
    monkeypatch.setattr(_markdown, "_convert", lambda *_: pytest.fail("converted"))
    assert re.fullmatch(r"<p>[^<>]*\*a\*[^<]*</p>", render_markdown(text))
    assert "*a*" in strip_marks(text)


@pytest.mark.parametrize("text", ["*a* " * 2_500, "[" * 200 + "*a*", "[(" * 10 + "*a*" + ")]" * 10, "> " * 20 + "*a*", "- " * 20 + "*a*"])
def test_text_at_a_cap_is_still_markdown(text):
    """The caps themselves are allowed."""
    assert "<em>a</em>" in render_markdown(text)


def test_a_nest_too_deep_for_the_converter_is_shown_as_typed(monkeypatch):
    """A RecursionError ends as plain paragraphs, and the next text is converted as ever."""

    def fail(self: object, text: str) -> str:
        raise RecursionError

    with monkeypatch.context() as patch:
        patch.setattr(_markdown.Markdown, "convert", fail)
        assert render_markdown("*a* <b>\n\nc") == "<p>*a* &lt;b&gt;</p><p>c</p>"
        assert strip_marks("*a*\nb") == "*a* b"
    assert render_markdown("*a*") == "<p><em>a</em></p>"


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("I built it.", "<p>I built it.</p>"),
        ("One\nline.\n\nTwo.", "<p>One line.</p><p>Two.</p>"),
        ("One\r\nline.\r\n\r\nTwo.", "<p>One line.</p><p>Two.</p>"),
        ("*a*\n**b**", "<p><em>a</em> <strong>b</strong></p>"),
        ("a  \nb", "<p>a<br>b</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("> a\n> b", "<blockquote><p>a b</p></blockquote>"),
        ("    x = 1\n\n    y < 2", "<pre><code>x = 1\n\ny &lt; 2</code></pre>"),
        ("`a <b>`", "<p><code>a &lt;b&gt;</code></p>"),
        ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
        ("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>"),
        ("![a pot](pot.jpg) *b*", "<p>a pot <em>b</em></p>"),
        ("![](pot.jpg)", ""),
        ("[a](https://a.example/?b=1&c=2)", f'<p><a href="https://a.example/?b=1&amp;c=2" {REL}>a</a></p>'),
        ("[a](b.md) [c](mailto:c@d.example)", f'<p>a <a href="mailto:c@d.example" {REL}>c</a></p>'),
        ("\u6c34\u306f*\u9752*\u3044\u3002", "<p>\u6c34\u306f<em>\u9752</em>\u3044\u3002</p>"),
    ],
)
def test_markdown_as_learners_write_it(text, page):
    """Each piece of Markdown gives the HTML that the style sheets know."""
    assert render_markdown(text) == page


def test_headings_form_an_outline_below_the_page():
    """The highest heading becomes the level asked for, and no level is left out."""
    assert render_markdown("# a\n\n### b\n\n## c\n\n# d") == "<h3>a</h3><h4>b</h4><h4>c</h4><h3>d</h3>"
    assert render_markdown("### a", lowest=2) == "<h2>a</h2>"
    assert render_markdown("# a\n\n## b", lowest=6) == "<h6>a</h6><h6>b</h6>"
    assert render_markdown("a\n===") == "<h3>a</h3>"


def test_one_text_leaves_nothing_for_the_next():
    """Link definitions and headings of one text are unknown to the next."""
    assert "<a " in render_markdown("[x][r]\n\n[r]: https://a.example/")
    assert render_markdown("[x][r]") == "<p>[x][r]</p>"
    assert render_markdown("# a", lowest=2) == "<h2>a</h2>"
    assert render_markdown("# a") == "<h3>a</h3>"


words = st.text(st.one_of(st.sampled_from("ab 1.,\n'\"!?()-+=#>:;/%\xa0\u2028~"), st.characters(codec="utf-8")), max_size=60)


@steady
@given(words)
def test_the_fast_way_and_the_slow_way_agree(text):
    """Text without Markdown gives the same HTML whether or not the converter saw it."""
    text = _markdown._tidy(text)
    if _markdown._MARKED.search(text):
        return
    assert _markdown._render_plain(text) == _markdown._clean(_markdown._convert(text, 3))
    assert strip_marks(text) == " ".join(text.split())


def test_plain_text_never_meets_the_converter(monkeypatch):
    """Most texts have no marks, and are quick."""
    monkeypatch.setattr(_markdown, "_convert", lambda *_: pytest.fail("converted"))
    assert render_markdown("I weighed it (3.2 kg) - twice! \"Why?\" 1) ok") == "<p>I weighed it (3.2 kg) - twice! \"Why?\" 1) ok</p>"


def test_a_line_is_escaped_and_no_more():
    """A title keeps its marks, its quotes cannot leave an attribute, and nothing passes as safe already."""
    assert render_line("*a* <b> \"c\" 'd' & e") == "*a* &lt;b&gt; &#34;c&#34; &#39;d&#39; &amp; e"
    assert render_line(Markup("<b>")) == "&lt;b&gt;"
    assert isinstance(render_line("a"), Markup)
    assert isinstance(render_markdown("a"), Markup)


@pytest.mark.parametrize("render", [render_line, render_markdown, strip_marks])
def test_what_no_page_can_hold_is_dropped(render):
    """Control characters and halves of characters never reach a page or a file."""
    page = render("a\x00b\x02c\ud800d\ufffe *e*")
    assert "abcd" in page
    page.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("# A *pot*\n\nfired **twice**, `x < 1`", "A pot fired twice, x < 1"),
        ("- a\n- b", "a b"),
        ("[a](https://a.example/?b=%3E) ![c](d.jpg)", "a c"),
        ("**b**old  \nline", "bold line"),
        ("<b>5 &amp; 6</b>", "<b>5 & 6</b>"),
        ("a < b", "a < b"),
    ],
)
def test_marks_are_stripped_to_words(text, plain):
    """Search and descriptions get the words as a reader sees them, not escaped."""
    assert strip_marks(text) == plain
