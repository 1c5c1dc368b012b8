"""Why an entry is where it is: what lists it, and the reasons of what could and does not.

In: `Site` and an entry. Out: rows of path, yes or no, and the reason.
"""

from collections.abc import Iterator

from msgspec import Struct

from digest import channel, tally, week
from digest import page as p
from digest.catalogue import text
from digest.channel import CALENDAR_NEWEST, NEWEST, Feed
from digest.entry import Entry
from digest.format import CALENDAR, DIGEST, TABLE, WEEKLY, Scope
from digest.site import CORRECTED, Site


class Reason(Struct, frozen=True):
    """One page or feed."""

    path: str
    """Below the root, pages as readers see them."""
    on: bool
    """Whether it lists the entry."""
    why: str
    """The reason, in the site's language."""


def reasons(site: Site, one: Entry) -> Iterator[Reason]:
    """Yield every page and feed that lists the entry or might."""
    language = site.config.language
    if one.status == "draft":
        yield Reason(p.url("entry", one.slug), on=False, why=text(language, "why.draft"))
        return
    if one.status == "merged":
        into = one.merged_into or ""
        target = site.entries.get(into)
        shown = p.url("entry", target.slug) if target else into
        reason = text(language, "why.merged", into=shown)
        yield Reason(p.url("entry", one.slug), on=False, why=reason)
        return
    yield from _pages(site, one)
    yield from _feeds(site, one)
    if one.status == "retracted":
        yield Reason("/cari/", on=False, why=text(language, "why.retracted"))
    else:
        yield Reason("/cari/", on=True, why=text(language, "why.listed"))


def _pages(site: Site, one: Entry) -> Iterator[Reason]:
    language = site.config.language
    listed = text(language, "why.listed")
    yield Reason(p.url("entry", one.slug), on=True, why=text(language, "why.own"))
    latest = site.weeks()[-1]
    slug = week.slug(one.date) if one.date else ""
    reason = listed if slug == latest else text(language, "why.not_latest", week=latest)
    yield Reason("/", on=slug == latest, why=reason)
    yield Reason(p.url("week", slug), on=True, why=listed)
    axes = site.keys[one.id].axes
    for code in axes["regency"]:
        place = site.gazetteer.regencies[code].slug
        yield Reason(p.url("regency", place), on=True, why=listed)
        yield Reason(p.url("regency", place, slug), on=True, why=listed)
    for code in axes["province"]:
        yield Reason(p.url("province", site.gazetteer.provinces[code].slug), on=True, why=listed)
    for axis in ("topic", "person", "organisation", "publisher"):
        for key in axes[axis]:
            yield Reason(p.url(axis, key), on=True, why=listed)
    corrected = one in site.group("correction", CORRECTED)
    reason = listed if corrected else text(language, "why.no_correction")
    yield Reason("/koreksi/", on=corrected, why=reason)


def _feeds(site: Site, one: Entry) -> Iterator[Reason]:
    for scope, key in _scopes(site, one):
        for row in TABLE[scope][1]:
            found = channel.feed(site, channel.folder(site, scope, key) + row.file)
            if found:
                yield _reason(site, one, found)


def _scopes(site: Site, one: Entry) -> Iterator[tuple[Scope, str]]:
    axes = site.keys[one.id].axes
    yield "site", ""
    yield "entries", ""
    yield from (("regency", code) for code in axes["regency"])
    yield from (("week", slug) for slug in axes.get("week", ()))
    yield from (("province", code) for code in axes["province"])
    yield from (("topic", slug) for slug in axes["topic"])
    yield "correction", ""


def _reason(site: Site, one: Entry, feed: Feed) -> Reason:
    language = site.config.language
    path = f"/{feed.path}"
    if one in feed.entries or any(one in group.entries for group in feed.groups):
        return Reason(path, on=True, why=text(language, "why.listed"))
    if feed.scope == "correction":
        return Reason(path, on=False, why=text(language, "why.no_correction"))
    slug = week.slug(one.date) if one.date else ""
    if feed.format in (DIGEST.name, WEEKLY.name):
        if not site.finished(slug):
            clock = site.day(site.clock).isoformat() if site.clock else ""
            reason = text(language, "why.unfinished", week=slug, clock=clock)
            return Reason(path, on=False, why=reason)
        return _beyond(site, feed, _week_place(site, feed, slug), NEWEST)
    most = CALENDAR_NEWEST if feed.format == CALENDAR.name else NEWEST
    members = channel.members(site, feed.scope, feed.key)
    newer = sum(1 for other in members if _newer(other, one))
    return _beyond(site, feed, newer + 1, most)


def _newer(other: Entry, one: Entry) -> bool:
    return bool(other.published and one.published and other.published > one.published)


def _week_place(site: Site, feed: Feed, slug: str) -> int:
    if feed.format == WEEKLY.name:
        return sum(1 for other in tally.weeks_of(site, feed.key) if other >= slug)
    return sum(1 for key in site.groups["regency-week"] if key.split("/")[1] >= slug)


def _beyond(site: Site, feed: Feed, place: int, most: int) -> Reason:
    language = site.config.language
    return Reason(
        f"/{feed.path}", on=False, why=text(language, "why.older", most=most, place=place)
    )
