"""What can be searched: one record an entry, and the shards that records are indexed in.

In: `Site`. Out: shards of plain values. `index` hands them to Pagefind.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from msgspec import Struct

from digest import feedbody
from digest import page as p
from digest.entry import Entry
from digest.site import Site

WHOLE: Final = 2000
"""Entries up to which one index serves all; each more costs a reader its own first download."""
SHARD: Final = 1500
"""Entries in a shard before it is split into shorter spans of time."""


class Record(Struct, frozen=True):
    """One entry as Pagefind takes it."""

    url: str
    """The path of its page below the root."""
    content: str
    """Every word it can be found by."""
    language: str
    """For stemming: `id` or `en`."""
    meta: dict[str, str]
    """What a result shows."""
    filters: dict[str, list[str]]
    """Facet to the slugs it has there."""
    sort: dict[str, str]
    """What results can be ordered by."""


class Shard(Struct, frozen=True):
    """Records that are indexed together, so that an edit indexes no others again."""

    name: str
    """`semua`, a year, or a part of one: `2023`, `2023-q4`, `2023-11`."""
    records: tuple[Record, ...]
    """Newest event first."""


def shards(site: Site) -> tuple[Shard, ...]:
    """Return the shards of a site, newest first; their borders depend on their own entries only."""
    found = [one for group in site.groups["year"].values() for one in group if searchable(one)]
    if len(found) <= WHOLE:
        return (Shard("semua", _records(site, found)),)
    spans = (_year, _quarter, _month)
    return tuple(_spanned(site, found, spans))


def searchable(one: Entry) -> bool:
    """Tell whether an entry can be found: retracted ones cannot."""
    return one.status != "retracted" and one.date is not None


def _spanned(
    site: Site, entries: Iterable[Entry], spans: tuple[Callable[[dt.date], str], ...]
) -> Iterator[Shard]:
    groups: dict[str, list[Entry]] = {}
    for one in entries:
        if one.date:
            groups.setdefault(spans[0](one.date), []).append(one)
    for name in sorted(groups, reverse=True):
        if len(groups[name]) > SHARD and len(spans) > 1:
            yield from _spanned(site, groups[name], spans[1:])
        else:
            yield Shard(name, _records(site, groups[name]))


def _year(day: dt.date) -> str:
    return f"{day.year}"


def _quarter(day: dt.date) -> str:
    return f"{day.year}-q{(day.month + 2) // 3}"


def _month(day: dt.date) -> str:
    return f"{day.year}-{day.month:02d}"


def _records(site: Site, entries: Iterable[Entry]) -> tuple[Record, ...]:
    ordered = sorted(entries, key=lambda one: (str(one.date), one.id), reverse=True)
    return tuple(record(site, one) for one in ordered)


def record(site: Site, one: Entry) -> Record:
    """Return an entry as Pagefind takes it."""
    keys = site.keys[one.id]
    where = feedbody.where(site, one)
    return Record(
        url=p.url("entry", one.slug),
        content="\n".join(words for words in _words(site, one, where) if words),
        language=site.config.language,
        meta={
            "title": feedbody.title(site, one),
            "when": feedbody.when(site, one),
            "where": where,
            "kind": one.kind,
        },
        filters={
            "wilayah": [site.gazetteer.regencies[code].slug for code in keys.axes["regency"]],
            "topik": list(keys.axes["topic"]),
            "lembaga": list(keys.axes["organisation"]),
            "tokoh": list(keys.axes["person"]),
            "tahun": list(keys.axes.get("year", ())),
        },
        sort={"tanggal": str(one.date)},
    )


def _words(site: Site, one: Entry, where: str) -> Iterator[str]:
    """Yield what an entry can be found by, what matters most first: excerpts begin there."""
    labels = site.keys[one.id].labels
    yield one.summary
    yield one.title
    yield one.body
    yield where
    for axis in ("topic", "person", "organisation"):
        yield from labels[axis].values()  # type: ignore[index]  # each is an axis
    for who in one.participants:
        yield " ".join(part for part in (who.title, who.name, who.position) if part)
    yield from (source.publisher for source in one.sources)
