"""Pages of places, weeks and the whole site.

In: `Site`, and the key of one page. Out: that page, as a value.
"""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from digest import page as p
from digest import tally
from digest import week as weeks
from digest.entry import Entry, own_regency
from digest.page import Count, Group, WeekCount
from digest.site import CORRECTED, Site, corrected, modified

PLAIN: Final = {"search": "cari/", "about": "tentang/", "missing": "404.html"}
"""The paths of pages that hold no entries."""


def home(site: Site) -> p.Home:
    """Return the front page."""
    past, ahead = tally.around_clock(site)
    latest = past[-1] if past else None
    shown = site.group("week", latest) if latest else ()
    strip = weeks.until(latest, tally.STRIP) if latest else ()
    year = [one for slug in strip for one in site.group("week", slug)]
    return p.Home(
        path="index.html",
        updated=tally.newest(site),
        week=latest,
        current=site.clock is not None and weeks.slug(site.day(site.clock)) == latest,
        days=tally.by_day(shown[:60]),
        total=len(shown),
        recent=tuple(one for slug in past[-2:-14:-1] for one in site.group("week", slug))[
            : max(0, 12 - len(shown))
        ],
        ahead=tuple(one for slug in ahead for one in reversed(site.group("week", slug)))[:5],
        counts=tally.pairs(site, shown),
        weeks=tally.strip(site, "week", "", latest),
        topics=tally.top(site, "topic", year),
        corrections=site.group("correction", CORRECTED)[:5],
        regencies=tally.regencies(site),
        entries=len(site.entries),
    )


def entry(site: Site, one: Entry) -> p.EntryPage:
    """Return the page of one entry."""
    own = site.group("regency", own_regency(one)) if own_regency(one) else ()
    place = tally.position(own, one)
    related = [site.entries[key] for key in one.related if key in site.entries]
    named = tally.backlinks(site, one)
    return p.EntryPage(
        path=tally.file(p.url("entry", one.slug)),
        updated=modified(one),
        entry=one,
        earlier=own[place + 1] if place is not None and place + 1 < len(own) else None,
        later=own[place - 1] if place else None,
        related=tuple({other.id: other for other in (*related, *named)}.values()),
        whole=site.entries.get(one.part_of) if one.part_of else None,
        parts=tuple(other for other in tally.refer(site, one.id) if other.part_of == one.id),
    )


def redirects(site: Site) -> Iterator[p.Redirect]:
    """Yield a redirect for each merged entry and each former path."""
    return (_to(path, target) for path, target in former(site))


def redirect(site: Site, path: str) -> p.Redirect | None:
    """Return the redirect at an output path, if there is one."""
    return next((_to(path, target) for found, target in former(site) if found == path), None)


def former(site: Site) -> Iterator[tuple[str, Entry]]:
    """Yield the path of each redirect and the entry that it leads to."""
    for one in site.merged.values():
        target = site.entries.get(one.merged_into or "")
        if target:
            yield tally.file(p.url("entry", one.slug)), target
            yield from ((_alias(alias), target) for alias in one.aliases)
    for one in site.entries.values():
        if one.aliases:
            yield from ((_alias(alias), one) for alias in one.aliases)


class Owner(Struct, frozen=True):
    """A path that an entry wants for itself."""

    path: str
    """Below the root, such as `entri/x/index.html`."""
    entry: Entry
    """The entry."""
    key: str
    """The key of its file that says so; one of a list with its number: `aliases.0`."""
    typed: str
    """What the editor wrote."""


def owners(site: Site) -> Iterator[Owner]:
    """Yield every path that an entry wants: those of pages first, then former ones."""
    every = (*site.entries.values(), *site.merged.values())
    for one in every:
        yield Owner(tally.file(p.url("entry", one.slug)), one, "id", one.slug)
    for one in every:
        for number, alias in enumerate(one.aliases):
            yield Owner(_alias(alias), one, f"aliases.{number}", alias)


def _alias(alias: str) -> str:
    name = alias.strip("/")
    return name if name.endswith(".html") else f"{name}/index.html"


def _to(path: str, target: Entry) -> p.Redirect:
    return p.Redirect(path=path, target=p.url("entry", target.slug), title=target.title)


def week_index(site: Site) -> p.WeekIndex:
    """Return the list of weeks."""
    listed = [WeekCount(slug, len(site.group("week", slug))) for slug in reversed(site.weeks())]
    return p.WeekIndex(path="pekan/index.html", updated=tally.newest(site), weeks=tuple(listed))


def week(site: Site, slug: str) -> p.WeekPage:
    """Return one week by regency."""
    shown = site.group("week", slug)
    earlier, later = tally.around(site.weeks(), slug)
    return p.WeekPage(
        path=tally.file(p.url("week", slug)),
        updated=tally.changed(shown),
        week=slug,
        groups=tally.by_regency(site, shown),
        counts=tally.pairs(site, shown),
        topics=tally.top(site, "topic", shown),
        previous=earlier,
        next=later,
    )


def regency_index(site: Site) -> p.RegencyIndex:
    """Return the list of regencies."""
    pairs = tuple((code, len(group)) for code, group in sorted(site.groups["regency"].items()))
    return p.RegencyIndex(path="wilayah/index.html", updated=tally.newest(site), counts=pairs)


def regency(site: Site, code: str) -> p.RegencyPage:
    """Return the page of one regency."""
    place = site.gazetteer.regencies[code]
    own = site.group("regency", code)
    known = tally.weeks_of(site, code)
    latest = known[-1] if known else None
    first = site.group("regency-week", f"{code}/{latest}")
    near = ((other, len(site.group("regency", other))) for other in place.neighbours)
    return p.RegencyPage(
        path=tally.file(p.url("regency", place.slug)),
        updated=tally.changed(own),
        code=code,
        total=len(own),
        latest=Group(latest, first[:30]) if latest else None,
        recent=own[len(first) : len(first) + 20],
        weeks=tally.strip(site, "regency-week", f"{code}/", latest),
        older=tuple(
            WeekCount(slug, len(site.group("regency-week", f"{code}/{slug}")))
            for slug in reversed(known[-520:])
        ),
        topics=tally.top(site, "topic", own),
        people=tally.top(site, "person", own),
        organisations=tally.top(site, "organisation", own),
        neighbours=tuple(Count(c, site.gazetteer.regencies[c].full, n) for c, n in near),
    )


def regency_week(site: Site, code: str, slug: str) -> p.RegencyWeek:
    """Return one regency in one week."""
    shown = site.group("regency-week", f"{code}/{slug}")
    earlier, later = tally.beside(site.group("regency", code), slug)
    return p.RegencyWeek(
        path=tally.file(p.url("regency", site.gazetteer.regencies[code].slug, slug)),
        updated=tally.changed(shown),
        code=code,
        week=slug,
        entries=shown,
        previous=earlier,
        next=later,
    )


def province(site: Site, code: str) -> p.ProvincePage:
    """Return the page of one province."""
    own = site.group("province", code)
    inside = [(c, len(site.group("regency", c))) for c in tally.inside(site, code)]
    return p.ProvincePage(
        path=tally.file(p.url("province", site.gazetteer.provinces[code].slug)),
        updated=tally.changed(own),
        code=code,
        total=len(own),
        counts=tuple(pair for pair in inside if pair[1]),
        weeks=tally.strip_of(site, own),
        recent=own[:30],
        topics=tally.top(site, "topic", own),
    )


def map_page(site: Site) -> p.MapPage:
    """Return the maps."""
    past, _ = tally.around_clock(site)
    latest = past[-1] if past else None
    years = sorted(site.groups["year"], reverse=True)[:10]
    every = ((key, len(group)) for key, group in site.groups["topic"].items())
    return p.MapPage(
        path="peta/index.html",
        updated=tally.newest(site),
        week=latest,
        latest=tally.pairs(site, site.group("week", latest)) if latest else (),
        years=tuple((year, tally.pairs(site, site.group("year", year))) for year in years),
        topics=tuple(
            (one, tally.pairs(site, site.group("topic", one.key)))
            for one in tally.ranked(site, "topic", every, 6)
        ),
    )


def corrections(site: Site) -> p.CorrectionsPage:
    """Return what was corrected or retracted, newest first."""
    shown = site.group("correction", CORRECTED)[:200]
    days = [corrected(one) for one in shown]
    return p.CorrectionsPage(
        path="koreksi/index.html", updated=tally.changed(shown) if days else None, entries=shown
    )


def subscribe(site: Site) -> p.SubscribePage:
    """Return the page that hands out addresses of feeds."""
    every = ((key, len(group)) for key, group in site.groups["topic"].items())
    return p.SubscribePage(
        path="langganan/index.html",
        updated=tally.newest(site),
        topics=tally.alphabetical(site, "topic", every),
        regencies=tally.regencies(site),
    )


def plain(site: Site, name: str) -> p.PlainPage:
    """Return a page that holds no entries."""
    return p.PlainPage(
        path=tally.file(PLAIN[name]),
        updated=None if name == "missing" else tally.newest(site),
        name=name,  # type: ignore[arg-type]  # a key of PLAIN
        entries=len(site.entries),
        regencies=len(site.groups["regency"]),
        weeks=len(site.groups["week"]),
    )
