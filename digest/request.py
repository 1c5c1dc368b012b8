"""What a request asks for, and whether it may.

In: the words of a request line and its headers. Out: a path below the site's root, or a refusal.
Pure: nothing here has seen a socket.
"""

import ipaddress
import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote_to_bytes

from msgspec import Struct

METHODS: Final = ("GET", "HEAD")
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})

# Of an origin-form target (RFC 9112): visible ASCII, and every % begins an escape.
_TARGET: Final = re.compile(r"/(?:[!-$&-~]|%[0-9A-Fa-f]{2})*")
_UNCLEAN: Final = re.compile(r"[\x00-\x1f\x7f\\]|//|(?:^|/)\.{1,2}(?:/|$)")
_HOST: Final = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::([0-9]{1,5}))?")


class Refusal(Struct, frozen=True):
    """Why a request gets nothing."""

    status: int
    """The HTTP status, of the 400s."""


class Hosts(Struct, frozen=True):
    """The names under which the preview may be asked for."""

    names: frozenset[str]
    """In lower case, without port; an IPv6 address in brackets."""
    port: int
    """The port it listens on."""
    addresses: bool = False
    """Whether any bare address will do; for a preview that listens on all of the machine's."""


def hosts(host: str, port: int, machine: str = "") -> Hosts:
    """Tell the names of a preview that was told to listen on `host`."""
    name = f"[{host}]" if ":" in host else host.lower()
    names = {name, machine.lower()} - {""}
    return Hosts(LOOPBACK | names, port, host in ("", "0.0.0.0", "::"))  # noqa: S104 it is asked about


def private(host: str) -> bool:
    """Tell whether nothing but this machine can reach a preview on `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def path(target: str) -> str | None:
    """Decode the path of a request's target; None for what no page of ours could be called.

    That is a target in another form than `/path?query`, a broken escape, bytes that are not UTF-8,
    control characters, backslashes, empty segments, and `.` or `..`.
    """
    before = target.partition("?")[0]
    if not _TARGET.fullmatch(before) or "#" in before:
        return None
    try:
        decoded = unquote_to_bytes(before).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _UNCLEAN.search(decoded) else decoded


def refusal(  # noqa: PLR0913 what a request has to say about itself
    method: str,
    hosts: Hosts,
    *,
    host: Sequence[str],
    origin: Sequence[str],
    site: str = "",
    mode: str = "",
) -> Refusal | None:
    """Refuse what no page of the preview, and no person at its machine, would ask.

    `host` and `origin` are all headers of those names; `site` and `mode` are what a browser says in
    `Sec-Fetch-Site` and `Sec-Fetch-Mode`. A page elsewhere may link here and do nothing else.
    """
    if len(host) != 1 or len(origin) > 1:
        return Refusal(400)
    if not _known(host[0], hosts) or (origin and not _same(origin[0], hosts)):
        return Refusal(403)
    if site not in ("", "none", "same-origin") and mode != "navigate":
        return Refusal(403)
    return None if method in METHODS else Refusal(405)


def _known(host: str, hosts: Hosts) -> bool:
    """Tell whether a Host header names this preview; a name that only resolves to it does not."""
    found = _HOST.fullmatch(host.lower())
    if not found or int(found[2] or 80) != hosts.port:
        return False
    return found[1] in hosts.names or (hosts.addresses and _address(found[1]))


def _address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _same(origin: str, hosts: Hosts) -> bool:
    scheme, _, host = origin.partition("://")
    return scheme == "http" and _known(host, hosts)
