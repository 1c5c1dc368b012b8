"""Stage: draft, the outside world. Fetching one page from an address anyone may have written.

comes in: an address; how names are looked up and which digits may be reached, for tests
goes out: `Page`, the decoded bytes and where they were found, or `SourceError`

A name is looked up once a hop, all digits it stands for are judged, and the connection goes to the
judged digits: a name that changes its meaning in between changes nothing. Time and size, on the
wire and decoded, are capped for all hops together. No proxy, cookie or password is ever used.
"""

import io
import re
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable
from http.client import HTTPException, HTTPResponse
from typing import TYPE_CHECKING, Self, TypeAlias, cast
from urllib.parse import urljoin

from msgspec import Struct

from digest.draft.address import Target, is_public, target
from digest.draft.source import PAGE_LIMIT, SourceError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

SECONDS = 10.0
"""For all hops of one page, from the first name looked up to the last byte."""
HOPS = 5
"""Redirects followed."""

Place: TypeAlias = tuple[socket.AddressFamily, str, tuple[object, ...]]
"""The family of an IP address, its digits, and what a socket connects to."""
Resolver: TypeAlias = Callable[[str, int], Iterable[Place]]
"""From a host's name and a port to the places it stands for."""
Judge: TypeAlias = Callable[[str], bool]
"""Whether digits may be reached."""

_AGENT = "event-digest (reads one article for an editor)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK = 200
_BLOCK = 64 * 1024  # bytes read at once
_TRIES = 4  # places of one name that are tried
_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.ASCII | re.IGNORECASE)
_ANY_ZIP = zlib.MAX_WBITS | 32  # gzip or zlib, by its own header


class Page(Struct, frozen=True):
    """What was found at an address."""

    data: bytes
    """The body, decompressed."""
    url: str
    """Where it was, after redirects."""
    charset: str | None = None
    """The encoding the server named."""
    html: bool = True
    """Whether the server called it a page, not a plain text."""


class _Clock(Struct, frozen=True):
    """The time a fetch has."""

    end: float

    def left(self) -> float:
        """Give the seconds left; raises TimeoutError when there are none."""
        seconds = self.end - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


class _Raw(io.RawIOBase):
    """What a socket receives, each read within the time left: a drip does not start it anew."""

    def __init__(self, sock: socket.socket, clock: _Clock) -> None:
        self._sock, self._clock = sock, clock

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        self._sock.settimeout(self._clock.left())
        return self._sock.recv_into(buffer)


class _Channel:
    """A connection that closes itself, in the shape `HTTPResponse` reads from."""

    def __init__(self, sock: socket.socket, clock: _Clock) -> None:
        self._sock, self._clock = sock, clock

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._sock.close()

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Raw(self._sock, self._clock))

    def ask(self, request: bytes) -> HTTPResponse:
        self._sock.settimeout(self._clock.left())
        self._sock.sendall(request)
        response = HTTPResponse(cast("socket.socket", self))
        response.begin()
        return response


def look_up(host: str, port: int) -> Iterable[Place]:
    """Look a name up as the system does."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return ((family, str(place[0]), place) for family, _, _, _, place in found)


def fetch(
    url: str,
    *,
    resolver: Resolver = look_up,
    judge: Judge = is_public,
    seconds: float = SECONDS,
    trust: ssl.SSLContext | None = None,
) -> Page:
    """Fetch the page at `url`, an http or https address.

    Raises SourceError for an address that is none or must not be reached, at any hop; for a page
    that takes longer than `seconds`, is larger than `PAGE_LIMIT`, is no text, or is not there.
    """
    clock = _Clock(time.monotonic() + seconds)
    try:
        for _ in range(HOPS + 1):
            place = target(url)
            with _connected(place, _judged(place, resolver, judge), clock, trust) as channel:
                response = channel.ask(_request(place))
                location = response.getheader("Location")
                if response.status not in _REDIRECTS or not location:
                    return _page(response, url)
                url = _joined(url, location)
    except TimeoutError as error:
        raise SourceError("fetch-slow", seconds=f"{seconds:g}") from error
    except (OSError, HTTPException, zlib.error) as error:
        raise SourceError("fetch-failed", reason=_reason(error)) from error
    raise SourceError("fetch-loop", count=str(HOPS))


def _joined(url: str, location: str) -> str:
    # A server may send letters beyond ASCII, which arrive as Latin-1.
    text = (
        location.encode("latin-1", "replace").decode("utf-8", "replace").strip().replace(" ", "%20")
    )
    try:
        return urljoin(url, text)
    except ValueError as error:
        raise SourceError("bad-address", url=text[:200]) from error


def _judged(place: Target, resolver: Resolver, judge: Judge) -> list[Place]:
    """Look the host up; one forbidden meaning among several forbids them all."""
    found = list(resolver(place.host, place.port))
    if not all(judge(digits) for _, digits, _ in found):
        raise SourceError("private-address", host=place.host)
    return found[:_TRIES]


def _connected(
    place: Target, found: Iterable[Place], clock: _Clock, trust: ssl.SSLContext | None
) -> _Channel:
    """Connect to the first place that answers."""
    last: OSError = OSError("no address")
    for family, _, end in found:
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.settimeout(clock.left())
            sock.connect(end)
            if place.scheme == "https":
                sock = (trust or _trust()).wrap_socket(sock, server_hostname=place.host)
        except OSError as error:
            sock.close()
            last = error
        else:
            return _Channel(sock, clock)
    raise last


def _trust() -> ssl.SSLContext:
    """Trust whom the system trusts, or, where it names nobody, whom Mozilla trusts."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not (paths.cafile or paths.capath or context.cert_store_stats()["x509_ca"]):
        import certifi  # noqa: PLC0415 - for the few systems without a list of their own

        context.load_verify_locations(certifi.where())
    return context


def _request(place: Target) -> bytes:
    lines = (
        f"GET {place.path} HTTP/1.1",
        f"Host: {place.authority}",
        f"User-Agent: {_AGENT}",
        "Accept: text/html, application/xhtml+xml, text/plain;q=0.9",
        "Accept-Encoding: gzip",
        "Accept-Language: id, en;q=0.5",
        "Connection: close",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def _page(response: HTTPResponse, url: str) -> Page:
    if response.status != _OK:
        raise SourceError("fetch-status", status=str(response.status))
    declared = response.getheader("Content-Type") or "text/html"
    kind = declared.partition(";")[0].strip().lower()
    if kind not in _TYPES:
        raise SourceError("fetch-type", type=kind[:80])
    charset = _CHARSET.search(declared)
    return Page(_body(response), url, charset[1] if charset else None, kind != "text/plain")


def _body(response: HTTPResponse) -> bytes:
    """Read and decompress, and stop at the limit of either."""
    encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding not in {"identity", "gzip", "x-gzip", "deflate"}:
        raise SourceError("fetch-encoding", encoding=encoding[:80])
    zipped = None if encoding == "identity" else zlib.decompressobj(_ANY_ZIP)
    data, wire = bytearray(), 0
    while block := response.read(_BLOCK):
        wire += len(block)
        data += zipped.decompress(block, PAGE_LIMIT + 1 - len(data)) if zipped else block
        if max(len(data), wire) > PAGE_LIMIT:
            raise SourceError("source-too-large", limit=f"{PAGE_LIMIT // 1024} KB")
    if response.length or (zipped and not zipped.eof):
        raise SourceError("fetch-cut")
    return bytes(data)


def _reason(error: Exception) -> str:
    """Say what went wrong in few words, whatever a server put into them."""
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(text).split())[:120]
