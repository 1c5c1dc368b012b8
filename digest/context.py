"""What the template of each kind of page is given, besides the page itself: places and weeks.

In: a page and the view. Out: its `Head` and the values that its template names. The kinds that
list names, and the single pages, are in `context_names`.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from digest import head as heads
from digest import jsonld
from digest import page as p
from digest.entry import Entry, outlet, own_regency
from digest.filters import Link
from digest.head import Head
from digest.template import escaped
from digest.theme import View

Context = tuple[Head, dict[str, Any]]

CROWDED = 60
"""Entries of a week from which its page shows them without summaries, to stay light."""


def home(page: p.Home, view: View) -> Context:
    """Return what the front page shows."""
    f = view.filters
    lead = ""
    if page.week:
        lead = f.t(
            "page.home.lead", events=f.events(page.total), regencies=f.areas(len(page.counts))
        )
    head = heads.head(
        view,
        page.path,
        "home",
        view.config.title,
        view.config.description,
        feeds=(*heads.feeds(view, "site"), *heads.feeds(view, "entries")),
        data=(jsonld.script(jsonld.site(view.config)),),
    )
    rest = page.total - sum(len(group.entries) for group in page.days)
    return head, {"lead": lead, "rest": rest, "picker": picker(view, "page.picker.choose")}


def picker(view: View, first: str) -> Markup:
    """Return a choice of all regencies by province; `first` is the key of the empty choice."""
    areas = defaultdict(list)
    for regency in view.gazetteer.regencies.values():
        areas[regency.province].append(_option(regency.slug, regency.full))
    groups = "".join(
        f'<optgroup label="{escaped(view.gazetteer.provinces[code].name)}">{"".join(options)}'
        "</optgroup>"
        for code, options in areas.items()
    )
    empty = _option("", view.filters.t(first))
    return Markup(f'<select id="ke" name="ke">{empty}{groups}</select>')  # noqa: S704 -- escaped


def _option(value: str, label: str) -> str:
    return f'<option value="{escaped(value)}">{escaped(label)}</option>'


def entry(page: p.EntryPage, view: View) -> Context:
    """Return what the page of an entry shows."""
    f, one = view.filters, page.entry
    home_link = f.home(one)
    path = "/" + page.path.removesuffix("index.html")
    url = f.absolute(path)
    image = f.absolute(f"/aset/bagikan/{one.id}.png") if view.config.share_images else None
    retracted = one.retraction.reason if one.retraction else ""
    data: tuple[Markup, ...] = ()
    if one.status == "published":
        node = jsonld.event(one, view.config, view.gazetteer, url, image)
        data = (jsonld.script(node),)
    head = heads.head(
        view,
        page.path,
        "entry",
        one.title,
        retracted or one.summary or one.title,
        crumbs=_above(one, view),
        data=data,
        indexed=one.status == "published",
    )
    return head, {
        "entry": one,
        "home": home_link,
        "image": image if one.status == "published" else None,
        "tag": jsonld.tag(view.config, one),
        "when": f.when(one),
        "week": _week_link(one.date, view),
        "who": f.who(one),
        "cite": _citation(one, url, view),
    }


def _above(one: Entry, view: View) -> tuple[Link, ...]:
    """Return the trail to an entry: province, regency, and that regency's week."""
    f = view.filters
    code = own_regency(one)
    if not code:
        return ()
    place = f.place(code)
    steps = (f.province_of(code), place)
    if one.date is None:
        return steps
    slug = f.slug(one.date)
    return (*steps, Link(f"{place.href}{slug}/", f.week(slug).partition(" · ")[0]))


def _week_link(day: dt.date | None, view: View) -> Link | None:
    if day is None:
        return None
    slug = view.filters.slug(day)
    return Link(view.filters.href(p.url("week", slug)), view.filters.week(slug))


def _citation(one: Entry, url: str, view: View) -> str:
    f = view.filters
    day = f.moment(one.published.date()) if one.published else ""
    cited = f.t(
        "page.entry.cite.text", title=f.display(one.title), site=view.config.title, day=day, url=url
    )
    names = list(dict.fromkeys(outlet(source) for source in one.sources))
    if not names:
        return cited
    return f"{cited} {f.t('page.entry.cite.sources', names=f.listing(names))}"


def redirect(page: p.Redirect, view: View) -> Context:
    """Return what a page that has moved shows."""
    title = page.title
    return heads.head(view, page.path, "redirect", title, title, indexed=False), {}


def week_index(page: p.WeekIndex, view: View) -> Context:
    """Return what the list of weeks shows."""
    f = view.filters
    head = heads.head(
        view, page.path, "weeks", f.t("page.weeks.title"), f.t("page.weeks.lead"), section="week"
    )
    return head, {"years": _years(page.weeks)}


def _years(weeks: Iterable[p.WeekCount]) -> list[tuple[str, list[p.WeekCount]]]:
    """Return weeks under their ISO years, in the order given."""
    years = defaultdict(list)
    for one in weeks:
        years[one.week[:4]].append(one)
    return list(years.items())


def week(page: p.WeekPage, view: View) -> Context:
    """Return what the page of a week shows."""
    f = view.filters
    shown = {one.id for group in page.groups for one in group.entries}
    events, name = f.events(len(shown)), f.week(page.week)
    head = heads.head(
        view,
        page.path,
        "week",
        name,
        f.t("page.head.week", events=events, week=name),
        section="week",
        crumbs=(heads.crumb(view, "page.weeks", "/pekan/"),),
        feeds=heads.feeds(view, "week", page.week, name),
    )
    return head, {
        "lead": f.t("page.week.lead", events=events, regencies=f.areas(len(page.groups))),
        "variant": "line" if len(shown) > CROWDED else "place",
        "previous": _turn(page.previous, view.filters.href("/pekan/"), view),
        "next": _turn(page.next, view.filters.href("/pekan/"), view),
    }


def _turn(slug: str | None, base: str, view: View) -> Link | None:
    return Link(f"{base}{slug}/", view.filters.week(slug)) if slug else None


def regency_index(page: p.RegencyIndex, view: View) -> Context:
    """Return what the list of regencies shows."""
    f, counts = view.filters, dict(page.counts)
    areas = defaultdict(list)
    for code, each in view.gazetteer.regencies.items():
        areas[each.province].append((f.place(code), counts.get(code, 0)))
    lead = f.t(
        "page.regencies.lead",
        regencies=f.areas(len(view.gazetteer.regencies)),
        provinces=f.num(len(view.gazetteer.provinces)),
    )
    head = heads.head(
        view, page.path, "regencies", f.t("page.regencies.title"), lead, section="regency"
    )
    provinces = [(f.province(code), areas[code]) for code in view.gazetteer.provinces]
    return head, {"lead": lead, "provinces": provinces}


def regency(page: p.RegencyPage, view: View) -> Context:
    """Return what the page of a regency shows."""
    f = view.filters
    area, province = f.regency(page.code), f.province_of(page.code)
    head = heads.head(
        view,
        page.path,
        "regency",
        area.full,
        f.t("page.head.regency", name=area.full, province=province.name),
        section="regency",
        crumbs=(heads.crumb(view, "page.regencies", "/wilayah/"), province),
        feeds=heads.feeds(view, "regency", area.slug, area.full),
    )
    return head, {
        "regency": area,
        "province": province,
        "place": f.place(page.code),
        "older": _years(page.older),
    }


def regency_week(page: p.RegencyWeek, view: View) -> Context:
    """Return what the page of one regency in one week shows."""
    f = view.filters
    place = f.place(page.code)
    name = f.week(page.week)
    events = f.events(len(page.entries))
    head = heads.head(
        view,
        page.path,
        "regency-week",
        f.t("page.week.here", week=name, name=place.name),
        f.t("page.head.regency-week", events=events, name=place.name, week=name),
        section="regency",
        crumbs=(
            heads.crumb(view, "page.regencies", "/wilayah/"),
            f.province_of(page.code),
            place,
        ),
        feeds=heads.feeds(view, "regency", view.gazetteer.regencies[page.code].slug, place.name),
    )
    days = defaultdict(list)
    for one in page.entries:
        days[one.date.isoformat() if one.date else ""].append(one)
    return head, {
        "place": place,
        "days": list(days.items()),
        "previous": _turn(page.previous, place.href, view),
        "next": _turn(page.next, place.href, view),
    }


def province(page: p.ProvincePage, view: View) -> Context:
    """Return what the page of a province shows."""
    f, counts = view.filters, dict(page.counts)
    area = view.gazetteer.provinces[page.code]
    head = heads.head(
        view,
        page.path,
        "province",
        area.name,
        f.t("page.head.province", name=area.name),
        section="regency",
        crumbs=(heads.crumb(view, "page.regencies", "/wilayah/"),),
        feeds=heads.feeds(view, "province", area.slug, area.name),
    )
    regencies = [
        (f.place(code), counts.get(code, 0))
        for code, each in view.gazetteer.regencies.items()
        if each.province == page.code
    ]
    return head, {"province": area, "regencies": regencies}
