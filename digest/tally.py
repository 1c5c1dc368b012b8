"""Small answers about a site that several kinds of page give: tops, strips, counts, neighbours.

In: `Site` and some of its entries. Out: the values that pages are made of.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from digest import week as weeks
from digest.entry import Entry, own_regency
from digest.page import Axis, Count, Group, WeekCount
from digest.site import Axis as SiteAxis
from digest.site import Site, counts, modified

STRIP: Final = 53
"""Weeks in a strip."""
FEW: Final = 12
"""Names in a short list."""
Pairs = tuple[tuple[str, int], ...]


def file(url: str) -> str:
    """Return the file behind the address of a page, such as `wilayah/index.html`."""
    return url.lstrip("/") + "index.html" if url.endswith("/") else url.lstrip("/")


def newest(site: Site) -> dt.datetime | None:
    """Return when the site last changed: the moment of its newest entry."""
    return changed(site.newest)


def changed(entries: Iterable[Entry]) -> dt.datetime | None:
    """Return when any of `entries` last changed."""
    return max((moment for one in entries if (moment := modified(one))), default=None)


def by_day(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """Return entries under their ISO days, in the order given."""
    days: dict[str, list[Entry]] = {}
    for one in entries:
        if one.date:
            days.setdefault(one.date.isoformat(), []).append(one)
    return tuple(Group(day, tuple(group)) for day, group in days.items())


def by_regency(site: Site, entries: Iterable[Entry]) -> tuple[Group, ...]:
    """Return entries under their own regency, regencies in order of their full names."""
    groups: dict[str, list[Entry]] = {}
    for one in entries:
        groups.setdefault(own_regency(one), []).append(one)
    named = sorted(groups, key=lambda code: site.gazetteer.regencies[code].slug)
    return tuple(Group(code, tuple(groups[code])) for code in named)


def pairs(site: Site, entries: Iterable[Entry]) -> Pairs:
    """Return regency codes and how many of `entries` each lists, by code."""
    return tuple(sorted(counts(site, entries, "regency").items()))


def ranked(
    site: Site, axis: Axis, sized: Iterable[tuple[str, int]], most: int
) -> tuple[Count, ...]:
    """Return the `most` largest of an axis, largest first, then by slug."""
    best = sorted(sized, key=lambda pair: (-pair[1], pair[0]))[:most]
    return tuple(Count(key, site.label(axis, key), count) for key, count in best)


def alphabetical(site: Site, axis: Axis, sized: Iterable[tuple[str, int]]) -> tuple[Count, ...]:
    """Return all of an axis by slug."""
    return tuple(Count(key, site.label(axis, key), count) for key, count in sorted(sized))


def top(site: Site, axis: Axis, entries: Iterable[Entry]) -> tuple[Count, ...]:
    """Return the few names of an axis that most of `entries` share."""
    return ranked(site, axis, counts(site, entries, axis).items(), FEW)


def regencies(site: Site) -> tuple[Count, ...]:
    """Return every regency that has entries, by full name."""
    places: Mapping[str, tuple[Entry, ...]] = site.groups["regency"]
    found = [
        Count(code, site.gazetteer.regencies[code].full, len(group))
        for code, group in places.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.name, one.key)))


def inside(site: Site, province_code: str) -> Iterator[str]:
    """Return the codes of the regencies of a province."""
    places = site.gazetteer.regencies.items()
    return (code for code, place in places if place.province == province_code)


def weeks_of(site: Site, code: str) -> tuple[str, ...]:
    """Return the weeks in which a regency has entries, oldest first."""
    return tuple(sorted(counts(site, site.group("regency", code), "week")))


def beside(own: Sequence[Entry], slug: str) -> tuple[str | None, str | None]:
    """Return the weeks before and after one in which a group, newest first, has entries."""
    first = bisect_left(own, -weeks.sunday(slug).toordinal(), key=_age)
    last = bisect_right(own, -weeks.monday(slug).toordinal(), key=_age)
    earlier = own[last].date if last < len(own) else None
    later = own[first - 1].date if first else None
    return (weeks.slug(earlier) if earlier else None), (weeks.slug(later) if later else None)


def position(own: Sequence[Entry], one: Entry) -> int | None:
    """Return where an entry stands in a group, newest first, or None where it does not."""
    first = bisect_left(own, _age(one), key=_age)
    return next((i for i in range(first, len(own)) if own[i].id == one.id), None)


def _age(one: Entry) -> int:
    return -one.date.toordinal() if one.date else 0


def around(known: tuple[str, ...], slug: str) -> tuple[str | None, str | None]:
    """Return the neighbours of one week in a list of them."""
    place = known.index(slug)
    later = known[place + 1] if place + 1 < len(known) else None
    return (known[place - 1] if place else None), later


def around_clock(site: Site) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the weeks with entries that have begun by the site's clock, and those ahead.

    Where all lie ahead the first of them counts as begun.
    """
    known = site.weeks()
    if site.clock is None:
        return known, ()
    begun = bisect_right(known, weeks.slug(site.day(site.clock))) or 1
    return known[:begun], known[begun:]


def strip(site: Site, axis: SiteAxis, prefix: str, latest: str | None) -> tuple[WeekCount, ...]:
    """Return the weeks up to the latest, with the size of each group of an axis."""
    if latest is None:
        return ()
    spanned = weeks.until(latest, STRIP)
    return tuple(WeekCount(slug, len(site.group(axis, prefix + slug))) for slug in spanned)


def strip_of(site: Site, entries: Sequence[Entry]) -> tuple[WeekCount, ...]:
    """Return the weeks up to the newest of `entries`, with how many each has."""
    found = counts(site, entries, "week")
    if not found:
        return ()
    return tuple(WeekCount(slug, found.get(slug, 0)) for slug in weeks.until(max(found), STRIP))


def refer(site: Site, key: str) -> tuple[Entry, ...]:
    """Return the entries that name the entry of an id as related or as their whole."""
    return site.group("reference", key)


def backlinks(site: Site, one: Entry) -> tuple[Entry, ...]:
    """Return the entries that name this one as related."""
    return tuple(other for other in refer(site, one.id) if one.id in other.related)
