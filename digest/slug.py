"""Names that are safe as one part of a path, on every file system and in every address.

In: titles, names, file stems. Out: slugs, or what is wrong with a given one.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from digest.problem import Fault

LIMIT: Final = 80
"""Characters of a slug made from text."""
BYTES: Final = 200
"""Bytes of one part of a path, the suffix of its file left out."""

_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
RESERVED: Final = _DEVICES | {"index", "feed", "atom", "kalender", "pekanan", "arsip", "indeks"}
"""Names that mean something else to a file system or to this site."""

_OTHER = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
    | dict.fromkeys("’‘ʼ'`", "")
)
_SAFE = re.compile(r"[^\W_](?:[\w.-]*[\w-])?")  # what slugs of files may look like; no final dot
_ALIAS = re.compile(r"/?[^\W_][\w.-]*(?:/[^\W_][\w.-]*)*/?")


@lru_cache(maxsize=1 << 16)  # a site says the same names thousands of times
def slugify(text: str) -> str:
    """Return ASCII letters, digits and hyphens for `text`: never empty, at most 80 characters."""
    plain = text.casefold().translate(_LETTERS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    slug = _cut(_OTHER.sub("-", plain).strip("-"))
    if not slug:
        return _coded(text)
    return f"{slug}-1" if slug in RESERVED else slug


def _cut(slug: str) -> str:
    if len(slug) <= LIMIT:
        return slug
    border = slug.rfind("-", 0, LIMIT + 1)
    return slug[: border if border > 0 else LIMIT]


def _coded(text: str) -> str:
    """Name a text without any Latin letter by its code points, so that two texts stay two."""
    points = "-".join(f"{ord(each):x}" for each in text if each.isalnum())
    return f"u-{points}"[:LIMIT].rstrip("-") if points else "u"


def check(slug: str) -> Fault | None:
    """Say what is wrong with `slug` as the last part of a page's address, if anything."""
    if len(slug.encode("utf-8", "replace")) > BYTES:
        return _bad(slug, "long")
    if slug.casefold().partition(".")[0] in RESERVED:
        return _bad(slug, "reserved")
    return None if _SAFE.fullmatch(slug) else _bad(slug, "")


def _bad(slug: str, variant: str) -> Fault:
    values = {"value": slug[:80], "limit": str(BYTES), "better": slugify(slug)}
    return Fault("bad-slug", variant, values)


def check_alias(path: str) -> Fault | None:
    """Say what is wrong with `path` as a former path of a page, if anything."""
    parts = path.strip("/").split("/")
    if not _ALIAS.fullmatch(path) or len(path.encode("utf-8", "replace")) > BYTES:
        return Fault("bad-alias", "", {"value": path[:80]})
    if any(part.endswith(".") or part.casefold().partition(".")[0] in _DEVICES for part in parts):
        return Fault("bad-alias", "", {"value": path[:80]})
    return None
