"""What can be searched: one record an entry, the shards they are indexed in, names to suggest.

In: `Site`. Out: shards of plain values, which `index` hands to Pagefind, and names as JSON for
"did you mean".
"""

import datetime as dt
import html
import re
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Final

import msgspec
from msgspec import Struct

from digest import feedbody, markdown, typography
from digest import page as p
from digest.catalogue import text
from digest.entry import Entry
from digest.regency import Gazetteer
from digest.site import Axis, Site

WHOLE: Final = 2000
"""Entries up to which one index serves all; each more costs a reader its own first download."""
SHARD: Final = 1500
"""Entries in a shard of the newest year before it is split into shorter spans of time."""
OLDER: Final = 5000
"""Likewise in other years: they seldom change, and each shard costs a reader a table of its own."""
SUGGESTED: Final = 1500
"""Names of a kind that can be suggested, those with most entries first; places all can."""
FACETS: Final[dict[str, Axis]] = {
    "wilayah": "regency",
    "topik": "topic",
    "lembaga": "organisation",
    "tokoh": "person",
    "tahun": "year",
}
"""What results can be narrowed by: the name in an address, and the axis of the site."""

_BREAK = re.compile(r"</(?:p|li|h\d|td|th|pre|blockquote)>|<br ?/?>")
_TAG = re.compile(r"<[^>]*>")
_OTHER = re.compile(r"[^a-z0-9]+")
_Names = list[str | tuple[str, str]]
"""Names, or slugs and names where the slug is not the name's own, most entries first."""


class Record(Struct, frozen=True):
    """One entry as Pagefind takes it."""

    url: str
    """The path of its page below the root."""
    content: str
    """Every word it can be found by besides its title."""
    language: str
    """For stemming: `id` or `en`."""
    meta: dict[str, str]
    """What a result shows."""
    filters: dict[str, list[str]]
    """Facet to the values it has there: `Name`, or `SLUG|Name` where the slug is not its own."""
    sort: dict[str, str]
    """What results can be ordered by."""


class Shard(Struct, frozen=True):
    """Entries that are indexed together, so that an edit indexes no others again."""

    name: str
    """`semua`, a year, or a part of one: `2023`, `2023-q4`, `2023-11`."""
    entries: tuple[Entry, ...]
    """Newest event first."""


def shards(site: Site) -> tuple[Shard, ...]:
    """Return the shards of a site, newest first; their borders move when a year begins."""
    found = [one for group in site.groups["year"].values() for one in group if searchable(one)]
    if len(found) > WHOLE:
        newest = max(str(one.date) for one in found)[:4]
        return tuple(_spanned(found, (_year, _quarter, _month), newest))
    return (Shard("semua", _ordered(found)),) if found else ()


def searchable(one: Entry) -> bool:
    """Tell whether an entry can be found: retracted ones cannot."""
    return one.status != "retracted" and one.date is not None


def _spanned(
    entries: Iterable[Entry], spans: tuple[Callable[[dt.date], str], ...], newest: str
) -> Iterator[Shard]:
    groups: dict[str, list[Entry]] = {}
    for one in entries:
        if one.date:
            groups.setdefault(spans[0](one.date), []).append(one)
    for name in sorted(groups, reverse=True):
        limit = SHARD if name.startswith(newest) else OLDER
        if len(groups[name]) > limit and len(spans) > 1:
            yield from _spanned(groups[name], spans[1:], newest)
        else:
            yield Shard(name, _ordered(groups[name]))


def _year(day: dt.date) -> str:
    return f"{day.year}"


def _quarter(day: dt.date) -> str:
    return f"{day.year}-q{(day.month + 2) // 3}"


def _month(day: dt.date) -> str:
    return f"{day.year}-{day.month:02d}"


def _ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda one: (str(one.date), one.id), reverse=True))


def key(site: Site, shard: Shard) -> str:
    """Return a hash of all that the records of a shard depend on, without making them."""
    hashed = blake2b(_surroundings(site), digest_size=16)
    for one in shard.entries:
        hashed.update(f"{one.id} {one.digest} {one.slug};".encode())
    return hashed.hexdigest()


def _surroundings(site: Site) -> bytes:
    areas = tuple(site.gazetteer.regencies.values())
    values = (site.config.language, areas, site.registry)
    return msgspec.json.encode(values, enc_hook=dict, order="deterministic")


def records(
    site: Site, shard: Shard, calm: Callable[[], None] = lambda: None
) -> tuple[Record, ...]:
    """Return the entries of a shard as Pagefind takes them, calling `calm` before each."""
    made = []
    for one in shard.entries:
        calm()
        made.append(record(site, one))
    return tuple(made)


def record(site: Site, one: Entry) -> Record:
    """Return an entry as Pagefind takes it."""
    language = site.config.language
    where = feedbody.where(site, one)
    status = (
        "" if one.event_status == "held" else text(language, f"event_status.{one.event_status}")
    )
    meta = {
        "title": typography.display(feedbody.title(site, one)),
        "when": feedbody.when(site, one),
        "where": where,
        "kind": text(language, f"kind.{one.kind}"),
        "status": status,
    }
    return Record(
        url=p.url("entry", one.slug),
        content="\n".join(_distinct(_words(site, one, where), meta["title"])),
        language=language,
        meta={name: value for name, value in meta.items() if value},
        filters={name: _values(site, one, axis) for name, axis in FACETS.items()},
        sort={"tanggal": str(one.date)},
    )


def _values(site: Site, one: Entry, axis: Axis) -> list[str]:
    keys = site.keys[one.id]
    slugs = keys.axes.get(axis, ())
    if axis == "year":
        return list(slugs)
    if axis == "regency":
        areas = (site.gazetteer.regencies[code] for code in slugs)
        return [_value(area.slug, area.full) for area in areas]
    return [_value(slug, keys.labels[axis][slug]) for slug in slugs]


def _value(slug: str, name: str) -> str:
    return name if _is_own(slug, name) else f"{slug}|{name}"


def _is_own(slug: str, name: str) -> bool:
    """Tell whether a browser can tell the slug from the name; most names are sent alone."""
    return "|" not in name and _OTHER.sub("-", name.lower()).strip("-") == slug


def _words(site: Site, one: Entry, where: str) -> Iterator[tuple[str | None, ...]]:
    """Yield what an entry can be found by, what matters most first: excerpts begin there."""
    labels = site.keys[one.id].labels
    yield (typography.display(one.summary),)
    yield (plain(one.body),)
    yield (where,)
    for who in one.participants:
        name = " ".join(part for part in (who.title, who.name) if part)
        yield name, who.position, who.organisation
    axes: tuple[Axis, ...] = ("topic", "person", "organisation")
    for axis in axes:
        yield tuple(labels[axis].values())
    yield tuple(_areas(site.gazetteer, site.keys[one.id].axes["regency"]))
    yield tuple(source.publisher for source in one.sources)


def _areas(gazetteer: Gazetteer, codes: Iterable[str]) -> Iterator[str]:
    """Yield the names of regencies, those that an event is about too, and of their provinces."""
    for code in codes:
        area = gazetteer.regencies[code]
        yield area.full
        yield gazetteer.provinces[area.province].name


def _distinct(groups: Iterable[tuple[str | None, ...]], title: str) -> Iterator[str]:
    """Yield the parts of each group that say something new; what is said once is found as well."""
    said = title.casefold()
    for group in groups:
        fresh = []
        for part in group:
            folded = (part or "").casefold()
            if part and folded not in said:
                said = f"{said}\n{folded}"
                fresh.append(part)
        if fresh:
            words = ", ".join(fresh)
            yield f"{words};" if words[-1].isalnum() or words[-1] in ")]" else words


def plain(body: str) -> str:
    """Return the words of a Markdown body without its marks and addresses."""
    if not body.strip():
        return ""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", markdown.html(body)))).strip()


def names(site: Site) -> bytes:
    """Return the names that can be suggested, by kind, as JSON: `{"wilayah": [name…]}`."""
    found = {
        "wilayah": _places(site.gazetteer),
        **{name: _frequent(site, axis) for name, axis in FACETS.items() if _named(axis)},
    }
    return msgspec.json.encode(found)


def _named(axis: Axis) -> bool:
    return axis not in {"regency", "year"}


def _places(gazetteer: Gazetteer) -> _Names:
    return [_suggested(area.slug, area.full) for area in gazetteer.regencies.values()]


def _suggested(slug: str, name: str) -> str | tuple[str, str]:
    return name if _is_own(slug, name) else (slug, name)


def _frequent(site: Site, axis: Axis) -> _Names:
    groups = site.groups[axis]
    ranked = sorted(groups, key=lambda slug: (-len(groups[slug]), slug))
    return [_suggested(slug, site.label(axis, slug)) for slug in ranked[:SUGGESTED]]
