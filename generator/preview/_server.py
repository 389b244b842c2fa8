"""Serving a built tree to this machine alone.

The pages may be the staff edition, so: only the loopback address, only requests that name it (a web
page elsewhere cannot make its own name point here and read on, "DNS rebinding"), nothing outside
the tree, no folder listings, nothing kept in a cache, nothing embedded by another site.
"""

from __future__ import annotations

import os
import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from generator.errors import UsageError
from generator.preview._overlay import PREFIX, SCRIPT, STYLE, add_overlay
from generator.preview._state import State

HOST = "127.0.0.1"
WAIT = 20.0
"""Seconds that a page waits for news before it asks again."""

PORTS = 100
"""How many ports after the wanted one are tried."""

_TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8", ".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml", ".webp": "image/webp", ".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif", ".ico": "image/x-icon",
    ".woff2": "font/woff2", ".pdf": "application/pdf", ".mp4": "video/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg", ".m4a": "audio/mp4",
    ".ogg": "audio/ogg", ".wav": "audio/wav", ".vtt": "text/vtt; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".wasm": "application/wasm",
    ".map": "application/json; charset=utf-8", ".webmanifest": "application/manifest+json", ".ics": "text/calendar; charset=utf-8",
}
_HEADERS = {
    "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
}


class PreviewServer(ThreadingHTTPServer):
    """An HTTP server on the loopback address that serves a state's tree."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, state: State) -> None:
        self.state = state
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away."""


def open_server(port: int, state: State) -> PreviewServer:
    """Open a server on a port or, where that is in use, on the next free one; port 0 is any.

    Raises UsageError where none can be opened.
    """
    last: OSError | None = None
    for wanted in range(port, min(port + PORTS, 65536)):
        try:
            return PreviewServer(wanted, state)
        except OSError as error:
            last = error
    reason = last.strerror if last else "there is no such port"
    raise UsageError(f"No port from {port} on could be opened: {reason}. Choose another with --port.")


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD; every other method is refused by the base class."""

    server: PreviewServer
    server_version = "exhibit"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Answer with a file, the script or style of the preview, or news."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self._answer(with_body=False)

    def _answer(self, with_body: bool) -> None:
        if not is_local(self.headers.get("Host", "")):
            self._send(HTTPStatus.FORBIDDEN, b"This preview answers to 127.0.0.1 and localhost only.\n", ".txt", with_body)
            return
        way = urlsplit(re.sub(r"^/+", "/", self.path))
        if way.path.startswith(PREFIX):
            self._answer_preview(way.path.removeprefix(PREFIX), way.query, with_body)
            return
        tree = self.server.state.tree
        found = find_file(tree, way.path)
        if found is not None and found.is_dir():
            self._redirect(way.path + "/" + (f"?{way.query}" if way.query else ""), with_body)
            return
        content = _read(found)
        if found is None or content is None:
            lost = _read(tree / "404.html")
            self._send(HTTPStatus.NOT_FOUND, lost or b"<!doctype html><title>Not here</title><p>There is no page here.", ".html", with_body)
            return
        self._send(HTTPStatus.OK, content, found.suffix.lower(), with_body)

    def _answer_preview(self, name: str, query: str, with_body: bool) -> None:
        if name == "news":
            seen = parse_qs(query).get("seen", [""])[0]
            version = self.server.state.wait_for_news(int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else -1, WAIT)
            self._send(HTTPStatus.OK, str(version).encode(), ".txt", with_body)
        elif name == "live.js":
            self._send(HTTPStatus.OK, SCRIPT.encode(), ".js", with_body)
        elif name == "live.css":
            self._send(HTTPStatus.OK, STYLE.encode(), ".css", with_body)
        else:
            self._send(HTTPStatus.NOT_FOUND, b"There is nothing here.\n", ".txt", with_body)

    def _redirect(self, way: str, with_body: bool) -> None:
        self._send(HTTPStatus.MOVED_PERMANENTLY, b"", ".txt", with_body, {"Location": way})

    def _send(self, status: HTTPStatus, content: bytes, suffix: str, with_body: bool, more: dict[str, str] | None = None) -> None:
        kind = _TYPES.get(suffix, "application/octet-stream")
        if kind.startswith("text/html"):
            content = add_overlay(content, self.server.state.get())
        self.send_response(status)
        for key, value in {"Content-Type": kind, "Content-Length": str(len(content)), **_HEADERS, **(more or {})}.items():
            self.send_header(key, value)
        self.end_headers()
        if with_body:
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: what is opened in a preview is nobody's business."""


def is_local(host: str) -> bool:
    """Tell whether a Host header names this machine and nothing else."""
    name = host.strip().lower()
    name = re.sub(r":\d{1,5}\Z", "", name)
    return name in ("127.0.0.1", "localhost", "[::1]")


def find_file(tree: Path, way: str) -> Path | None:
    """Find the file that an address names inside a tree; the folder itself where its slash is missing.

    None for what is absent, lies outside the tree, or is reached through a link.
    """
    try:
        plain = unquote(way, errors="strict")
    except UnicodeDecodeError:
        return None
    parts = plain.split("/")[1:]
    if any(part in (".", "..") or "\\" in part or "\0" in part or (os.name == "nt" and ":" in part) for part in parts):
        return None
    wants_folder = parts[-1:] == [""]
    kept = [part for part in parts if part]
    if any(part.startswith(".") for part in kept):
        return None
    found = tree.joinpath(*kept, *(["index.html"] if wants_folder else []))
    try:
        inside = found.resolve().is_relative_to(tree.resolve())
        if inside and (found.is_file() or (found.is_dir() and not wants_folder and (found / "index.html").is_file())):
            return found
    except (OSError, ValueError):
        return None
    return None


def _read(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path is not None else None
    except OSError:
        return None
