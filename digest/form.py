"""What a text must look like: identities, lines, names, addresses.

In: a text as typed. Out: a `Fault` if it does not have the form. Each form is a type: the model is
written with these, so that one definition decodes an entry and describes it to others.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Final, TypeAlias
from urllib.parse import quote

from msgspec import Meta

from digest import slug
from digest.problem import Fault

Check: TypeAlias = Callable[[str], Fault | None]

SCHEMES: Final = ("https", "http", "mailto")
"""What an address may start with."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{2,38}[a-z0-9]")
_COMMON_URL = re.compile(
    r"https?://[a-z0-9]+(?:-+[a-z0-9]+)*+(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*+)++(?:/(?:[A-Za-z0-9_.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = re.compile(
    r"(?i:https?)://(?P<host>[^/?#:@\[\]\\]+)(?::(?P<port>\d{1,5}))?(?P<rest>[/?#].*)?"
)
_SLIP = re.compile(r"^(?i:(https?)):/{0,3}(?!/)")
_LINK = re.compile(r"\[[^\[\]]*\]\(([^()\s]+)\)|<([^<>\s]+)>")
_MAIL = re.compile(r"(?i:mailto):[^\s@<>\"/]+@[^\s@<>\"/?]+(?:\?[^\s<>\"]*)?")
_UNSAFE = re.compile(r"[\s\"<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})")
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_WORD = re.compile(r"[^\W\d_]+")
_STYLED = re.compile(
    r"(?P<rank>(?:(?:AKBP|AKP|Kompol|Iptu|Ipda|Kombes|Komjen|Irjen|Brigjen|Aiptu|Aipda|Bripka|Briptu"
    r"|Bripda|Letjen|Mayjen|Kolonel|Letkol|Kapten|Lettu|Letda|Peltu|Pelda|Serma|Serka|Sertu|Serda"
    r"|Kopka|Koptu|Kopda|Praka|Pratu|Prof|Dr|dr|Drs|Dra|Ir|K\.?H)\.?|Hj?\.)"
    r"(?: (?:Pol|Inf|Kav|Arm|TNI|Dr|H|Hj)\.?)*(?:(?<=\.)| ) *)?"
    r"(?P<name>\w[^,]*?)(?P<degrees>(?:, ?(?:[SMA]\.? ?[A-Z][A-Za-z.]{0,5}|Ph\.?D)\.?)*)"
)
_PORT = 65535  # the last one
_HOST = 253  # characters of the longest name
_LATIN_END = "\u024f"  # up to here there are only Latin letters and signs


def identity(text: str) -> Fault | None:
    """Say whether `text` can be the id of an entry."""
    return None if _ID.fullmatch(text) else Fault("bad-id", "", {"value": text[:60]})


def url(text: str) -> Fault | None:
    """Say whether `text` is a whole, safe address."""
    if _COMMON_URL.fullmatch(text):
        return None
    scheme = _SCHEME.match(text)
    if not scheme or scheme[1].lower() not in SCHEMES:
        return _bad_scheme(text, scheme[1] if scheme else "")
    if scheme[1].lower() == "mailto":
        return None if _MAIL.fullmatch(text) else Fault("bad-url", "mail", {"value": text[:200]})
    if _UNSAFE.search(text):
        better = _UNSAFE.sub(lambda each: quote(each[0], safe=""), text)
        fix = better if _WEB.fullmatch(better) else None
        return Fault("bad-url", "unsafe", {"value": text[:200], "better": better}, fix)
    web = _WEB.fullmatch(text)
    if not web or not _is_host(web["host"]) or int(web["port"] or 0) > _PORT:
        better = _SLIP.sub(r"\1://", text)
        variant = "scheme" if better != text and _COMMON_URL.fullmatch(better) else ""
        return Fault("bad-url", variant, {"value": text[:200], "better": better})
    return None


def _bad_scheme(text: str, scheme: str) -> Fault:
    values = {"value": text[:200], "scheme": scheme}
    if (link := _LINK.fullmatch(text)) and _COMMON_URL.fullmatch(better := link[1] or link[2]):
        return Fault("bad-url", "scheme", {**values, "better": better})
    if text.startswith("//") or (not scheme and "." in text.partition("/")[0]):
        rest = text.removeprefix("//")
        return Fault("bad-url", "scheme", {**values, "better": f"https://{rest}"})
    return Fault("unsafe-url" if scheme else "bad-url", "", values)


def _is_host(host: str) -> bool:
    return len(host) <= _HOST and all(
        _LABEL.fullmatch(label) for label in host.removesuffix(".").split(".")
    )


def host(address: str) -> str:
    """Return the host of an address; empty where it has none."""
    web = _WEB.match(address)
    return web["host"].lower() if web else ""


def punycode(name: str) -> str:
    """Return a host as the name system knows it: `xn--…` for each part with other letters."""
    parts = [
        part if part.isascii() else f"xn--{part.encode('punycode').decode()}"
        for part in name.lower().split(".")
    ]
    return ".".join(parts)


def styled(name: str) -> tuple[str, str] | None:
    """Return the rank before a name, and the name without it or degrees; None if it has neither."""
    match = _STYLED.fullmatch(name)
    if not match or not (match["rank"] or match["degrees"]):
        return None
    return (match["rank"] or "").strip(), match["name"]


def mixed(text: str) -> tuple[str, ...]:
    """Name the letters of a word that come from another script than the rest; empty if none do.

    A Cyrillic letter in a Latin name looks the same and is never found by a search.
    """
    if text.isascii() or max(text) <= _LATIN_END:
        return ()
    found: dict[str, None] = {}
    for word in _WORD.findall(text):
        scripts = [(each, _script(each)) for each in word if each.isalpha()]
        names = [script for _, script in scripts if script]
        if len(set(names)) > 1:
            most = max(set(names), key=lambda script: (names.count(script), script == "LATIN"))
            odd = (each for each, script in scripts if script and script != most)
            found.update(
                dict.fromkeys(f"U+{ord(each):04X} {unicodedata.name(each)}" for each in odd)
            )
    return tuple(found)


def _script(char: str) -> str:
    """Name the script of a letter as far as look-alikes go; empty where mixing is usual."""
    name = unicodedata.name(char, "").partition(" ")[0]
    return name if name in {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"} else ""


Id = Annotated[
    str,
    Meta(
        extra={"check": identity},
        extra_json_schema={"pattern": "^[a-z0-9][a-z0-9-]{2,38}[a-z0-9]$"},
    ),
]
"""The identity of an entry: 4 to 40 lower-case letters, digits and hyphens."""
Line = Annotated[str, Meta(max_length=200)]
"""One line of plain text."""
Prose = Annotated[str, Meta(max_length=2000)]
"""A few sentences of plain text."""
Name = Annotated[str, Meta(max_length=200, extra={"name": True})]
"""The name of someone or something; letters of one script."""
Url = Annotated[
    str,
    Meta(
        max_length=2000,
        extra={"check": url},
        extra_json_schema={"format": "uri", "pattern": "^(https?://|mailto:)"},
    ),
]
"""An address: `https`, `http` or `mailto`, nothing else."""
RegencyCode = Annotated[str, Meta(extra={"regency": True})]
"""A Kemendagri code; typed as the code or as an unambiguous name."""
Former = Annotated[str, Meta(max_length=200, extra={"check": slug.check_alias})]
"""A former path of a page."""
