"""A small static host, as a site would have: clean addresses, `_headers`, gzip, a page for 404.

In: a built folder and the path its `base_url` has. Out: an address on the loopback interface.
"""

import gzip
import mimetypes
import posixpath
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".ics": "text/calendar",
    ".jsonl": "application/x-ndjson",
    ".opml": "text/x-opml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}
COMPRESSED = ("text/", "application/json", "application/xml", "application/x-", "image/svg")


@dataclass
class Web:
    """A folder that is served; put another folder in its place to publish anew."""

    folder: Path
    """the built site"""
    prefix: str
    """path of the site's `base_url`, without a slash at its end"""
    port: int = 0
    """where it listens"""
    extra: list[tuple[str, str]] = field(default_factory=list)
    """headers of every answer besides those of `_headers`"""
    asked: list[str] = field(default_factory=list)
    """paths that were asked for, in order"""

    @property
    def url(self) -> str:
        """The site's address, without a slash at its end."""
        return f"http://127.0.0.1:{self.port}{self.prefix}"

    def file(self, path: str) -> Path | None:
        """Return the file behind a path of the site, or None."""
        path = unquote(urlsplit(path).path)
        if not path.startswith(f"{self.prefix}/"):
            return None
        inner = posixpath.normpath(path.removeprefix(self.prefix)).lstrip("/")
        found = self.folder / inner
        if path.endswith("/") or inner in {"", "."}:
            found /= "index.html"
        return found if found.is_file() else None

    def headers(self, path: str) -> Iterator[tuple[str, str]]:
        """Yield the headers that `_headers` gives to a path of the site."""
        yield from self.extra
        rules = self.folder / "_headers"
        applies = False
        for line in rules.read_text("utf-8").splitlines() if rules.is_file() else ():
            if not line.strip() or line.startswith("#"):
                continue
            if line[0].isspace():
                name, _, value = line.strip().partition(":")
                if applies:
                    yield name, value.strip()
            else:
                pattern = line.strip()
                applies = fnmatchcase(path, pattern) or fnmatchcase(path, self.prefix + pattern)


def media_type(path: Path) -> str:
    """Return the media type of a file, with its charset when it is text."""
    guess = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    kind = guess or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(("text/", "application/xml")) else kind


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from one folder."""

    protocol_version = "HTTP/1.1"

    def __init__(self, web: Web, *args: object) -> None:
        """Take the folder that is served besides what the server hands over."""
        self.web = web
        super().__init__(*args)  # type: ignore[arg-type] # the server knows what it hands over

    def do_GET(self) -> None:
        """Send a file, or the page for what is not there."""
        self.web.asked.append(self.path)
        found = self.web.file(self.path)
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        found = found or self.web.folder / "404.html"
        body = found.read_bytes() if found.is_file() else b""
        self.send_response(status)
        kind = media_type(found)
        self.send_header("Content-Type", kind)
        for name, value in self.web.headers(urlsplit(self.path).path):
            self.send_header(name, value)
        if "gzip" in self.headers.get("Accept-Encoding", "") and kind.startswith(COMPRESSED):
            body = gzip.compress(body, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815 - the library asks for this name

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path, base_url: str = "") -> Iterator[Web]:
    """Serve FOLDER on a free port, below the path of BASE_URL, until the block ends."""
    web = Web(folder, urlsplit(base_url).path.rstrip("/"))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, web)) as server:
        server.daemon_threads = True
        web.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield web
        finally:
            server.shutdown()
            thread.join()
