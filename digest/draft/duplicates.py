"""Stage: draft. Whether an event is entered already. Pure.

comes in: a proposed entry, and rows of the entries there are
goes out: `Duplicate`s, so that the editor adds a source instead of an entry
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias
from urllib.parse import parse_qsl, urlencode, urlsplit

from msgspec import Struct

from digest.entry import Entry, regencies
from digest.regency import fold

Reason: TypeAlias = Literal["source", "people", "title"]

_DAYS = 1  # reports disagree by a day, or report on the day after
_ALIKE = 0.5  # share of common words from which two headlines tell of one thing
_FULL_NAME = 2  # words from which part of a name is as good as the name
# Other layouts of the same site.
_LAYOUT = re.compile(r"^(?:(?:www|m|amp|mobile|fbeta|beta)\.)+")
# First segments that only name a section or a layout, before an article's own path.
_SECTIONS = frozenset({"amp", "artikel", "baca", "berita", "index.php", "news", "post", "read"})
_OWN_PATH = 2  # segments an article's path keeps
_TRACKING = re.compile(
    r"utm_.*|amp|_?ga|gclid|fbclid|igshid|mc_[ce]id|page|ref|share|source|from|random-post|m",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
# Words of headlines that tell nothing about which event it was.
_COMMON = frozenset(
    (
        *("acara", "agar", "ajak", "akan", "atas", "bahas", "bersama", "dalam", "dan", "dari"),
        *(
            "dengan",
            "di",
            "gelar",
            "hadiri",
            "hadapi",
            "ikuti",
            "ini",
            "jadi",
            "jelang",
            "kabupaten",
        ),
        *("ke", "kegiatan", "kota", "lewat", "oleh", "pada", "para", "rapat", "saat", "se"),
        *("tahun", "tentang", "terkait", "untuk", "warga", "yang"),
    )
)


class Row(Struct, frozen=True):
    """What is compared of an entry there is."""

    id: str
    """Its id."""
    path: str
    """Its file, relative to the site's folder."""
    title: str
    """Its headline."""
    date: str | None = None
    """The day of the event, ISO."""
    regencies: tuple[str, ...] = ()
    """Codes of its places and concerns."""
    people: tuple[str, ...] = ()
    """Names of its participants."""
    urls: tuple[str, ...] = ()
    """Addresses of its sources."""


class Duplicate(Struct, frozen=True):
    """An entry that may be about the same event."""

    id: str
    """Its id."""
    path: str
    """Its file, relative to the site's folder."""
    reasons: tuple[Reason, ...]
    """What they have in common: a source's address; or regency and day, and people or headline."""


def duplicates(entry: Mapping[str, object], rows: Iterable[Row]) -> tuple[Duplicate, ...]:
    """Name the entries that may be about the event of `entry`, those with its source first."""
    new = proposed(entry)
    urls = frozenset(map(normal, new.urls))
    found = [
        Duplicate(each.id, each.path, reasons)
        for each in rows
        if (reasons := tuple(_reasons(new, urls, each)))
    ]
    return tuple(sorted(found, key=lambda each: ("source" not in each.reasons, each.path)))


def row(entry: Entry) -> Row:
    """Take from an entry there is what is compared."""
    return Row(
        id=entry.id,
        path=entry.path,
        title=entry.title,
        date=entry.date.isoformat() if entry.date else None,
        regencies=regencies(entry),
        people=tuple(each.name for each in entry.participants if each.name),
        urls=tuple(each.url for each in entry.sources),
    )


@lru_cache(maxsize=1 << 16)
def normal(url: str) -> str:
    """Give what two addresses of one article have in common, however it was shared or laid out."""
    try:
        parts = urlsplit(url.strip())
        host = _LAYOUT.sub("", parts.hostname or "")
    except ValueError:
        return url
    segments = [each for each in parts.path.split("/") if each and each != "amp"]
    while len(segments) > _OWN_PATH and segments[0].lower() in _SECTIONS:
        del segments[0]
    pairs = [pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0])]
    query = f"?{urlencode(sorted(pairs))}" if pairs else ""
    return f"{host}/{'/'.join(segments)}{query}"


def proposed(entry: Mapping[str, object]) -> Row:
    """Take from a proposed entry what is compared."""
    day = entry.get("date")
    places = [text for place in _maps(entry.get("places")) if (text := place.get("regency"))]
    concerns = entry.get("concerns")
    codes = [*places, *(concerns if isinstance(concerns, Sequence) else ())]
    names = [person.get("name") for person in _maps(entry.get("participants"))]
    urls = [source.get("url") for source in _maps(entry.get("sources"))]
    return Row(
        id="",
        path="",
        title=str(entry.get("title") or ""),
        date=day if isinstance(day, str) else None,
        regencies=tuple(code for code in codes if isinstance(code, str)),
        people=tuple(name for name in names if isinstance(name, str)),
        urls=tuple(url for url in urls if isinstance(url, str)),
    )


def _maps(value: object) -> list[Mapping[str, object]]:
    items = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    return [item for item in items if isinstance(item, Mapping)]


def _reasons(new: Row, urls: frozenset[str], row: Row) -> Iterable[Reason]:
    if urls and any(normal(url) in urls for url in row.urls):
        yield "source"
    if not _near(new.date, row.date) or not set(new.regencies) & set(row.regencies):
        return
    if any(_same_person(one, other) for one in new.people for other in row.people):
        yield "people"
    if _alike(new.title, row.title):
        yield "title"


def _near(one: str | None, other: str | None) -> bool:
    """Tell whether two days are the same or neighbours."""
    if not one or not other:
        return False
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _DAYS
    except ValueError:
        return one == other


def _same_person(one: str, other: str) -> bool:
    """Tell whether two spellings are of one name, initials or a part of it left out."""
    if fold(one) == fold(other):
        return True
    words, others = _words(one), _words(other)
    shared = words & others
    return len(shared) >= _FULL_NAME and shared in (words, others)


def _alike(one: str, other: str) -> bool:
    words, others = _words(one) - _COMMON, _words(other) - _COMMON
    return bool(words | others) and len(words & others) >= _ALIKE * len(words | others)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
