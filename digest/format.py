"""The one table of feeds and calendars: which scope is published in which formats, and where.

In: a scope and a key. Out: the links to its feeds. The plan of feeds, the alternate links of
pages, the OPML list and the documentation all iterate this table; a new format is one row here
and one function that writes it.
"""

from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct

Scope = Literal["site", "entries", "regency", "week", "province", "topic", "correction"]


class Format(Struct, frozen=True):
    """A way to publish a list of entries."""

    name: str
    """Its name in the code and, as `format.NAME`, in the catalogue."""
    file: str
    """The last part of its path."""
    mime: str
    """Its media type."""


class Link(Struct, frozen=True):
    """A feed or calendar that a page names."""

    path: str
    """The file below the root, such as `wilayah/kota-bogor/feed.xml`."""
    mime: str
    """Its media type."""
    format: str
    """The name of its format."""


DIGEST: Final = Format("digest", "feed.xml", "application/rss+xml")
"""RSS with one item for a regency and a finished week."""
RSS: Final = Format("rss", "feed.xml", "application/rss+xml")
ATOM: Final = Format("atom", "atom.xml", "application/atom+xml")
JSON: Final = Format("json", "feed.json", "application/feed+json")
WEEKLY: Final = Format("weekly", "pekanan.xml", "application/rss+xml")
"""RSS with one item for a finished week of one regency."""
CALENDAR: Final = Format("calendar", "kalender.ics", "text/calendar")

FORMATS: Final = (DIGEST, RSS, ATOM, JSON, WEEKLY, CALENDAR)
TABLE: Final[dict[Scope, tuple[str, tuple[Format, ...]]]] = {
    "site": ("", (DIGEST, CALENDAR)),
    "entries": ("entri/", (RSS, ATOM, JSON)),
    "regency": ("wilayah/{}/", (RSS, ATOM, JSON, WEEKLY, CALENDAR)),
    "week": ("pekan/{}/", (RSS,)),
    "province": ("provinsi/{}/", (RSS,)),
    "topic": ("topik/{}/", (RSS,)),
    "correction": ("koreksi/", (RSS,)),
}
"""Scope to its folder, with `{}` for the slug of its page, and the formats it comes in."""


def links(scope: Scope, slug: str = "") -> Iterator[Link]:
    """Yield the feeds and calendars of one scope; `slug` is that of its page."""
    folder, formats = TABLE[scope]
    for row in formats:
        yield Link(folder.format(slug) + row.file, row.mime, row.name)
