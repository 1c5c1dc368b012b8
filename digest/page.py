"""The kinds of page, as values: what each one shows, and its path.

In: nothing but other values. Out: one `Page` a file; `plan` makes them, `render` writes them.
Equal values make equal bytes under one theme, so a page whose value has not changed is skipped.
"""

import datetime as dt
from typing import Literal

from msgspec import Struct

from digest.entry import Entry

SECTIONS = {
    "entry": "entri",
    "week": "pekan",
    "regency": "wilayah",
    "province": "provinsi",
    "topic": "topik",
    "person": "tokoh",
    "organisation": "lembaga",
    "publisher": "sumber",
}
"""The first part of the path of each kind that has a page for every key."""

Axis = Literal["topic", "person", "organisation", "publisher"]


def url(kind: str, *keys: str) -> str:
    """Return the path of a page below the site's root, such as `/topik/pemilu/`."""
    return "/" + "/".join((SECTIONS[kind], *keys)) + "/"


class Count(Struct, frozen=True):
    """A thing with a page of its own, and how many entries it has."""

    key: str
    """Its slug (a regency's or province's code)."""
    name: str
    """Its name as readers see it."""
    count: int
    """Entries."""


class WeekCount(Struct, frozen=True):
    """A week and how many entries it has."""

    week: str
    """The slug, such as `2023-W48`."""
    count: int
    """Entries."""


class Group(Struct, frozen=True):
    """Entries under one heading."""

    key: str
    """A week's slug, a regency's code or an ISO day, by the page that holds it."""
    entries: tuple[Entry, ...]
    """Newest event first."""


class Page(Struct, frozen=True, kw_only=True):
    """What every page has."""

    path: str
    """The file below the root, such as `pekan/2023-W48/index.html`."""
    updated: dt.datetime | None = None
    """The newest `updated` or `published` of what it shows; for the sitemap."""


class Home(Page, frozen=True, kw_only=True):
    """`/`: the latest week by day, map, topics, corrections, regency picker."""

    week: str | None
    """The latest week with an entry that has begun by the site's clock."""
    current: bool
    """Whether the site's clock lies in that week."""
    days: tuple[Group, ...]
    """That week's entries by ISO day, newest first, at most 60 in all."""
    total: int
    """Entries of that week."""
    recent: tuple[Entry, ...] = ()
    """In a quiet week: those of the weeks before, so that there are twelve to read."""
    ahead: tuple[Entry, ...] = ()
    """What later weeks hold, the nearest first, at most five."""
    counts: tuple[tuple[str, int], ...]
    """For the map: regency code and entries of that week."""
    weeks: tuple[WeekCount, ...]
    """The 53 weeks up to the latest."""
    topics: tuple[Count, ...]
    """The topics with most entries over the latest 53 weeks."""
    corrections: tuple[Entry, ...]
    """The five latest corrected or retracted entries."""
    regencies: tuple[Count, ...]
    """Regencies that have entries, by name."""
    entries: int
    """All entries of the site."""


class EntryPage(Page, frozen=True, kw_only=True):
    """`/entri/SLUG/`: one entry, or its tombstone."""

    entry: Entry
    """The entry."""
    earlier: Entry | None
    """The one before it in its own regency."""
    later: Entry | None
    """The one after it in its own regency."""
    related: tuple[Entry, ...]
    """What the entry names in `related`, and what names it."""
    whole: Entry | None
    """The entry it is part of."""
    parts: tuple[Entry, ...]
    """The entries that are part of it."""


class Redirect(Page, frozen=True, kw_only=True):
    """A former or merged address that leads to another page."""

    target: str
    """The path to go to, below the root, such as `/entri/x/`."""
    title: str
    """The title of the page there."""


class WeekIndex(Page, frozen=True, kw_only=True):
    """`/pekan/`: every week with entries, newest first."""

    weeks: tuple[WeekCount, ...]


class WeekPage(Page, frozen=True, kw_only=True):
    """`/pekan/2023-W48/`: one week by regency."""

    week: str
    groups: tuple[Group, ...]
    """By regency code, in order of the regency's name."""
    counts: tuple[tuple[str, int], ...]
    """For the map."""
    topics: tuple[Count, ...]
    previous: str | None
    """The nearest earlier week that has entries."""
    next: str | None
    """The nearest later week that has entries."""


class RegencyIndex(Page, frozen=True, kw_only=True):
    """`/wilayah/`: all regencies by province, with counts."""

    counts: tuple[tuple[str, int], ...]
    """Regency code and entries, those with none left out."""


class RegencyPage(Page, frozen=True, kw_only=True):
    """`/wilayah/SLUG/`: one regency."""

    code: str
    total: int
    """Entries."""
    latest: Group | None
    """Its latest week, at most 30 entries."""
    recent: tuple[Entry, ...]
    """The entries before that week, newest first, at most 20."""
    weeks: tuple[WeekCount, ...]
    """The 53 weeks up to its latest."""
    older: tuple[WeekCount, ...]
    """All its weeks, newest first, at most 520."""
    topics: tuple[Count, ...]
    people: tuple[Count, ...]
    organisations: tuple[Count, ...]
    """At most twelve each, most entries first."""
    neighbours: tuple[Count, ...]
    """Adjacent regencies, by code."""


class RegencyWeek(Page, frozen=True, kw_only=True):
    """`/wilayah/SLUG/2023-W48/`: one regency in one week, the unit of the digest."""

    code: str
    week: str
    entries: tuple[Entry, ...]
    previous: str | None
    """The nearest earlier week in which this regency has entries."""
    next: str | None
    """The nearest later one."""


class ProvincePage(Page, frozen=True, kw_only=True):
    """`/provinsi/SLUG/`: one province."""

    code: str
    total: int
    counts: tuple[tuple[str, int], ...]
    """Its regencies' codes and entries, those with none left out."""
    weeks: tuple[WeekCount, ...]
    recent: tuple[Entry, ...]
    """At most 30."""
    topics: tuple[Count, ...]


class Office(Struct, frozen=True):
    """An office a person held."""

    position: str
    organisation: str | None
    first: dt.date
    """The first day we know of."""
    last: dt.date
    """The last day we know of."""


class Listing(Page, frozen=True, kw_only=True):
    """A topic, person, organisation or publisher: `/topik/SLUG/` and the like."""

    axis: Axis
    key: str
    """The slug."""
    name: str
    total: int
    entries: tuple[Entry, ...]
    """The newest, at most 100; on an archive page, that page's."""
    number: int | None
    """Of an archive page (`arsip/1/` holds the oldest 100); None on the front page."""
    archives: int
    """How many archive pages there are; on one of them, the number of the next newer one."""
    counts: tuple[tuple[str, int], ...]
    """For the map and the list of regencies: code and entries."""
    weeks: tuple[WeekCount, ...]
    """The 53 weeks up to its latest."""
    topics: tuple[Count, ...]
    people: tuple[Count, ...]
    organisations: tuple[Count, ...]
    """On a person's or organisation's page, whom it met: entries in which both were present."""
    offices: tuple[Office, ...]
    """A person's, newest first."""


class ListingIndex(Page, frozen=True, kw_only=True):
    """`/topik/`, `/tokoh/`, `/lembaga/`, `/sumber/`: all of a kind, by name."""

    axis: Axis
    letter: str | None
    """The first letter shown (path `indeks/a/`), where there are too many for one page."""
    letters: tuple[str, ...]
    """The letters that have a page; empty where one page holds all."""
    items: tuple[Count, ...]
    """On a page with letters but none chosen: the hundred with most entries."""
    total: int


class MapPage(Page, frozen=True, kw_only=True):
    """`/peta/`: the latest week, each year, and the largest topics, as maps."""

    week: str | None
    latest: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    """Year and counts, newest first, at most ten."""
    topics: tuple[tuple[Count, tuple[tuple[str, int], ...]], ...]
    """At most six."""


class CorrectionsPage(Page, frozen=True, kw_only=True):
    """`/koreksi/`: corrected and retracted entries, newest first, at most 200."""

    entries: tuple[Entry, ...]


class SubscribePage(Page, frozen=True, kw_only=True):
    """`/langganan/`: pick a place and a topic, copy the address."""

    topics: tuple[Count, ...]
    """Every topic, by name."""
    regencies: tuple[Count, ...]
    """Regencies with entries, by name."""


class DataPage(Page, frozen=True, kw_only=True):
    """`/data/`: downloads."""

    entries: int


class PlainPage(Page, frozen=True, kw_only=True):
    """`/cari/`, `/tentang/` and `/404.html`: pages that hold no entries."""

    name: Literal["search", "about", "missing"]
    entries: int
    regencies: int
    """How many regencies have entries."""
    weeks: int
    """How many weeks have entries."""


AnyPage = (
    Home
    | EntryPage
    | Redirect
    | WeekIndex
    | WeekPage
    | RegencyIndex
    | RegencyPage
    | RegencyWeek
    | ProvincePage
    | Listing
    | ListingIndex
    | MapPage
    | CorrectionsPage
    | SubscribePage
    | DataPage
    | PlainPage
)
