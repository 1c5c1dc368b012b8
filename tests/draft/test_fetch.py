"""Fetching: one page, from where it says it is, within time and size, and from nowhere else."""

import gzip
import socket
import ssl
import subprocess
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from digest.draft.fetch import HOPS, Page, Place, fetch, look_up
from digest.draft.source import PAGE_LIMIT, SourceError

HTML = b"<!doctype html><p>Rapat"
Answer = Callable[[str], Iterable[bytes]]


def response(body: bytes = HTML, status: str = "200 OK", **headers: str) -> bytes:
    lines = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body


def always(answer: bytes) -> Answer:
    return lambda _: [answer]


@contextmanager
def served(answer: Answer, tls: ssl.SSLContext | None = None) -> Iterator[tuple[int, list[str]]]:
    """Serve `answer` of each request on loopback; give the port and the requests seen."""
    seen: list[str] = []
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(10)

    def serve() -> None:
        while True:
            try:
                link, _ = listener.accept()
            except OSError:
                return
            with link:
                try:
                    talk(tls.wrap_socket(link, server_side=True) if tls else link)
                except OSError:
                    continue

    def talk(link: socket.socket) -> None:
        with link:
            request = link.recv(65536).decode("latin-1")
            seen.append(request)
            for chunk in answer(request):
                link.sendall(chunk)

    thread = Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1], seen
    finally:
        listener.close()
        # A blocked accept is not always woken by close; a last visit wakes it.
        thread.join(0.05)


def local(port: int) -> Callable[[str, int], list[Place]]:
    """Make a resolver for which every name is the test's server."""
    return lambda _host, _port: [(socket.AF_INET, "127.0.0.1", ("127.0.0.1", port))]


def anywhere(_digits: str) -> bool:
    return True


def get(port: int, url: str = "http://berita.example/a", seconds: float = 5) -> Page:
    return fetch(url, resolver=local(port), judge=anywhere, seconds=seconds)


def refused(port: int, url: str = "http://berita.example/a", seconds: float = 5) -> SourceError:
    with pytest.raises(SourceError) as raised:
        get(port, url, seconds)
    return raised.value


def test_a_page_is_fetched() -> None:
    """An article's address gives its bytes, its encoding, and says whose they are."""
    with served(lambda _: [response()]) as (port, seen):
        assert get(port, "http://berita.example/a?b=é") == Page(
            HTML, "http://berita.example/a?b=é", "utf-8"
        )
    assert seen[0].startswith("GET /a?b=%C3%A9 HTTP/1.1\r\nHost: berita.example\r\n")


def test_a_zipped_page_is_unzipped() -> None:
    """Compressed pages, with or without chunks, are read like others."""
    for packed, name in ((gzip.compress(HTML), "gzip"), (zlib.compress(HTML), "deflate")):
        with served(always(response(packed, Content_Encoding=name))) as (port, _):
            assert get(port).data == HTML
    packed = gzip.compress(HTML)
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
    headers = {"Content_Encoding": "gzip", "Transfer_Encoding": "chunked", "Content_Length": ""}
    with served(lambda _: [response(chunked, **headers)]) as (port, _):
        assert get(port).data == HTML


def test_redirects_are_followed_and_each_is_judged() -> None:
    """A moved article is found; a redirect to one's own network is not followed."""

    def answer(request: str) -> list[bytes]:
        moved = "/b c" if "GET /a" in request else ""
        return [response(status="302 Found", Location=moved)] if moved else [response()]

    with served(answer) as (port, _):
        assert get(port).url == "http://berita.example/b%20c"
    for where in ("http://127.1/", "http://localhost/", "file:///etc/passwd", "//a@b.example/"):
        with served(always(response(status="301 Moved", Location=where))) as (port, seen):
            assert refused(port).code in {"private-address", "bad-address"}
            assert len(seen) == 1


def test_a_name_is_judged_again_at_every_hop() -> None:
    """A name that first means a public address and then a private one is refused at that moment."""
    asked: list[str] = []

    def resolver(host: str, _port: int) -> list[Place]:
        asked.append(host)
        digits = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, digits, (digits, port))]

    moved = response(status="302 Found", Location="/lagi")
    with served(lambda _: [moved]) as (port, seen), pytest.raises(SourceError) as raised:
        fetch("http://a.example/", resolver=resolver, judge=lambda d: d == "127.0.0.1")
    assert (raised.value.code, len(seen), len(asked)) == ("private-address", 1, 2)


def test_one_private_meaning_forbids_all() -> None:
    """A name that stands for a public and a private address is not reached at either."""

    def resolver(_host: str, port: int) -> list[Place]:
        return [
            (socket.AF_INET, digits, (digits, port)) for digits in ("93.184.216.34", "192.168.0.1")
        ]

    with pytest.raises(SourceError) as raised:
        fetch("http://a.example/", resolver=resolver)
    assert raised.value.code == "private-address"


def test_this_machine_is_refused_by_default() -> None:
    """Without any test's permission, a server on this machine is out of reach under any name."""
    with served(lambda _: [response()]) as (port, seen):
        for host in ("127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost", "2130706433"):
            with pytest.raises(SourceError) as raised:
                fetch(f"http://{host}:{port}/")
            assert raised.value.code == "private-address"
        with pytest.raises(SourceError) as raised:
            fetch("http://berita.example/", resolver=local(port))
        assert raised.value.code == "private-address"
    assert seen == []


def test_a_ring_of_redirects_ends() -> None:
    """A page that moves for ever is given up after five moves."""
    moved = response(status="302 Found", Location="/")
    with served(lambda _: [moved]) as (port, seen):
        assert refused(port).code == "fetch-loop"
        assert len(seen) == HOPS + 1


def test_a_gzip_bomb_stops_at_the_limit() -> None:
    """A small page that unpacks to a gigabyte is refused, at little cost."""
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(100)) + packer.flush()
    with served(lambda _: [response(bomb, Content_Encoding="gzip")]) as (port, _):
        error = refused(port)
    assert (error.code, error.values) == ("source-too-large", {"limit": "4096 KB"})


def test_an_endless_body_stops_at_the_limit() -> None:
    """A page that never ends is cut off by size."""
    blocks = [response(b"", Content_Length="")] + [bytes(1 << 20)] * (PAGE_LIMIT // (1 << 20) + 2)
    with served(lambda _: blocks) as (port, _):
        assert refused(port).code == "source-too-large"


@pytest.mark.parametrize(
    "head", [b"", b"HTTP/1.1 200 OK\r\nX: ", response(b"", Content_Length="9")]
)
def test_a_slow_drip_is_cut_off_by_time(head: bytes) -> None:
    """A server that sends a byte now and then has the time of one page, not of one byte."""

    def drip(_request: str) -> Iterator[bytes]:
        yield head
        for _ in range(40):
            time.sleep(0.05)
            yield b"x"

    with served(drip) as (port, _):
        error = refused(port, seconds=0.3)
    assert (error.code, error.values) == ("fetch-slow", {"seconds": "0.3"})


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (response(status="404 Not Found"), "fetch-status"),
        (response(status="500 Oops"), "fetch-status"),
        (response(status="302 Found"), "fetch-status"),
        (response(Content_Type="image/png"), "fetch-type"),
        (response(Content_Type="application/pdf; x"), "fetch-type"),
        (response(Content_Encoding="br"), "fetch-encoding"),
        (response(Content_Encoding="gzip, gzip"), "fetch-encoding"),
        (response(Content_Encoding="gzip"), "fetch-failed"),
        (response(gzip.compress(HTML)[:-9], Content_Encoding="gzip"), "fetch-cut"),
        (response(Content_Length="999"), "fetch-cut"),
        (response(status="302 Found", Location="http://["), "bad-address"),
        (b"SSH-2.0-OpenSSH_9.0\r\n", "fetch-failed"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", "fetch-failed"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70000, "fetch-failed"),
        (b"", "fetch-failed"),
    ],
)
def test_what_is_no_page_is_told(answer: bytes, code: str) -> None:
    """An error, a picture, a broken or foreign answer ends in one clear problem."""
    with served(lambda _: [answer]) as (port, _):
        assert refused(port).code == code


def test_a_page_without_a_type_is_taken_for_html() -> None:
    """Old servers that tell no type are read all the same."""
    with served(lambda _: [response(Content_Type="")]) as (port, _):
        assert get(port) == Page(HTML, "http://berita.example/a", None)


def test_a_plain_text_is_told_from_a_page() -> None:
    """A text that a server calls plain is not searched for markup; all else is a page."""
    with served(always(response(Content_Type="text/plain; charset=iso-8859-1"))) as (port, _):
        assert get(port) == Page(HTML, "http://berita.example/a", "iso-8859-1", html=False)
    with served(always(response(Content_Type="application/xhtml+xml"))) as (port, _):
        assert get(port).html


def test_a_dead_address_gives_way_to_the_next() -> None:
    """A name with several addresses is reached at the one that answers."""
    with socket.create_server(("127.0.0.1", 0)) as dead:
        gone = dead.getsockname()[1]
    with served(lambda _: [response()]) as (port, _):
        places = [(socket.AF_INET, "127.0.0.1", ("127.0.0.1", each)) for each in (gone, port)]
        page = fetch("http://a.example/", resolver=lambda *_: places, judge=anywhere)
    assert page.data == HTML


def test_a_server_that_is_not_there_is_told() -> None:
    """A name without an address, or with a closed door, ends in one clear problem."""
    with socket.create_server(("127.0.0.1", 0)) as dead:
        gone = dead.getsockname()[1]
    assert refused(gone).code == "fetch-failed"
    with pytest.raises(SourceError) as raised:
        fetch("http://a.example/", resolver=lambda *_: [], judge=anywhere)
    assert raised.value.code == "fetch-failed"


def test_digits_are_looked_up_as_themselves() -> None:
    """The system's own resolver gives digits in the form that is judged and connected to."""
    assert list(look_up("127.0.0.1", 80)) == [(socket.AF_INET, "127.0.0.1", ("127.0.0.1", 80))]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate for berita.example."""
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    subject = ("-subj", "/CN=berita.example", "-addext", "subjectAltName=DNS:berita.example")
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject,
         "-keyout", str(path), "-out", str(path.with_suffix(".crt"))],
        check=False, capture_output=True,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("this openssl makes no certificate with a name")
    return path


def test_the_name_is_checked_although_digits_are_dialled(certificate: Path) -> None:
    """Over TLS the server must prove the name in the address, not the digits behind it."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate.with_suffix(".crt"), certificate)
    trust = ssl.create_default_context(cafile=str(certificate.with_suffix(".crt")))
    with served(lambda _: [response()], server) as (port, seen):
        page = fetch("https://berita.example/a", resolver=local(port), judge=anywhere, trust=trust)
        assert page.data == HTML
        assert "Host: berita.example\r\n" in seen[0]
        for url, trusted in (("https://lain.example/", trust), ("https://berita.example/", None)):
            with pytest.raises(SourceError) as raised:
                fetch(url, resolver=local(port), judge=anywhere, trust=trusted)
            assert raised.value.code == "fetch-failed"
        assert len(seen) == 1
