"""Requests that a page, a style sheet or a script makes to another host when it is opened."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_HOST = r"(?:https?:|wss?:)?(?:\\?/){2}([\w.-]+\.[\w-]+|localhost|\[[0-9a-f:]+\])"
_QUICK = re.compile(rb"(?:=\s*[\"']?[^\"'<>]{0,200}|url[ \t]*\(\s*[\"']?|@import\s*[\"']?|[(]\s*[\"'`]|from\s*[\"'`])\s*(?:https?:|wss?:)?//", re.IGNORECASE)
_HARMLESS = re.compile(rb"""xmlns(?::\w+)?\s*=\s*"[^"]*"|<a\s+(?:class="[^"]*"\s+)?href="[^"]*\"""", re.IGNORECASE)
_TAG = re.compile(r"<([a-z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_FROM = re.compile(rf"\s*{_HOST}", re.IGNORECASE)
_IN_LIST = re.compile(rf"(?:^|[,\s]|url\s*=\s*['\"]?){_HOST}", re.IGNORECASE)
_STYLE = re.compile(rf"(?:url\s*\(\s*[\"']?|@import\s*[\"']?)\s*{_HOST}", re.IGNORECASE)
_SCRIPT = re.compile(
    rf"(?:\b(?:fetch|import|importScripts|Worker|EventSource|WebSocket|sendBeacon)\s*\(\s*|\b(?:from|import)\s*|\.(?:src|srcset|poster|data)\s*=\s*)[\"'`]{_HOST}"
)
_ALWAYS = frozenset({"src", "srcset", "imagesrcset", "poster", "background", "ping", "action", "formaction", "data", "classid", "codebase", "manifest", "archive"})
_HREF_ASKS = frozenset({"image", "use", "feimage", "script", "base", "textpath", "mpath"})
_REL_ASKS = frozenset("stylesheet icon apple-touch-icon mask-icon preload prefetch modulepreload preconnect dns-prefetch prerender manifest pingback".split())


def may_ask(line: bytes) -> bool:
    """Tell quickly whether a line may hold a request to another host, or only a link to one."""
    return b"//" in line and _QUICK.search(_HARMLESS.sub(b"", line)) is not None


def find_hosts(text: str, kind: str) -> Iterator[str]:
    """Find hosts that are asked when this is opened; `kind` is the ending of the file: html, css, js, svg.

    Links that a reader has to follow by hand are no requests.
    """
    if kind in ("html", "svg", "xml"):
        for tag in _TAG.finditer(text):
            yield from _find_in_tag(tag[1].lower(), tag[2])
    yield from (found[1] for found in _STYLE.finditer(text))
    if kind in ("html", "js", "mjs"):
        yield from (found[1] for found in _SCRIPT.finditer(text))


def _find_in_tag(tag: str, inside: str) -> Iterator[str]:
    values = {found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(inside)}
    for name, value in values.items():
        if name == "srcdoc":
            yield from find_hosts(value, "html")
        elif name in ("srcset", "imagesrcset", "ping") or (name == "content" and values.get("http-equiv", "").lower() == "refresh"):
            yield from (found[1] for found in _IN_LIST.finditer(value))
        elif name in _ALWAYS or (name in ("href", "xlink:href") and _asks(tag, values)):
            found = _FROM.match(value)
            if found:
                yield found[1]


def _asks(tag: str, values: dict[str, str]) -> bool:
    if tag == "link":
        return not _REL_ASKS.isdisjoint(values.get("rel", "").lower().split())
    return tag in _HREF_ASKS
