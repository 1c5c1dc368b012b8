"""The plan: every page of a site, as values, each output path named exactly once.

In: `Site`. Out: all pages (`pages`), or the one at a path (`page`), so that a build can render
everything and a preview only what is asked for.
"""

from collections.abc import Iterator
from typing import Final

from digest import layout, listing, tally
from digest import page as p
from digest.listing import Row
from digest.page import AnyPage, Axis
from digest.site import Site

LISTINGS: Final = listing.NAMED


def pages(site: Site) -> Iterator[AnyPage]:
    """Yield every page of the site."""
    yield from unnamed(site)
    for row in named(site):
        yield listing.listing(site, row.axis, row.key, row.number)


def named(site: Site) -> Iterator[Row]:
    """Yield every page of a topic, person, organisation or publisher, not laid out yet."""
    for axis in LISTINGS:
        yield from listing.rows(site, axis)


def unnamed(site: Site) -> Iterator[AnyPage]:
    """Yield every other page."""
    yield layout.home(site)
    for one in site.entries.values():
        yield layout.entry(site, one)
    yield from layout.redirects(site)
    yield layout.week_index(site)
    for slug in site.groups["week"]:
        yield layout.week(site, slug)
    yield layout.regency_index(site)
    for code in site.gazetteer.regencies:
        yield layout.regency(site, code)
    for key in site.groups["regency-week"]:
        yield layout.regency_week(site, *key.split("/"))
    for code in site.gazetteer.provinces:
        yield layout.province(site, code)
    for axis in LISTINGS:
        yield from listing.indexes(site, axis)
    yield layout.map_page(site)
    yield layout.corrections(site)
    yield layout.subscribe(site)
    yield p.DataPage(path="data/index.html", entries=len(site.entries), updated=tally.newest(site))
    for name in layout.PLAIN:
        yield layout.plain(site, name)


def page(site: Site, path: str) -> AnyPage | None:
    """Return the page at an output path, or None where the site has none."""
    return own(site, path) or layout.redirect(site, path)


def own(site: Site, path: str) -> AnyPage | None:
    """Return the page at an output path that is no redirect, or None where the site has none."""
    parts = path.removesuffix("index.html").strip("/").split("/")
    found = _routed(site, parts)
    return found if found and found.path == path else None


def _routed(site: Site, parts: list[str]) -> AnyPage | None:  # noqa: C901, PLR0911, PLR0912 -- a routing table
    listed = {p.SECTIONS[axis]: axis for axis in LISTINGS}
    match parts:
        case [""]:
            return layout.home(site)
        case ["entri", slug]:
            return next((layout.entry(site, one) for one in site.group("slug", slug)), None)
        case ["pekan"]:
            return layout.week_index(site)
        case ["pekan", slug] if slug in site.groups["week"]:
            return layout.week(site, slug)
        case ["wilayah"]:
            return layout.regency_index(site)
        case ["wilayah", slug] if slug in site.gazetteer.by_slug:
            return layout.regency(site, site.gazetteer.by_slug[slug].code)
        case ["wilayah", slug, key] if slug in site.gazetteer.by_slug:
            code = site.gazetteer.by_slug[slug].code
            return (
                layout.regency_week(site, code, key)
                if site.group("regency-week", f"{code}/{key}")
                else None
            )
        case ["provinsi", slug]:
            code = next((c for c, v in site.gazetteer.provinces.items() if v.slug == slug), "")
            return layout.province(site, code) if code else None
        case ["peta"]:
            return layout.map_page(site)
        case ["koreksi"]:
            return layout.corrections(site)
        case ["langganan"]:
            return layout.subscribe(site)
        case ["data"]:
            return p.DataPage(
                path="data/index.html", entries=len(site.entries), updated=tally.newest(site)
            )
        case ["cari"]:
            return layout.plain(site, "search")
        case ["tentang"]:
            return layout.plain(site, "about")
        case ["404.html"]:
            return layout.plain(site, "missing")
        case [section, *rest] if section in listed:
            return _listed(site, listed[section], rest)
    return None


def _listed(site: Site, axis: Axis, rest: list[str]) -> AnyPage | None:
    match rest:
        case []:
            return listing.listing_index(site, axis)
        case ["indeks", letter] if letter in listing.letters(site, axis):
            return listing.listing_index(site, axis, letter)
        case [key] if key in site.groups[axis]:
            return listing.listing(site, axis, key)
        case [key, "arsip", number] if number.isdecimal() and key in site.groups[axis]:
            whole = listing.archives(site, axis, key)
            return (
                listing.listing(site, axis, key, int(number)) if 1 <= int(number) <= whole else None
            )
    return None
