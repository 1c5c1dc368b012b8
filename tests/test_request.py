"""What a request asks for, and whether it may."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from digest.request import Refusal, hosts, path, private, refusal

LOCAL = hosts("127.0.0.1", 8000)

TRAVERSALS = (
    "/../../etc/passwd",
    "/..",
    "/entri/../../secret",
    "/./secret",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/%2E%2E%2Fetc/passwd",
    "/..%2f..%2fetc%2fpasswd",
    "/..%5c..%5cwindows",
    "/..\\..\\windows",
    "/%c0%ae%c0%ae/etc/passwd",
    "//etc/passwd",
    "/entri//secret",
    "/%00",
    "/index.html%00.png",
    "/%0d%0aSet-Cookie:%20a=b",
    "/%zz",
    "/%",
    "/entri/%2e%2e/",
    "http://127.0.0.1:8000/",
    "file:///etc/passwd",
    "*",
    "",
    "etc/passwd",
    "/#x",
    "/a\x7f",
    "/caf\u00e9",
)


@pytest.mark.parametrize("target", TRAVERSALS)
def test_no_way_out(target: str) -> None:
    """No spelling of a path leads out of the site."""
    assert path(target) is None


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("/", "/"),
        ("/entri/x/", "/entri/x/"),
        ("/cari/?q=../..", "/cari/"),
        ("/a%20b%2Bc", "/a b+c"),
        ("/caf%C3%A9/", "/caf\u00e9/"),
        ("/%252e%252e/etc", "/%2e%2e/etc"),
        ("/..a/b..", "/..a/b.."),
        ("/.well-known/x", "/.well-known/x"),
        ("/a;b=c/@d", "/a;b=c/@d"),
    ],
)
def test_pages_are_found(target: str, meant: str) -> None:
    """A path is decoded once, and what follows the question mark is no part of it."""
    assert path(target) == meant


@given(some.text(some.sampled_from("/.%25cf0aA\\ \0?#"), max_size=12))
def test_what_comes_out_is_clean(target: str) -> None:
    """Whatever is sent, what is looked up is a plain path below the root."""
    found = path(target)
    if found is not None:
        assert found.startswith("/")
        assert not {"..", "."} & set(found.split("/"))
        assert not set("\\\0\r\n") & set(found)
        assert "//" not in found


@pytest.mark.parametrize(
    "name",
    [
        "evil.example",
        "evil.example:8000",
        "localhost:8001",
        "localhost",
        "127.0.0.1.evil.example:8000",
        "localhost.evil.example:8000",
        "10.0.0.1:8000",
        "user@localhost:8000",
        "localhost:8000@evil.example",
        "localhost:8000:8000",
        "localhost:",
        "[::1:8000",
        "",
        "localhost:8000\tx",
    ],
)
def test_foreign_hosts(name: str) -> None:
    """A name that only resolves to this machine gets nothing, so that no page can read drafts."""
    assert refusal("GET", LOCAL, host=[name], origin=[]) == Refusal(403)


@pytest.mark.parametrize(
    "name", ["localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"]
)
def test_own_hosts(name: str) -> None:
    """The preview answers to the names of the machine it runs on."""
    assert refusal("GET", LOCAL, host=[name], origin=[f"http://{name}"]) is None


def test_port_of_the_web_needs_no_number() -> None:
    """On port 80 browsers leave the port out."""
    assert refusal("GET", hosts("127.0.0.1", 80), host=["localhost"], origin=[]) is None


@pytest.mark.parametrize("headers", [[], ["localhost:8000", "localhost:8000"]])
def test_one_host_is_named(headers: list[str]) -> None:
    """A request without a host, or with two, is no browser's."""
    assert refusal("GET", LOCAL, host=headers, origin=[]) == Refusal(400)


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "https://localhost:8000",
        "http://localhost:3000",
        "null",
        "",
        "file://",
        "http://localhost:8000.evil.example",
    ],
)
def test_foreign_origins(origin: str) -> None:
    """A page of another site, a file or another port can do nothing through a browser."""
    assert refusal("GET", LOCAL, host=["localhost:8000"], origin=[origin]) == Refusal(403)


@pytest.mark.parametrize(
    ("site", "mode", "allowed"),
    [
        ("", "", True),
        ("none", "navigate", True),
        ("same-origin", "no-cors", True),
        ("cross-site", "navigate", True),
        ("cross-site", "no-cors", False),
        ("same-site", "cors", False),
    ],
)
def test_other_sites_may_only_link(site: str, mode: str, *, allowed: bool) -> None:
    """A link from elsewhere opens; a picture or script embedded elsewhere does not."""
    refused = refusal("GET", LOCAL, host=["localhost:8000"], origin=[], site=site, mode=mode)
    assert refused == (None if allowed else Refusal(403))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get"])
def test_nothing_can_be_written(method: str) -> None:
    """Only reading is offered."""
    assert refusal(method, LOCAL, host=["localhost:8000"], origin=[]) == Refusal(405)


def test_listening_elsewhere() -> None:
    """A preview told to listen on an address, or on all, answers to it and to its own name."""
    one = hosts("192.0.2.7", 8000)
    every = hosts("0.0.0.0", 8000, "Meja")  # noqa: S104 what a user may ask for
    assert refusal("GET", one, host=["192.0.2.7:8000"], origin=[]) is None
    assert refusal("GET", one, host=["192.0.2.8:8000"], origin=[]) == Refusal(403)
    for name in ("192.0.2.7:8000", "[2001:db8::1]:8000", "meja:8000", "localhost:8000"):
        assert refusal("GET", every, host=[name], origin=[]) is None
    assert refusal("GET", every, host=["evil.example:8000"], origin=[]) == Refusal(403)
    assert refusal("GET", hosts("fe80::1", 1), host=["[fe80::1]:1"], origin=[]) is None


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 what a user may ask for
        ("::", False),
        ("192.0.2.7", False),
        ("example.org", False),
    ],
)
def test_privacy(host: str, *, alone: bool) -> None:
    """The user is warned exactly when others can reach the preview."""
    assert private(host) is alone
