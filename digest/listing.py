"""Pages that list what is under one name: a topic, a person, an organisation, a publisher.

In: `Site` and a name's slug. Out: its pages, and the indexes of all names. To lay a page out is
much counting, so there is a `Row` for each, which tells whether it has to be done.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Final

from msgspec import Struct

from digest import page as p
from digest import tally
from digest.entry import Entry
from digest.page import AnyPage, Axis, Count
from digest.site import Site, met

FULL: Final = 100
"""Entries on one page of a listing, and names on the first page of a split index."""
INDEX: Final = 400
"""Names that fit on one index page without letters."""
NAMED: Final[tuple[Axis, ...]] = ("topic", "person", "organisation", "publisher")


class Row(Struct, frozen=True, gc=False):
    """A page of a name before it is laid out."""

    axis: Axis
    key: str
    """The slug of the name."""
    number: int | None
    """Of an archive page; None on the front page."""
    path: str
    """The file below the root."""
    shown: tuple[Entry, ...]
    """The entries on the page, newest event first."""
    updated: dt.datetime | None
    """When any of them last changed."""
    archives: int
    """As in `Listing`."""


def indexes(site: Site, axis: Axis) -> Iterator[AnyPage]:
    """Yield the index of an axis and its pages by letter."""
    yield listing_index(site, axis)
    for letter in letters(site, axis):
        yield listing_index(site, axis, letter)


def rows(site: Site, axis: Axis) -> Iterator[Row]:
    """Yield every name's pages."""
    for key in site.groups[axis]:
        yield row(site, axis, key)
        for number in range(1, archives(site, axis, key) + 1):
            yield row(site, axis, key, number)


def row(site: Site, axis: Axis, key: str, number: int | None = None) -> Row:
    """Return a page of a name, or one of its archives; 1 holds the oldest hundred entries."""
    own = site.group(axis, key)
    oldest = len(own) - FULL * (number or 0)
    shown = own[:FULL] if number is None else own[oldest : oldest + FULL]
    url = p.url(axis, key) if number is None else p.url(axis, key, "arsip", str(number))
    return Row(
        axis=axis,
        key=key,
        number=number,
        path=tally.file(url),
        shown=shown,
        updated=tally.changed(shown),
        archives=min(archives(site, axis, key), (number or len(own)) + 1),
    )


def stamps(site: Site) -> Mapping[str, str]:
    """Return, by id, a hash of all that the page of a name may tell of an entry.

    That is the entry, and the names of all that it is listed under as they stand on pages: a name
    is written as the newest entry that has it writes it.
    """
    return {one.id: _stamp(site, one) for one in site.entries.values()}


def _stamp(site: Site, one: Entry) -> str:
    axes = site.keys[one.id].axes
    labels = [site.label(axis, key) for axis in NAMED for key in axes[axis]]
    return blake2b("\0".join((one.digest, *labels)).encode(), digest_size=16).hexdigest()


def basis(site: Site, of: Row, told: Mapping[str, str]) -> tuple[object, ...]:
    """Return all that a page of a name depends on besides what is the same for all pages."""
    whole = of.shown if of.number else site.group(of.axis, of.key)
    return (of.path, of.archives, [told[one.id] for one in whole])


def archives(site: Site, axis: Axis, key: str) -> int:
    """Return how many full pages of older entries a listing has besides its front page."""
    return (len(site.group(axis, key)) - 1) // FULL


def listing(site: Site, axis: Axis, key: str, number: int | None = None) -> p.Listing:
    """Return the page of a topic, person, organisation or publisher, or one of its archives.

    Archive 1 holds the oldest hundred entries, so a full archive page never changes again.
    """
    own, planned = site.group(axis, key), row(site, axis, key, number)
    front = own if number is None else ()
    return p.Listing(
        path=planned.path,
        updated=planned.updated,
        axis=axis,
        key=key,
        name=site.label(axis, key),
        total=len(own) if number is None else len(planned.shown),
        entries=planned.shown,
        number=number,
        archives=planned.archives,
        counts=tally.pairs(site, front),
        weeks=tally.strip_of(site, front),
        topics=() if axis == "topic" else tally.top(site, "topic", front),
        people=_company(site, axis, key, "person", front),
        organisations=_company(site, axis, key, "organisation", front),
        offices=_offices(site, key) if axis == "person" and number is None else (),
    )


def _company(
    site: Site, axis: Axis, key: str, other: Axis, front: tuple[Entry, ...]
) -> tuple[Count, ...]:
    """Name whom a person or organisation met; elsewhere, who is named most."""
    if not front:
        return ()
    if axis == other and (axis in {"person", "organisation"}):
        return tally.ranked(site, other, met(site, axis, key).items(), FULL)
    return tuple(one for one in tally.top(site, other, front) if one.key != key or other != axis)


def _offices(site: Site, key: str) -> tuple[p.Office, ...]:
    spans: dict[tuple[str, str | None], tuple[dt.date, dt.date]] = {}
    known = site.registry.people.get(key)
    for held in known.positions if known else ():
        days = [day for day in (held.since, held.until) if day]
        if days:
            spans[held.position, held.organisation] = (min(days), max(days))
    for one in site.group("person", key):
        for who, slug in zip(one.participants, site.keys[one.id].people, strict=True):
            if slug == key and who.position and one.date:
                office = (who.position, who.organisation)
                first, last = spans.get(office, (one.date, one.date))
                spans[office] = (min(first, one.date), max(last, one.date))
    offices = [p.Office(*office, *span) for office, span in spans.items()]
    return tuple(sorted(offices, key=lambda o: (o.last, o.first, o.position), reverse=True))


def letters(site: Site, axis: Axis) -> tuple[str, ...]:
    """Return the letters an index is split by; none where one page holds all its names."""
    names = site.groups[axis]
    return tuple(sorted({key[0] for key in names})) if len(names) > INDEX else ()


def listing_index(site: Site, axis: Axis, letter: str | None = None) -> p.ListingIndex:
    """Return the index of an axis: all names, the most frequent, or those under a letter."""
    split = letters(site, axis)
    sized = ((key, len(group)) for key, group in site.groups[axis].items())
    if split and letter is None:
        items = tally.ranked(site, axis, sized, FULL)
    else:
        under = ((key, count) for key, count in sized if letter is None or key[0] == letter)
        items = tally.alphabetical(site, axis, under)
    keys = () if letter is None else ("indeks", letter)
    return p.ListingIndex(
        path=tally.file(p.url(axis, *keys)),
        updated=tally.newest(site),
        axis=axis,
        letter=letter,
        letters=split,
        items=items,
        total=len(site.groups[axis]),
    )
