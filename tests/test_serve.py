"""The preview's server, over raw sockets and in a real browser, with an invented site."""

import http.client
import json
import re
import socket
import threading
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from digest import serve as module
from digest.catalogue import text
from digest.problem import Problem, Span
from digest.serve import Server, injected
from test_request import TRAVERSALS

PAGE = "<!doctype html><html><head><title>{}</title></head><body><h1>{}</h1>{}</body></html>"


class Site:
    """An invented site in memory."""

    def __init__(self) -> None:
        """Start with a page, a style and no problems."""
        self.problems: tuple[Problem, ...] = ()
        self.words = "first"
        self.filling = ""
        self.broken = False

    def refresh(self, paths: Collection[str] | None) -> bool:
        """Take `broken` for a bug; everything else is news."""
        if self.broken:
            raise ValueError("invented bug")
        return paths is None or "content/same.md" not in paths

    def get(self, path: str) -> tuple[bytes, str] | None:
        """Give one of a few files."""
        if self.broken:
            raise ValueError("invented bug")
        page = PAGE.format(self.words, self.words, self.filling).encode()
        return {
            "/": (page, "text/html; charset=utf-8"),
            "/entri/caf\u00e9/": (page, "text/html; charset=utf-8"),
            "/a.css": (b"body{}", "text/css; charset=utf-8"),
            "/favicon.ico": (b"", "image/x-icon"),
        }.get(path)

    def overlay(self) -> str:
        """Give the report, as HTML wants it."""
        return "a.md:3:7: bad-date: &lt;b&gt;" if self.problems else ""

    def missing(self) -> bytes:
        """Give the page for what is not there."""
        return PAGE.format("404", "gone", "").encode()


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def talk() -> list[str]:
    return []


@pytest.fixture
def server(site: Site, talk: list[str]) -> Iterator[Server]:
    with Server(site, "127.0.0.1", 0, "en", talk.append) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def raw(server: Server, request: bytes) -> bytes:
    """Send bytes and give all that comes back until the connection ends."""
    with socket.create_connection(("127.0.0.1", server.port), 5) as connection:
        connection.sendall(request)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    return answer


def ask(
    server: Server, target: str, method: str = "GET", head: str = "", host: str | None = None
) -> bytes:
    """Send one request line as it stands."""
    name = host or f"127.0.0.1:{server.port}"
    lines = f"{method} {target} HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n{head}\r\n"
    return raw(server, lines.encode("latin-1"))


def status(answer: bytes) -> int:
    found = re.match(rb"HTTP/1\.1 (\d{3}) ", answer)
    assert found, answer
    return int(found[1])


def fields(answer: bytes) -> dict[str, str]:
    lines = answer.partition(b"\r\n\r\n")[0].decode().split("\r\n")[1:]
    pairs = [line.partition(": ")[::2] for line in lines]
    assert len(dict(pairs)) == len(pairs), "a header stands twice"
    return dict(pairs)


def test_pages_are_served(server: Server) -> None:
    """A page comes with its type and length, and reloads itself."""
    answer = ask(server, "/")
    head, _, body = answer.partition(b"\r\n\r\n")
    assert status(answer) == 200
    assert fields(answer)["Content-Type"] == "text/html; charset=utf-8"
    assert fields(answer)["Content-Length"] == str(len(body))
    assert b"first" in body
    assert body.count(b"/_digest/live.js?") == 1
    assert body.endswith(b"</script></body></html>")
    assert b"Server" not in head


def test_other_files_are_as_published(server: Server) -> None:
    """Nothing is put into what is not a page."""
    assert ask(server, "/a.css").endswith(b"\r\n\r\nbody{}")


def test_strict_headers(server: Server) -> None:
    """Every answer carries the policy that readers' browsers will apply, refusals too."""
    for answer in (ask(server, "/"), ask(server, "/gone"), ask(server, "/", "POST")):
        found = fields(answer)
        assert found["X-Content-Type-Options"] == "nosniff"
        assert "connect-src 'self'" in found["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in found["Content-Security-Policy"]
        assert found["Cross-Origin-Resource-Policy"] == "same-origin"


def test_missing_slash(server: Server) -> None:
    """A path typed without its slash leads on, with its accents intact."""
    answer = ask(server, "/entri/caf%C3%A9")
    assert status(answer) == 308
    assert fields(answer)["Location"] == "/entri/caf%C3%A9/"
    assert status(ask(server, "/entri/caf%C3%A9/")) == 200


def test_not_found(server: Server, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not there is said with the site's own page, or with a bare one."""
    answer = ask(server, "/nowhere/")
    assert status(answer) == 404
    assert b"gone" in answer
    assert b"live.js" in answer
    assert status(ask(server, "/_digest/../serve.py")) == 400
    assert status(ask(server, "/_digest/serve.py")) == 404
    monkeypatch.setattr(site, "missing", lambda: b"")
    assert text("en", "serve.missing").encode() in ask(server, "/nowhere/")


def test_head_is_get_without_body(server: Server) -> None:
    """Asking for the head alone gives the same head."""
    whole, alone = ask(server, "/"), ask(server, "/", "HEAD")
    assert alone.partition(b"\r\n\r\n")[2] == b""
    assert fields(alone) == fields(whole)


def test_unchanged_pages_are_not_sent_again(server: Server, site: Site) -> None:
    """A browser that has the page gets a short answer, until the page changes."""
    tag = fields(ask(server, "/"))["ETag"]
    again = ask(server, "/", head=f"If-None-Match: {tag}\r\n")
    assert status(again) == 304
    assert again.endswith(b"\r\n\r\n")
    site.words = "second"
    assert status(ask(server, "/", head=f"If-None-Match: {tag}\r\n")) == 200


@pytest.mark.parametrize("target", [each for each in TRAVERSALS if each and each.isascii()])
def test_traversal(server: Server, target: str) -> None:
    """No spelling of a path is answered with anything but a refusal."""
    answer = ask(server, target)
    assert status(answer) == 400
    assert answer.endswith(b"\r\n\r\n400 Bad Request\n")
    assert "Set-Cookie" not in fields(answer)


@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1:1", "localhost"])
def test_foreign_host(server: Server, name: str) -> None:
    """A name that was made to resolve to this machine reads nothing."""
    answer = ask(server, "/", host=name)
    assert status(answer) == 403
    assert b"first" not in answer


@pytest.mark.parametrize("target", ["/", "/_digest/events", "/_digest/live.js"])
def test_foreign_origin(server: Server, target: str) -> None:
    """A page of another site can neither read nor listen."""
    assert status(ask(server, target, head="Origin: http://evil.example\r\n")) == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "X"])
def test_nothing_is_writable(server: Server, method: str) -> None:
    """Every way of writing is refused, and told what is possible instead."""
    answer = ask(server, "/", method, head="Content-Length: 5\r\n")
    assert status(answer) == 405
    assert fields(answer)["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "request_",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n",
        b"GET / HTTP/1.1\r\nA: " + b"b" * 70_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n: x\r\n\r\n",
        b"GET <script>alert(1)</script> HTTP/1.1\r\n\r\n",
    ],
)
def test_what_is_no_request(server: Server, talk: list[str], request_: bytes) -> None:
    """Whatever is sent, the answer is a refusal that repeats none of it; others are served on."""
    try:
        answer = raw(server, request_)
    except ConnectionError:
        answer = b""  # it was sending still when we had heard enough
    assert answer == b"" or 400 <= status(answer) < 600
    assert b"alert" not in answer
    assert b"Traceback" not in answer
    assert status(ask(server, "/")) == 200
    assert talk == []


def test_body_is_no_second_request(server: Server) -> None:
    """What is sent along with a request is never taken for another."""
    inner = f"GET /a.css HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n"
    for head in (f"Content-Length: {len(inner)}\r\n", "Transfer-Encoding: chunked\r\n"):
        lines = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n{head}\r\n{inner}"
        assert b"body{}" not in raw(server, lines.encode())


def test_one_connection_many_pages(server: Server) -> None:
    """A browser gets all of a page's parts over the connections it has."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    for _ in range(20):
        for target in ("/", "/a.css", "/nowhere"):
            connection.request("GET", target)
            assert connection.getresponse().read()
    connection.close()


def test_silent_connections_do_not_block(server: Server) -> None:
    """Fifty connections that say nothing, or half of something, keep nobody waiting."""
    halves = (b"", b"GET", b"GET / HTTP/1.1\r\nHost: ", b"POST / HTTP/1.1\r\nContent-Length: 9\r\n")
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(52)]
    for number, connection in enumerate(idle):
        connection.sendall(halves[number % 4])
    start = time.monotonic()
    assert status(ask(server, "/")) == 200
    assert time.monotonic() - start < 2
    for connection in idle:
        connection.close()


def test_most_silent_connection_goes(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """With more connections than there is room for, the one silent longest has to go."""
    monkeypatch.setattr(module, "_MOST", 5)
    idle = []
    for _ in range(8):
        idle.append(socket.create_connection(("127.0.0.1", server.port), 5))
        until(lambda: len(server._silent) >= min(len(idle), 5))  # noqa: SLF001 nobody else sees it
    assert [connection.recv(1) for connection in idle[:3]] == [b"", b"", b""]
    assert status(ask(server, "/")) == 200
    for connection in idle:
        connection.close()


def test_silence_ends(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that stays silent is ended after a while."""
    monkeypatch.setattr(module.Handler, "timeout", 0.05)
    with socket.create_connection(("127.0.0.1", server.port), 5) as connection:
        assert connection.recv(1) == b""


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end
        time.sleep(0.005)


class Listener:
    """A page that listens for changes."""

    def __init__(self, server: Server) -> None:
        """Begin to listen."""
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
        self.connection.request("GET", "/_digest/events")
        self.answer = self.connection.getresponse()

    def news(self) -> str:
        """Wait for the next news."""
        while not (line := self.answer.readline()).startswith(b"data: "):
            assert line, "the connection has ended"
        return line.decode().removeprefix("data: ").strip()


def test_pages_hear_of_changes(server: Server) -> None:
    """An open page is told the state at once, and every later one."""
    listener = Listener(server)
    assert listener.answer.getheader("Content-Type") == "text/event-stream"
    first = listener.news()
    assert f"live.js?{first}".encode() in ask(server, "/")
    server.tell()
    second = listener.news()
    assert second != first
    assert f"live.js?{second}".encode() in ask(server, "/")
    assert Listener(server).news() == second


def test_closed_pages_are_forgotten(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that was closed is noticed by the next heartbeat."""
    monkeypatch.setattr(module, "_HEARTBEAT", 0.01)
    listener = Listener(server)
    listener.news()
    until(lambda: len(server._silent) == 1)  # noqa: SLF001 nobody else sees it
    listener.answer.close()
    listener.connection.close()
    until(lambda: not server._silent)  # noqa: SLF001 likewise


def test_another_run_is_another_state(server: Server, site: Site) -> None:
    """After the program was started anew, open pages load again."""
    with Server(site, "127.0.0.1", 0, "en", print) as other:
        assert other.state != server.state


def test_report_over_the_page(server: Server, site: Site) -> None:
    """Problems are shown on every page, as text, and go when they are mended."""
    assert b"digest-report" not in ask(server, "/")
    site.problems = (Problem(Span("a.md"), "bad-date"),)
    for target in ("/", "/nowhere/"):
        answer = ask(server, target)
        assert text("en", "serve.report").encode() in answer
        assert b"bad-date: &lt;b&gt;" in answer
    site.problems = ()
    assert b"digest-report" not in ask(server, "/")


@pytest.mark.parametrize(
    ("page", "served"),
    [
        (b"<body></body>", b"<body>+</body>"),
        (b"<body>&lt;/body> </body>\n", b"<body>&lt;/body> +</body>\n"),
        (b"<p>no end", b"<p>no end+"),
        (b"", b"+"),
    ],
)
def test_where_it_is_put(page: bytes, served: bytes) -> None:
    """What the preview adds stands last in the body."""
    extra = injected(b"", "", "1", "en")
    assert injected(page, "", "1", "en") == served.replace(b"+", extra)


def test_own_mistakes_are_told(server: Server, site: Site, talk: list[str]) -> None:
    """A bug ends one connection with its story on the terminal, and nothing else."""
    site.broken = True
    assert ask(server, "/") == b""
    until(lambda: len(talk) == 1)
    assert "invented bug" in talk[0]
    site.broken = False
    assert status(ask(server, "/")) == 200


def test_following(
    server: Server, site: Site, talk: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Changes reach the open pages; those that change nothing do not, and a bug deafens nobody."""
    said: list[str] = []
    seen: list[str] = []

    def changes(*_: object) -> Iterator[frozenset[str] | None]:
        before = server.state
        yield frozenset({"content/same.md"})
        seen.append("same" if server.state == before else "told")
        site.broken = True
        yield None
        site.broken = False
        site.problems = (Problem(Span("a.md"), "bad-date"),)
        yield None
        seen.append("same" if server.state == before else "told")
        site.problems = ()
        yield frozenset({"content/a.md"})

    monkeypatch.setattr("digest.watch.changes", changes)
    server.follow(tmp_path, lambda key, **_: said.append(key))
    assert seen == ["same", "told"]
    assert said == ["serve.wrong", "serve.fresh"]
    assert len(talk) == 1
    assert "invented bug" in talk[0]


def test_port_in_use(server: Server, site: Site, tmp_path: Path) -> None:
    """A port that is taken is said in one sentence."""
    talk: list[str] = []
    code = module.serve(site, "127.0.0.1", server.port, talk.append, root=tmp_path, language="en")
    assert code == 1
    assert len(talk) == 1
    assert str(server.port) in talk[0]


@pytest.mark.parametrize(
    ("host", "warned"),
    [("127.0.0.1", False), ("::1", False), ("0.0.0.0", True)],  # noqa: S104 asked for
)
def test_listening_to_others_is_warned_of(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str, *, warned: bool
) -> None:
    """Whoever lets other machines in is told so."""

    def stopped(_: Server) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Server, "serve_forever", stopped)
    monkeypatch.setattr("digest.watch.changes", lambda *_: iter(()))
    talk: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        module.serve(site, host, 0, talk.append, root=tmp_path, language="en")
    assert (text("en", "serve.exposed") in talk) is warned
    assert talk[0].startswith("Preview at http://")


@pytest.mark.browser
def test_page_reloads_in_place(server: Server, site: Site, page: Page) -> None:
    """In a browser the new text appears by itself, at the place where the reader was."""
    site.filling = "<p>x</p>" * 400
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"http://127.0.0.1:{server.port}/")
    page.evaluate("scrollTo(0, 1234)")
    site.words = "second"
    server.tell()
    page.get_by_role("heading", name="second").wait_for(timeout=5000)
    page.wait_for_function("scrollY === 1234", timeout=5000)
    site.problems = (Problem(Span("a.md"), "bad-date"),)
    server.tell()
    page.get_by_role("alert").wait_for(timeout=5000)
    assert "bad-date: <b>" in page.get_by_role("alert").inner_text()
    site.problems = ()
    server.tell()
    page.get_by_role("alert").wait_for(state="detached", timeout=5000)
    assert page.evaluate("scrollY") == 1234
    assert errors == []


@pytest.mark.browser
def test_foreign_page_reads_nothing(server: Server, site: Site, page: Page) -> None:
    """A page of another origin in the same browser cannot read, embed or listen."""
    with Server(site, "127.0.0.1", 0, "en", print) as other:
        thread = threading.Thread(target=other.serve_forever, args=(0.01,))
        thread.start()
        page.goto(f"http://127.0.0.1:{other.port}/a.css")
        target = json.dumps(f"http://127.0.0.1:{server.port}/")
        read = f"fetch({target}, {{mode: 'no-cors'}}).then(r => r.status + r.type, () => 'no')"
        assert page.evaluate(read) == "no"
        other.shutdown()
        thread.join()
