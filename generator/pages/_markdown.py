"""The one door to Markdown and to cleaning its HTML: words that learners wrote, made safe for a page.

Whatever is typed, the result holds paragraphs, headings, lists, quotations, code, emphasis and
links to the web or to a mail address, and nothing else. Text that would be slow to read, or that is nested like
an attack, is shown as it was typed (ARCHITECTURE.md, measured facts on Python-Markdown).
"""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

MAX_CHARACTERS = 10_000
MAX_UNMATCHED = 200
MAX_DEPTH = 20
MAX_LINES = 1_000
MAX_TICKS = 400
"""Lines, and runs of backticks, cost Python-Markdown the square of their number as well."""

_TAGS = {"p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "a"}
_SCHEMES = {"http", "https", "mailto"}
_REL = "noopener noreferrer"
_ALLOWED = {
    ("a", "href"): re.compile(r"(?:https?://[^\s/]|mailto:[^\s])", re.IGNORECASE),
    ("a", "rel"): re.compile(rf"{_REL}\Z"),
    ("ol", "start"): re.compile(r"[0-9]{1,4}\Z"),
}
_LOST_LINK = re.compile(rf'<a rel="{_REL}">(.*?)</a>', re.DOTALL)
_HEADING = re.compile(r"h[1-6]")

# C0 and C1 controls but tab and line feed, halves of surrogate pairs, noncharacters: no page may hold them.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# A character that Markdown reads anywhere, at the start of a line, or a line that starts or ends with spaces.
_MARKED = re.compile(r"[*_`\[\]<&\\\t]|^(?:[#>+=-]|[0-9]+\.|[^\S\n])|[^\S\n]$", re.MULTILINE)
_BLANK = re.compile(r"\n(?:[^\S\n]*\n)+")
_BRACKETS = re.compile(r"[\[\]()]")
_TICKS = re.compile("`+")
_PREFIX = re.compile(r"^(?:[ \t]|>|[-+*](?=[ \t])|[0-9]+\.(?=[ \t]))+", re.MULTILINE)
_MARKER = re.compile(r">|[-+*](?=[ \t])|[0-9]+\.")
_BLOCK_TAG = re.compile(r"</?(?:p|br|hr|h[1-6]|pre|ul|ol|li|blockquote)>")
_INLINE_TAG = re.compile(r'<(?:"[^"]*"|[^">])*>')

_here = threading.local()


def render_markdown(text: str, lowest: int = 3) -> Markup:
    """Render what a learner wrote as safe HTML; the highest heading in it becomes `<h{lowest}>`.

    Raw HTML is shown as text, pictures give way to their words, links go to http, https or mailto only. Text over
    the caps, or that Markdown cannot read, is shown as typed, in paragraphs. An empty text is "".
    """
    text = _tidy(text)
    if not _MARKED.search(text) or _is_too_much(text):
        return _render_plain(text)
    try:
        return Markup(_clean(_convert(text, lowest)))
    except RecursionError:
        return _render_plain(text)


def render_line(text: str) -> Markup:
    """Render a text of one line, such as a title: escaped, no Markdown, no paragraph."""
    return escape(_tidy(text))


def strip_marks(text: str) -> str:
    """Strip a text of its Markdown: words parted by single spaces, not escaped, for search and descriptions."""
    text = _tidy(text)
    if not _MARKED.search(text) or _is_too_much(text):
        return " ".join(text.split())
    page = _BLOCK_TAG.sub(" ", render_markdown(text).replace("\n", " "))
    return " ".join(html.unescape(_INLINE_TAG.sub("", page)).split())


class _Words(Treeprocessor):
    """Fits a text into a page: pictures become their words, line breaks spaces, headings an outline."""

    lowest = 3

    def run(self, root: Element) -> None:
        """Fit the tree of one text, in place."""
        outline: list[int] = []
        for element in root.iter():
            if element.tag == "img":
                element.tag, element.text = "span", element.get("alt")
            elif _HEADING.fullmatch(str(element.tag)):
                level = int(element.tag[1])
                while outline and outline[-1] >= level:
                    outline.pop()
                outline.append(level)
                element.tag = f"h{min(6, self.lowest + len(outline) - 1)}"
        _join_lines(root)


def _join_lines(root: Element) -> None:
    """Turn line breaks into spaces everywhere but in blocks of code, which only lose empty last lines."""
    todo = [root]
    while todo:
        element = todo.pop()
        for child in element:
            child.tail = _join(child.tail)
            if child.tag == "pre":
                for code in child:
                    code.text = (code.text or "").rstrip()
            else:
                child.text = _join(child.text)
                todo.append(child)


def _join(text: str | None) -> str | None:
    """Join the lines of a text with spaces."""
    return text.replace("\n", " ") if text else text


def _make_markdown() -> Markdown:
    """Make a converter that knows no raw HTML."""
    converter = Markdown(extensions=["sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.treeprocessors.deregister("prettify")
    converter.treeprocessors.register(_Words(converter), "words", 15)
    return converter


def _convert(text: str, lowest: int) -> str:
    """Convert a text with this thread's converter; one that failed halfway is thrown away."""
    converter: Markdown | None = getattr(_here, "converter", None)
    if converter is None:
        converter = _make_markdown()
    _here.converter = None
    words = converter.treeprocessors["words"]
    words.lowest = lowest
    converter.reset()
    page = converter.convert(text)
    _here.converter = converter
    return page


def _clean(page: str) -> str:
    """Clean HTML by the list of what is allowed; a link that may lead nowhere becomes its words."""
    page = nh3.clean(page, tags=_TAGS, attributes={"a": {"href"}, "ol": {"start"}}, attribute_filter=_keep, url_schemes=_SCHEMES, link_rel=_REL)
    return _LOST_LINK.sub(r"\1", page).replace("<p></p>", "")


def _keep(tag: str, name: str, value: str) -> str | None:
    """Keep an address that names its host or mailbox (a relative one leads into the site), and where a list starts."""
    allowed = _ALLOWED.get((tag, name))
    return value if allowed and allowed.match(value) else None


def _tidy(text: str) -> str:
    """Bring line ends to one form and drop what no page may hold."""
    return _UNFIT.sub("", str(text).replace("\r\n", "\n").replace("\r", "\n"))


def _render_plain(text: str) -> Markup:
    """Render a text without Markdown: escaped as the cleaner escapes, a paragraph for each blank line."""
    paragraphs = (" ".join(part.strip().split("\n")) for part in _BLANK.split(text))
    return Markup("".join(f"<p>{_escape(part)}</p>" for part in paragraphs if part))


def _escape(text: str) -> str:
    """Escape text between tags just as nh3 writes it, so that both ways give the same page."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\xa0", "&nbsp;")


def _is_too_much(text: str) -> bool:
    """Tell whether a text is over one of the caps: length, lines, backticks, brackets, depth."""
    if len(text) > MAX_CHARACTERS or text.count("\n") >= MAX_LINES or len(_TICKS.findall(text)) > MAX_TICKS:
        return True
    unmatched, deepest = _measure_brackets(text)
    return unmatched > MAX_UNMATCHED or max(deepest, *_measure_lines(text), 0) > MAX_DEPTH


def _measure_brackets(text: str) -> tuple[int, int]:
    """Count brackets without a partner, and how deep those with one are nested."""
    opened: list[str] = []
    unmatched = deepest = 0
    for match in _BRACKETS.finditer(text):
        bracket = match.group()
        if bracket in "[(":
            opened.append(bracket)
        elif opened and opened[-1] + bracket in ("[]", "()"):
            deepest = max(deepest, len(opened))
            opened.pop()
        else:
            unmatched += 1
    return unmatched + len(opened), deepest


def _measure_lines(text: str) -> Iterator[int]:
    """Measure how deep each line stands in quotations and lists, four columns to a level."""
    for match in _PREFIX.finditer(text):
        prefix = match.group().expandtabs(4)
        marks = len(_MARKER.findall(prefix + " "))
        yield marks + (len(prefix) - len(prefix.lstrip(" "))) // 4
