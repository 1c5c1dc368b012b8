"""The plan of feeds and calendars: what each one holds, as values.

In: `Site` and the table of formats. Out: all feeds (`feeds`), or the one at a path (`feed`).
`feed` and `calendar` write them.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from heapq import nlargest
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from digest import tally, week
from digest.entry import Entry
from digest.format import ATOM, CALENDAR, DIGEST, RSS, TABLE, WEEKLY, Format, Scope
from digest.site import CORRECTED, Site

NEWEST: Final = 50
"""Items in a feed."""
CALENDAR_NEWEST: Final = 1000
"""Events in a calendar."""
ARCHIVED_PART: Final = 25
"""Items in an archive document, at most: half a feed, so that whatever does not fit into a feed
fills two of them."""
ARCHIVED: Final[dict[Scope, tuple[Format, ...]]] = {"entries": (RSS, ATOM), "regency": (ATOM,)}
"""The scopes whose older entries stay available in archive documents (RFC 5005)."""


class Weekly(Struct, frozen=True):
    """One regency in one finished week: an item of the digest."""

    code: str
    """The regency."""
    week: str
    """The week's slug."""
    entries: tuple[Entry, ...]
    """Newest event first."""
    emitted: dt.datetime
    """When it could first be read: its week over and its first entry published. What is added
    later is published later, so this moment never moves."""


class Feed(Struct, frozen=True, kw_only=True):
    """One feed or calendar."""

    path: str
    """The file below the root."""
    format: str
    """The name of its format."""
    scope: Scope
    """What it covers."""
    key: str = ""
    """The key of its page: regency or province code, week or topic slug; empty for the site."""
    name: str = ""
    """The name of what it covers, as readers see it; empty for the site."""
    page: str = "/"
    """The page it belongs to, below the root."""
    entries: tuple[Entry, ...] = ()
    """Its items, newest publication first (a week's: by regency)."""
    groups: tuple[Weekly, ...] = ()
    """Its items where they are weeks, newest week first."""
    current: str | None = None
    """On an archive document: the path of the feed it belongs to."""
    earlier: str | None = None
    """The path of the next older archive document (RFC 5005 `prev-archive`)."""
    later: str | None = None
    """On an archive document: the next newer one (`next-archive`)."""
    updated: dt.datetime | None = None
    """When any of its items was last published or changed; None where it has none."""


def feeds(site: Site) -> Iterator[Feed]:
    """Yield every feed and calendar of the site."""
    for scope, key in scopes(site):
        yield from _scope(site, scope, key)


def feed(site: Site, path: str) -> Feed | None:
    """Return the feed at an output path, or None where the site has none."""
    for scope, key in scopes(site):
        if path.startswith(folder(site, scope, key)):
            for found in _scope(site, scope, key):
                if found.path == path:
                    return found
    return None


def scopes(site: Site) -> Iterator[tuple[Scope, str]]:
    """Yield everything one can subscribe to: a scope and the key of its page."""
    yield "entries", ""
    for code in site.gazetteer.regencies:
        yield "regency", code
    for slug in site.groups["week"]:
        yield "week", slug
    for code in site.gazetteer.provinces:
        yield "province", code
    for slug in site.groups["topic"]:
        yield "topic", slug
    yield "correction", ""
    yield "site", ""


def folder(site: Site, scope: Scope, key: str) -> str:
    """Return the folder of a scope's feeds, such as `wilayah/kota-bogor/`."""
    return TABLE[scope][0].format(slug(site, scope, key))


def slug(site: Site, scope: Scope, key: str) -> str:
    """Return the slug of the page of a scope's key."""
    match scope:
        case "regency":
            return site.gazetteer.regencies[key].slug
        case "province":
            return site.gazetteer.provinces[key].slug
        case _:
            return key


def name(site: Site, scope: Scope, key: str) -> str:
    """Return the name of what a scope's key stands for, as readers see it."""
    match scope:
        case "regency":
            return site.gazetteer.regencies[key].full
        case "province":
            return site.gazetteer.provinces[key].name
        case "topic":
            return site.label("topic", key)
        case _:
            return key


def members(site: Site, scope: Scope, key: str) -> tuple[Entry, ...]:
    """Return every entry that a scope covers, in the order of the site model."""
    match scope:
        case "site" | "entries":
            return site.newest
        case "correction":
            return site.group("correction", CORRECTED)
        case _:
            return site.group(scope, key)


def weekly(site: Site, code: str, slugs: Iterable[str]) -> Iterator[Weekly]:
    """Yield a regency's groups for those of the weeks that are finished and not empty."""
    for one in slugs:
        found = site.group("regency-week", f"{code}/{one}")
        if found and site.finished(one):
            yield Weekly(code, one, found, _emitted(site, one, found))


def _emitted(site: Site, slug: str, entries: Iterable[Entry]) -> dt.datetime:
    after = bisect_left(site.newest, -week.sunday(slug).toordinal(), key=_age(site))
    moments = [one.published for one in entries if one.published]
    over = site.newest[after - 1].published
    return max(filter(None, (over, min(moments, default=over))))


def _age(site: Site) -> Callable[[Entry], int]:
    return lambda one: -site.day(one.published).toordinal() if one.published else 0


def digest(site: Site) -> tuple[Weekly, ...]:
    """Return the newest groups of the whole site: one for a regency and a finished week."""
    found: list[Weekly] = []
    for one in reversed(site.weeks()):
        if site.finished(one):
            codes = site.groups["regency"]
            found += [group for code in codes for group in weekly(site, code, (one,))]
        if len(found) >= NEWEST:
            break
    return tuple(sorted(found, key=_recency(site), reverse=True)[:NEWEST])


def _recency(site: Site) -> Callable[[Weekly], tuple[str, str]]:
    return lambda group: (group.week, site.gazetteer.regencies[group.code].slug)


def _scope(site: Site, scope: Scope, key: str) -> Iterator[Feed]:
    whole = members(site, scope, key)
    newest = whole[:NEWEST] if scope == "correction" else _newest(whole, NEWEST)
    base = Feed(
        path="",
        format="",
        scope=scope,
        key=key,
        name=name(site, scope, key),
        page="/" + (folder(site, scope, key) if scope != "entries" else ""),
    )
    for row in TABLE[scope][1]:
        made = _filled(site, base, row, whole, newest)
        archive = _archives(site, made, row, whole) if row in ARCHIVED.get(scope, ()) else ()
        yield replace(made, earlier=archive[0].path if archive else None)
        yield from archive


def _filled(
    site: Site, base: Feed, row: Format, whole: tuple[Entry, ...], newest: tuple[Entry, ...]
) -> Feed:
    entries: tuple[Entry, ...] = ()
    groups: tuple[Weekly, ...] = ()
    if row == DIGEST:
        groups = digest(site)
    elif row == WEEKLY:
        slugs = reversed(tally.weeks_of(site, base.key))
        groups = tuple(weekly(site, base.key, slugs))[:NEWEST]
    elif row == CALENDAR:
        entries = _newest(whole, CALENDAR_NEWEST)
    elif base.scope == "week":
        entries = _by_regency(site, whole)
    else:
        entries = newest
    shown = entries or tuple(entry for group in groups for entry in group.entries)
    emitted = (group.emitted for group in groups)
    return replace(
        base,
        path=folder(site, base.scope, base.key) + row.file,
        format=row.name,
        entries=entries,
        groups=groups,
        updated=max(filter(None, (tally.changed(shown), *emitted)), default=None),
    )


def _newest(entries: tuple[Entry, ...], most: int) -> tuple[Entry, ...]:
    dated = (entry for entry in entries if entry.published)
    return tuple(nlargest(most, dated, key=lambda entry: (entry.published, entry.id)))


def _by_regency(site: Site, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    groups = tally.by_regency(site, entries)
    return tuple(entry for group in groups for entry in group.entries)


def _archives(site: Site, whole: Feed, row: Format, entries: tuple[Entry, ...]) -> tuple[Feed, ...]:
    """Return the archive documents of a feed, newest first: weeks of publication in parts.

    A part that is full never changes again, whatever is published after it. With this size there
    are always two parts or more, so that each document has a neighbour to link to.
    """
    parts = list(_parts(site, entries)) if len(entries) > NEWEST else []
    base = f"{folder(site, whole.scope, whole.key)}arsip/"
    paths = [f"{base}{name}/{row.file}" for name, _ in parts]
    return tuple(
        replace(
            whole,
            path=path,
            entries=shown,
            current=whole.path,
            later=paths[index - 1] if index else None,
            earlier=paths[index + 1] if index + 1 < len(paths) else None,
            updated=tally.changed(shown),
        )
        for index, (path, (_, shown)) in enumerate(zip(paths, parts, strict=True))
    )


def _parts(site: Site, entries: tuple[Entry, ...]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Yield the name and the entries of each archive document, newest first.

    Of the week that goes on there are only full parts; the feed itself holds what is newer.
    """
    weeks: dict[str, list[Entry]] = {}
    for entry in _newest(entries, len(entries)):
        if entry.published:
            weeks.setdefault(week.slug(site.day(entry.published)), []).append(entry)
    for slug, group in weeks.items():
        full, rest = divmod(len(group), ARCHIVED_PART)
        for number in reversed(range(full + (1 if rest and site.finished(slug) else 0))):
            end = len(group) - number * ARCHIVED_PART
            shown = tuple(group[max(0, end - ARCHIVED_PART) : end])
            yield (f"{slug}-{number + 1}" if number else slug), shown
