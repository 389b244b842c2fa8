"""The preview serves this machine alone, nothing outside its tree, and says on the page what a save broke."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.findings import Finding, Severity
from generator.preview._server import PreviewServer, find_file, is_local, open_server
from generator.preview._state import State

BROKEN = Finding(
    "portfolios/ana-r/profile.yml", 3, 2, "SRC003", "broken-yaml", Severity.ERROR, "<script>alert(1)</script>", 'Write "a" & b', "ana-r", "</pre><b>x"
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A built tree with a secret beside it."""
    tree = tmp_path / "tree"
    (tree / "a" / "b").mkdir(parents=True)
    (tree / "bare").mkdir()
    (tree / "index.html").write_text("<!doctype html><html><body><p>Home</p></body></html>")
    (tree / "a" / "index.html").write_text("<html><body><p>Á piece</p></BODY></html>", "utf-8")
    (tree / "404.html").write_text("<html><body>Not to be found</body></html>")
    (tree / "a" / "x.css").write_text("p{}")
    (tree / "a" / "data.unknown").write_bytes(b"\0\1")
    (tree / ".exhibit-manifest").write_text("secret")
    (tree / "bare" / "file.txt").write_text("one")
    (tmp_path / "secret.txt").write_text("secret")
    (tree / "link.txt").symlink_to(tmp_path / "secret.txt")
    return tree


@pytest.fixture
def server(tree: Path) -> Iterator[PreviewServer]:
    """A running server on a free port."""
    server = open_server(0, State(tree))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield server
    server.state.close()
    server.shutdown()
    server.server_close()


def ask(server: PreviewServer, way: str, host: str | None = None, method: str = "GET") -> tuple[int, dict[str, str], str]:
    """Ask for an address exactly as it is written."""
    port = server.server_address[1]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, way, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", f"127.0.0.1:{port}" if host is None else host)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, {key.lower(): value for key, value in answer.getheaders()}, body


def test_only_this_machine(server: PreviewServer) -> None:
    """The socket is bound to the loopback address and to no other."""
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_address[1]}/"


def test_pages_get_the_script_and_nothing_else_does(server: PreviewServer, tree: Path) -> None:
    """The reload script is added while a page is served; no file is changed, no other kind of file touched."""
    status, headers, body = ask(server, "/")
    assert status == 200 and "/.exhibit-preview/live.js" in body and body.endswith("</body></html>")
    assert "Home" in body and "exhibit-preview" not in (tree / "index.html").read_text()
    assert headers["cache-control"] == "no-store" and headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert ask(server, "/a/")[2].count("Á piece") == 1
    assert ask(server, "/a/x.css")[2] == "p{}"
    assert ask(server, "/a/data.unknown")[1]["content-type"] == "application/octet-stream"
    assert "news" in ask(server, "/.exhibit-preview/live.js")[2]
    assert ask(server, "/.exhibit-preview/live.css")[1]["content-type"].startswith("text/css")
    assert ask(server, "/.exhibit-preview/other")[0] == 404


def test_head_says_the_same_without_a_body(server: PreviewServer) -> None:
    """HEAD gives the headers of GET; what would change something is refused."""
    status, headers, body = ask(server, "/", method="HEAD")
    assert (status, body) == (200, "") and headers["content-length"] == ask(server, "/")[1]["content-length"]
    assert ask(server, "/", method="POST")[0] == 501


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "localhost.evil.example", "192.168.1.5:8000", "127.0.0.1:8000:1"])
def test_other_hosts_are_refused(server: PreviewServer, host: str) -> None:
    """A name that somebody else points at this machine reads nothing (DNS rebinding)."""
    status, _, body = ask(server, "/", host=host)
    assert status == 403 and "Home" not in body


@pytest.mark.parametrize("host", ["127.0.0.1:1", "localhost:8000", "LOCALHOST", "[::1]:8000"])
def test_this_machine_by_any_of_its_names(host: str) -> None:
    """Loopback has several names."""
    assert is_local(host)


@pytest.mark.parametrize(
    "way",
    [
        "/../secret.txt", "/%2e%2e/secret.txt", "/a/../../secret.txt", "/..%2fsecret.txt", "/a/%2e%2e%2f%2e%2e%2fsecret.txt", "/..\\secret.txt",
        "/%5c..%5csecret.txt", "/link.txt", "/.exhibit-manifest", "/%00", "/a%00.html", "/%ff", "//../secret.txt", "/....//secret.txt", "/./a/", "/a" * 3000,
    ],
)
def test_nothing_outside_the_tree(server: PreviewServer, way: str) -> None:
    """No way out of the tree: not by dots, by encoding, by links, nor to hidden files."""
    status, _, body = ask(server, way)
    assert status in (404, 414) and "secret" not in body


def test_no_folder_listing(server: PreviewServer, tree: Path) -> None:
    """A folder without an index is not there; one with an index is led to with its slash."""
    for way in ("/bare/", "/bare", "/a/b/"):
        status, _, body = ask(server, way)
        assert status == 404 and "file.txt" not in body
    status, headers, _ = ask(server, "/a?x=1")
    assert (status, headers["location"]) == (301, "/a/?x=1")
    assert find_file(tree, "/a") == tree / "a"


def test_no_redirect_to_another_host(server: PreviewServer, tree: Path) -> None:
    """Doubled slashes never make an address of another host."""
    status, headers, _ = ask(server, "//a")
    assert status == 301 and headers["location"] == "/a/"


def test_unknown_addresses_get_the_neutral_page(server: PreviewServer, tree: Path) -> None:
    """404.html answers for what is not there, and still does when a tree has none."""
    status, headers, body = ask(server, "/portfolios/nobody/")
    assert status == 404 and "Not to be found" in body and headers["content-type"].startswith("text/html")
    (tree / "404.html").unlink()
    assert ask(server, "/x")[0] == 404


def test_what_a_save_broke_is_on_the_page(server: PreviewServer) -> None:
    """Code, place, message and hint stand at the foot of every page, escaped, until they are mended."""
    server.state.show((BROKEN,), "Nothing was built: <there> is an error.")
    _, _, body = ask(server, "/a/")
    assert "SRC003" in body and "portfolios/ana-r/profile.yml:3:2" in body and "Write &quot;a&quot; &amp; b" in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in body and "<script>alert" not in body and "</pre><b>x" not in body
    assert "1 thing to put right" in body and "&lt;there&gt;" in body
    server.state.show((), "")
    assert "to put right" not in ask(server, "/a/")[2]


def test_many_findings_are_cut(server: PreviewServer) -> None:
    """A page stays readable: the first findings are shown and the others counted."""
    server.state.show((BROKEN,) * 40, "")
    body = ask(server, "/")[2]
    assert body.count("<li>") == 12 and "And 28 more" in body


def test_news_come_when_there_are_some(server: PreviewServer) -> None:
    """Who has seen an old version is told at once; who waits is woken by the next build."""
    assert ask(server, "/.exhibit-preview/news?seen=7")[2] == "0"
    for odd in ("", "?seen=", "?seen=x", "?seen=%C2%B2", "?seen=" + "9" * 40):
        assert ask(server, f"/.exhibit-preview/news{odd}")[2] == "0"
    heard: list[str] = []
    waiting = threading.Thread(target=lambda: heard.append(ask(server, "/.exhibit-preview/news?seen=0")[2]))
    waiting.start()
    server.state.show((), "")
    waiting.join(10)
    assert heard == ["1"]


def test_a_port_in_use_gives_the_next(server: PreviewServer, tree: Path) -> None:
    """A second preview takes the next free port."""
    used = server.server_address[1]
    second = open_server(used, State(tree))
    try:
        assert used < second.server_address[1] <= used + 100
    finally:
        second.server_close()


def test_no_such_port(tree: Path) -> None:
    """Where no port can be opened, a sentence says so."""
    with pytest.raises(UsageError, match="--port"):
        open_server(70000, State(tree))
