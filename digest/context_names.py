"""What the template of each kind of page is given: lists of names, and the single pages.

In: a page and the view. Out: its `Head` and the values that its template names.
"""

from digest import data as downloads
from digest import format as formats
from digest import head as heads
from digest import page as p
from digest.context import Context, picker
from digest.filters import Link
from digest.theme import Meeting, View

MAPPED = frozenset({"topic", "publisher"})
"""The kinds of name whose page has a map."""
MEETING = frozenset({"person", "organisation"})
"""The kinds of name whose page says whom they met."""
PLACES = 20
"""Regencies that a name's page lists."""
AROUND = 3
"""Archive pages linked on either side of the one shown."""


def listing(page: p.Listing, view: View) -> Context:
    """Return what the page of a topic, person, organisation or publisher shows."""
    f = view.filters
    base = f.href(p.url(page.axis, page.key))
    kind = f.t(f"page.axis.{page.axis}")
    crumbs: tuple[Link, ...] = (
        heads.crumb(view, f"page.axis.{page.axis}.all", f"/{p.SECTIONS[page.axis]}/"),
    )
    name = page.name
    if page.number:
        crumbs = (*crumbs, Link(base, name))
        name = f"{name}, {f.t('page.archive.number', number=page.number)}"
    head = heads.head(
        view,
        page.path,
        "listing",
        name,
        f.t("page.head.listing", kind=kind, name=name, events=f.events(page.total)),
        section=page.axis,
        crumbs=crumbs,
        feeds=heads.feeds(view, "topic", page.key, page.name) if page.axis == "topic" else (),
    )
    front = page.number is None
    places = sorted(page.counts, key=lambda pair: (-pair[1], pair[0]))[:PLACES]
    return head, {
        "front": front,
        "mapped": front and page.axis in MAPPED and len(page.counts) > 1,
        "met": _met(page, view) if front and page.axis in MEETING else [],
        "places": places if front else (),
        "pages": _pages(page, base, view),
    }


def _met(page: p.Listing, view: View) -> list[Meeting]:
    """Return whom a person or an organisation met, as the network draws it."""
    axis: p.Axis = "person" if page.axis == "person" else "organisation"
    met = page.people if axis == "person" else page.organisations
    return [(one.name, one.count, view.filters.href(p.url(axis, one.key))) for one in met]


def _pages(page: p.Listing, base: str, view: View) -> list[tuple[str, Link | None]]:
    """Return the newest page and the archives near this one, the one shown without a link."""
    if not page.archives:
        return []
    f = view.filters
    here = page.number or page.archives + 1
    near = range(max(1, here - AROUND), min(page.archives, here + AROUND) + 1)
    numbers = sorted({1, page.archives, *near}, reverse=True)
    newest = Link(base, f.t("page.archive.newest"))
    return [
        (newest.name, newest if page.number else None),
        *(
            (str(number), None if number == page.number else _archive(base, number))
            for number in numbers
        ),
    ]


def _archive(base: str, number: int) -> Link:
    return Link(f"{base}arsip/{number}/", str(number))


def listing_index(page: p.ListingIndex, view: View) -> Context:
    """Return what the list of all topics, people, organisations or publishers shows."""
    f = view.filters
    section = p.SECTIONS[page.axis]
    name = f.t(f"page.axis.{page.axis}.all")
    crumbs: tuple[Link, ...] = ()
    if page.letter:
        crumbs = (Link(f.href(f"/{section}/"), name),)
        name = f.t("page.listings.letter", name=name, letter=page.letter.upper())
    total = f.t("page.listings.total", count=f.num(page.total))
    head = heads.head(
        view,
        page.path,
        "listings",
        name,
        f"{name}: {total}",
        section=page.axis,
        crumbs=crumbs,
    )
    return head, {"section": section}


def map_page(page: p.MapPage, view: View) -> Context:
    """Return what the page of maps shows."""
    f = view.filters
    head = heads.head(
        view, page.path, "map", f.t("page.map.title"), f.t("page.map.note"), section="map"
    )
    return head, {}


def corrections(page: p.CorrectionsPage, view: View) -> Context:
    """Return what the list of corrections shows."""
    f = view.filters
    head = heads.head(
        view,
        page.path,
        "corrections",
        f.t("page.corrections.title"),
        f.t("page.corrections.lead"),
        section="corrections",
        feeds=heads.feeds(view, "correction"),
    )
    return head, {}


def subscribe(page: p.SubscribePage, view: View) -> Context:
    """Return what the page about feeds shows."""
    f = view.filters
    head = heads.head(
        view,
        page.path,
        "subscribe",
        f.t("page.subscribe.title"),
        f.t("page.subscribe.lead"),
        section="subscribe",
        feeds=(*heads.feeds(view, "site"), *heads.feeds(view, "entries")),
    )
    return head, {
        "picker": picker(view, "page.subscribe.country"),
        "formats": [(row.file, f.t(f"format.{row.name}")) for row in formats.TABLE["regency"][1]],
        "national": [
            (f.t("page.subscribe.weekly"), heads.feeds(view, "site")),
            (f.t("page.subscribe.each"), heads.feeds(view, "entries")),
            (f.t("page.corrections.title"), heads.feeds(view, "correction")),
        ],
        "regencies": [
            (one.name, heads.feeds(view, "regency", f.regency(one.key).slug, one.name))
            for one in page.regencies
        ],
        "topics": [
            (one.name, heads.feeds(view, "topic", one.key, one.name)) for one in page.topics
        ],
    }


def data(page: p.DataPage, view: View) -> Context:
    """Return what the page of downloads shows."""
    f = view.filters
    lead = f.t("page.data.lead", events=f.events(page.entries))
    head = heads.head(view, page.path, "data", f.t("page.data.title"), lead, section="data")
    example = f"tag:{view.config.id_authority}:entry/…"
    return head, {"fields": downloads.FIELDS, "example": example}


def plain(page: p.PlainPage, view: View) -> Context:
    """Return what the search page, the page about the site and the page not found show."""
    f = view.filters
    name = {
        "search": f.t("page.search.title"),
        "about": f.t("page.about.title", name=view.config.title),
        "missing": f.t("page.missing.title"),
    }[page.name]
    what = f.t(
        "page.about.what.text",
        events=f.events(page.entries),
        regencies=f.areas(page.regencies),
        weeks=f.num(page.weeks),
    )
    description = {
        "search": f.t("page.search.description"),
        "about": f"{view.config.description} {what}",
        "missing": f.t("page.missing.text"),
    }[page.name]
    head = heads.head(
        view,
        page.path,
        page.name,
        name,
        description,
        section=page.name,
        indexed=page.name == "about",
    )
    return head, {"what": what}
