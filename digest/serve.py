"""The preview: a site in memory comes in, and pages go out that reload when it changes.

It is handed the site and does not know how to build. Nothing it is asked can write, and nothing but
the machine it runs on can ask, unless it was told to listen elsewhere.
"""

import secrets
import socket
import socketserver
import sys
import threading
import traceback
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from hashlib import blake2b
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import quote

from digest import watch
from digest.asset import HEADER
from digest.catalogue import text
from digest.problem import Problem
from digest.request import Hosts, Refusal, hosts, path, private, refusal

OWN: Final = "/_digest/"
"""What the preview adds to a site lies below this path; no entry can have it."""

_PATIENCE: Final = 10  # seconds that a connection may stay silent
_HEARTBEAT: Final = 15  # seconds after which a listener shows whether it is still there
_MOST: Final = 200  # connections; one more, and the one that was silent longest has to go
_HTML: Final = "text/html; charset=utf-8"
_PLAIN: Final = "text/plain; charset=utf-8"
_ASSETS: Final = {
    "live.js": "text/javascript; charset=utf-8",
    "live.css": "text/css; charset=utf-8",
}
_SAFE: Final = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": HEADER,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Preview(Protocol):
    """A site that follows its folder; its methods may be called from any thread."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Whatever is wrong with it now."""

    def refresh(self, paths: Collection[str] | None) -> bool:
        """Look at what may have changed (None: at everything); tell whether anything is new."""

    def get(self, path: str) -> tuple[bytes, str] | None:
        """Give bytes and media type of a path below the root, such as `/entri/x/`."""

    def overlay(self) -> str:
        """Give the report of what keeps the site from being built, safe in HTML, or nothing."""

    def missing(self) -> bytes:
        """Give the page for what is not there, or nothing."""


def serve(  # noqa: PLR0913 a place, a site and a person to talk to
    preview: Preview,
    host: str,
    port: int,
    talk: Callable[[str], None],
    *,
    root: Path,
    language: str,
) -> int:
    """Serve until interrupted, following the changes below `root`; 1 if the port is taken.

    `talk` is told, in `language`, what the person at the terminal should know. KeyboardInterrupt
    and SystemExit pass through at once, whatever connections are open.
    """

    def say(key: str, **values: object) -> None:
        talk(text(language, key, **values))

    try:
        server = Server(preview, host, port, language, talk)
    except OSError as error:
        say("serve.taken", host=host, port=port, reason=error.strerror or str(error))
        return 1
    with server:
        threading.Thread(target=server.follow, args=(root, say), daemon=True).start()
        say("serve.ready", url=f"http://{quote(_named(host))}:{server.port}/")
        if not private(host):
            say("serve.exposed")
        server.serve_forever()
    return 0


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host


class Server(socketserver.ThreadingTCPServer):
    """Answers requests, each connection in a thread of its own."""

    daemon_threads = True
    block_on_close = False  # whoever is still connected does not keep us from ending
    allow_reuse_address = sys.platform != "win32"  # there it would let others take the port
    request_queue_size = 128

    def __init__(
        self, preview: Preview, host: str, port: int, language: str, talk: Callable[[str], None]
    ) -> None:
        """Bind the port; raises OSError when it cannot be had."""
        self.preview = preview
        self.language = language
        self.talk = talk
        self.changed = threading.Condition()
        self._run = secrets.token_hex(4)
        self._count = 0
        self._silent: dict[socket.socket, None] = {}
        self._guard = threading.Lock()
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), Handler)
        self.port: int = self.server_address[1]
        self.hosts: Hosts = hosts(host, self.port, "" if private(host) else socket.gethostname())

    @property
    def state(self) -> str:
        """Name what is being served: another run of the program or a change gives another name."""
        return f"{self._run}-{self._count}"

    def follow(self, root: Path, say: Callable[..., None]) -> None:
        """Bring the site up to date at every change, and tell the open pages; never returns."""
        for paths in watch.changes(root, threading.Event(), say):
            try:
                changed = self.preview.refresh(paths)
            except Exception:  # noqa: BLE001 one bad change must not make us deaf
                self.talk(traceback.format_exc())
                continue
            if changed:
                self.tell()
                wrong = sum(problem.severity == "error" for problem in self.preview.problems)
                say("serve.wrong" if wrong else "serve.fresh", count=wrong)

    def tell(self) -> None:
        """Let the open pages load again."""
        with self.changed:
            self._count += 1
            self.changed.notify_all()

    def news(self, shown: str) -> str:
        """Wait for another state than the one shown, or for a while; give the state then."""
        with self.changed:
            self.changed.wait_for(lambda: self.state != shown, _HEARTBEAT)
        return self.state

    def waits(self, connection: socket.socket) -> None:
        """Note that a connection is silent; with too many, end the one that is so longest."""
        with self._guard:
            self._silent[connection] = None
            oldest = next(iter(self._silent)) if len(self._silent) > _MOST else None
            if oldest is not None:
                del self._silent[oldest]
        if oldest is not None:
            _shut(oldest)

    def speaks(self, connection: socket.socket) -> None:
        """Note that a connection is not silent any more."""
        with self._guard:
            self._silent.pop(connection, None)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401 as the base class has it
        """End a connection."""
        self.speaks(request)
        super().shutdown_request(request)

    def handle_error(self, *_: object) -> None:
        """Keep quiet about connections that broke; tell of our own mistakes."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            self.talk(traceback.format_exc())


def _shut(connection: socket.socket) -> None:
    with suppress(OSError):  # it may have ended by itself
        connection.shutdown(socket.SHUT_RDWR)


class Handler(BaseHTTPRequestHandler):
    """Speaks HTTP on one connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.1"  # an answer to what we cannot read has a head, too
    timeout = _PATIENCE
    wbufsize = -1  # head and body leave together
    disable_nagle_algorithm = True

    def handle_one_request(self) -> None:
        """Wait for a request and answer it."""
        self.server.waits(self.connection)
        super().handle_one_request()

    def parse_request(self) -> bool:
        """Read the request's head; answer at once if it is not to be answered otherwise."""
        if not super().parse_request():
            return False
        self.server.speaks(self.connection)
        head = self.headers
        if head.get("Content-Length", "0") != "0" or "Transfer-Encoding" in head:
            self.close_connection = True  # what follows is not the next request
        refused = refusal(
            self.command,
            self.server.hosts,
            host=head.get_all("Host", []),
            origin=head.get_all("Origin", []),
            site=head.get("Sec-Fetch-Site", ""),
            mode=head.get("Sec-Fetch-Mode", ""),
        )
        if refused:
            self._refuse(refused)
            return False
        return True

    def do_GET(self) -> None:
        """Answer a request for a page, file or the preview's own things."""
        # The base class has already made one slash of two; we want to see what was sent.
        asked = path(self.requestline.split()[1])
        if asked is None:
            self._refuse(Refusal(400))
        elif asked == f"{OWN}events":
            self._listen()
        elif asked.startswith(OWN):
            self._own(asked.removeprefix(OWN))
        else:
            self._page(asked)

    do_HEAD = do_GET  # noqa: N815 likewise; `_answer` leaves the body out

    def _page(self, asked: str) -> None:
        """Answer with a page or file of the site."""
        state = self.server.state  # before the page is made: a change meanwhile loads it again
        preview = self.server.preview
        found = preview.get(asked)
        if found is None and not asked.endswith("/") and preview.get(f"{asked}/"):
            self._answer(HTTPStatus.PERMANENT_REDIRECT, {"Location": quote(f"{asked}/")})
            return
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        body, media = found or (self._missing(), _HTML)
        if media.startswith("text/html"):
            body = injected(body, preview.overlay(), state, self.server.language)
        self._answer(status, {"Content-Type": media}, body)

    def _missing(self) -> bytes:
        """Give the site's page for what is not there, or a bare one while there is no site."""
        title = text(self.server.language, "serve.missing")
        return self.server.preview.missing() or (
            f"<!doctype html><html lang={self.server.language}><meta charset=utf-8>"
            f"<title>{title}</title><body><h1>{title}</h1></body></html>".encode()
        )

    def _own(self, name: str) -> None:
        """Answer with one of the preview's own files."""
        if name not in _ASSETS:
            self._refuse(Refusal(404))
            return
        body = files("digest").joinpath(name).read_bytes()
        self._answer(HTTPStatus.OK, {"Content-Type": _ASSETS[name]}, body)

    def _listen(self) -> None:
        """Tell of changes, as server-sent events, until the page is closed."""
        self.close_connection = True
        self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream", "Connection": "close"})
        if self.command == "HEAD":
            return
        self.server.waits(self.connection)
        shown, state = "", self.server.state
        while True:
            news = f"retry: 500\ndata: {state}\n\n" if state != shown else ":\n\n"
            self.wfile.write(news.encode())
            self.wfile.flush()
            shown, state = state, self.server.news(state)

    def _refuse(self, refused: Refusal) -> None:
        """Answer that there is nothing, and end the connection."""
        self.close_connection = True
        status = HTTPStatus(refused.status)
        head = {"Content-Type": _PLAIN, "Connection": "close"}
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            head["Allow"] = "GET, HEAD"
        self._answer(status, head, f"{status.value} {status.phrase}\n".encode())

    def _answer(self, status: HTTPStatus, head: Mapping[str, str], body: bytes = b"") -> None:
        """Send an answer, or just that it has not changed."""
        head = {"Content-Length": str(len(body)), **head}
        if status == HTTPStatus.OK:
            head["ETag"] = f'"{blake2b(body, digest_size=12).hexdigest()}"'
            if head["ETag"] in self.headers.get("If-None-Match", ""):
                del head["Content-Length"]
                status, body = HTTPStatus.NOT_MODIFIED, b""
        self._head(status, head, b"" if self.command == "HEAD" else body)

    def _head(self, status: HTTPStatus, head: Mapping[str, str], body: bytes = b"") -> None:
        """Send head and body in one piece."""
        self.send_response_only(status)
        for name, value in {**_SAFE, **head}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code: int, *_: object) -> None:
        """Refuse what the base class could not read, without repeating it."""
        self._refuse(Refusal(int(code)))

    def log_message(self, *_: object) -> None:
        """Say nothing: whoever looks at a preview sees it."""


def injected(page: bytes, overlay: str, state: str, language: str) -> bytes:
    """Add to a page what loads it again, and the report of problems if there is one."""
    report = ""
    if overlay:
        title = text(language, "serve.report")
        report = (
            f'<aside id="digest-report" role="alert" tabindex="0">'
            f"<h2>{title}</h2><pre>{overlay}</pre></aside>"
        )
    extra = (
        f'<link rel="stylesheet" href="{OWN}live.css">{report}'
        f'<script src="{OWN}live.js?{state}"></script>'
    ).encode()
    before, mark, after = page.rpartition(b"</body>")
    return before + extra + mark + after if mark else after + extra
