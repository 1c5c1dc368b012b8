"""Addresses: a draft never reaches this machine or its network."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.draft.address import Target, is_public, target
from digest.draft.source import SourceError


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org", Target("https", "example.org", 443, "/")),
        ("HTTP://Example.ORG./a?b=c#d", Target("http", "example.org", 80, "/a?b=c")),
        ("https://example.org:8443/a", Target("https", "example.org", 8443, "/a")),
        ("https://example.org/é", Target("https", "example.org", 443, "/%C3%A9")),
        ("https://example.org/%C3%A9?x=%20", Target("https", "example.org", 443, "/%C3%A9?x=%20")),
        ("https://bücher.example/", Target("https", "xn--bcher-kva.example", 443, "/")),
        ("https://93.184.216.34/", Target("https", "93.184.216.34", 443, "/")),
        ("https://[2606:2800::1]/", Target("https", "2606:2800::1", 443, "/")),
    ],
)
def test_an_address_is_taken_apart(url: str, expected: Target) -> None:
    """Any ordinary address of an article can be asked for."""
    assert target(url) == expected


def test_the_host_header_names_the_host() -> None:
    """A server hears the name it is known by, with a port only where it is unusual."""
    assert target("https://example.org/").authority == "example.org"
    assert target("https://example.org:8443/").authority == "example.org:8443"
    assert target("http://[2606:2800::1]:80/").authority == "[2606:2800::1]"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:alert(1)",
        "data:text/html,x", "//example.org/", "example.org", "", "https://", "https:///x",
        "https://user@example.org/", "https://user:pass@example.org/", "https://@example.org/",
        "https://example.org@127.0.0.1/", "https://example.org\\@127.0.0.1/",
        "https://example.org/\r\nHost: x", "https://example.org/a b", "https://example.org/\x00",
        "https://exa mple.org/", "https://[::1", "https://[zz]/", "https://example.org:0/",
        "https://example.org:99999/", "https://example.org:x/", "https://-a.example/",
        "https://exa%6dple.org/", "https://" + "a" * 64 + ".example/", "https://..example/",
        "https://example.org/" + "a" * 2000,
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url: str) -> None:
    """Other schemes, user names, control characters and broken hosts never leave the program."""
    with pytest.raises(SourceError) as raised:
        target(url)
    assert raised.value.code == "bad-address"


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/", "http://LOCALHOST:8000/", "http://a.localhost/", "http://localhost./",
        "http://printer/", "http://printer.local/", "http://db.internal/", "http://router.lan/",
        "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://127.1/",
        "http://0177.0.0.1/", "http://0/", "http://010.0.0.1/", "http://1.2.3.4.5/", "http://a.0x/",
        "http://１２７.１/",
    ],
)  # fmt: skip
def test_a_private_name_or_odd_number_is_refused(url: str) -> None:
    """Names of one's own network and disguised numbers are refused before anything is looked up."""
    with pytest.raises(SourceError) as raised:
        target(url)
    assert raised.value.code == "private-address"


@pytest.mark.parametrize(
    "digits",
    [
        "127.0.0.1", "127.255.255.255", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1", "239.1.1.1", "255.255.255.255",
        "240.0.0.1", "198.18.0.1", "192.0.2.1", "198.51.100.1", "203.0.113.1", "192.0.0.1",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "2001::1", "2001:db8::1", "3fff::1",
        "2002:7f00:1::", "2002:808:808::", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1",
        "2606:2800::1%1", "100::1", "5f00::1", "x", "",
    ],
)  # fmt: skip
def test_reserved_digits_are_not_public(digits: str) -> None:
    """Loopback, private, link-local, mapped, tunnelled and made-up addresses are out of reach."""
    assert not is_public(digits)


@pytest.mark.parametrize(
    "digits", ["8.8.8.8", "93.184.216.34", "172.32.0.1", "2606:2800::1", "64:ff9b::808:808"]
)
def test_public_digits_are_public(digits: str) -> None:
    """Ordinary addresses are reached, also through the translator of a network with IPv6 only."""
    assert is_public(digits)


@given(st.ip_addresses().map(str))
def test_never_more_public_than_python_thinks(digits: str) -> None:
    """Nothing is reached that Python's own tables call private, loopback, local or multicast."""
    address = ip_address(digits)
    said = (
        *("is_private", "is_loopback", "is_link_local"),
        *("is_multicast", "is_reserved", "is_unspecified"),
    )
    if is_public(digits) and not digits.startswith("64:ff9b::"):
        assert not [name for name in said if getattr(address, name)]


@given(st.text(max_size=60) | st.text(max_size=30).map("https://".__add__))
def test_any_text_is_an_address_or_is_refused(url: str) -> None:
    """No text makes the program stumble, and what passes is plain ASCII on one line."""
    try:
        place = target(url)
    except SourceError:
        return
    for part in (place.host, place.path):
        assert part.isascii()
        assert part.isprintable()
        assert " " not in part
