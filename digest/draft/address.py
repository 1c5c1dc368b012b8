"""Stage: draft. Which addresses a draft may be fetched from. Pure: nothing is looked up here.

comes in: an address someone wrote, or the digits a name stands for
goes out: `Target`, its parts in the form the wire wants, or whether the digits are public

The reserved networks are listed here, by IANA's special-purpose registries, because what Python's
`ipaddress` calls global differs between its versions.
"""

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

from msgspec import Struct

from digest.draft.source import SourceError

_PORTS = {"http": 80, "https": 443}
_LIMIT = 2000  # characters of an address
_TEXT = re.compile(r"[^\x00-\x20\x7f\\]+")  # what an address may consist of at all
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+", re.ASCII)
# IPv4 addresses written as only browsers and C libraries understand them: 2130706433, 0x7f.1
_NUMERIC = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)", re.ASCII)
_QUAD = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})", re.ASCII)
_PRIVATE_NAMES = (
    ".localhost", ".local", ".localdomain", ".internal", ".intranet", ".lan", ".home", ".corp",
    ".private", ".home.arpa", ".test", ".invalid", ".onion",
)  # fmt: skip
_SAFE = "/%:@!$&'()*+,;=~-._?"  # what a path and query keep when the rest of them is escaped

_RESERVED_4 = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        ),
    )
)
_GLOBAL_6 = ip_network("2000::/3")
# Within it: protocol assignments with Teredo, documentation, 6to4, and AS112.
_RESERVED_6 = tuple(
    map(ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"))
)
_NAT64 = ip_network("64:ff9b::/96")  # carries an IPv4 address in its last 32 bits


class Target(Struct, frozen=True):
    """An address, ready to be asked for."""

    scheme: str
    """`http` or `https`."""
    host: str
    """ASCII, lower case; an IPv6 address without brackets."""
    port: int
    """1 to 65535."""
    path: str
    """Path and query, escaped, with a slash at its start."""

    @property
    def authority(self) -> str:
        """What the `Host` header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def target(url: str) -> Target:
    """Take an address apart.

    Raises SourceError `bad-address` for what is no http or https address or carries a user's name,
    and `private-address` for a host that can only be meant for this machine or its network.
    """
    if len(url) > _LIMIT:
        raise SourceError("bad-address", url=url[:200])
    try:
        parts = urlsplit(url)
        port = parts.port
        host = _ascii(parts.hostname or "")
    except ValueError as error:
        raise SourceError("bad-address", url=url[:200]) from error
    usable = _TEXT.fullmatch(url) and parts.scheme in _PORTS and "@" not in parts.netloc
    if not usable or not host or port == 0:
        raise SourceError("bad-address", url=url[:200])
    _refuse_private(host, url)
    path = quote(parts.path or "/", safe=_SAFE)
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return Target(parts.scheme, host, port or _PORTS[parts.scheme], path + query)


def is_public(digits: str) -> bool:
    """Tell whether an IP address, as digits, belongs to the public internet."""
    try:
        address = ip_address(digits)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _RESERVED_4)
    if address.scope_id:
        return False
    if address in _NAT64:
        return is_public(str(IPv4Address(int(address) & 0xFFFFFFFF)))
    return address in _GLOBAL_6 and not any(address in network for network in _RESERVED_6)


def _ascii(host: str) -> str:
    """Give a host in the letters of the wire; full-width digits become plain ones here."""
    host = host.rstrip(".")
    return host if host.isascii() else host.encode("idna").decode("ascii").lower()


def _refuse_private(host: str, url: str) -> None:
    if ":" in host:
        try:
            IPv6Address(host)
        except AddressValueError as error:
            raise SourceError("bad-address", url=url[:200]) from error
    elif _NUMERIC.fullmatch(host):
        if not _QUAD.fullmatch(host):
            raise SourceError("private-address", host=host)
    elif "." not in host or host.endswith(_PRIVATE_NAMES):
        raise SourceError("private-address", host=host)
    elif not _HOST.fullmatch(host):
        raise SourceError("bad-address", url=url[:200])
