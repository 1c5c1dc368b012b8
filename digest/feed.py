"""Feeds: RSS 2.0, Atom and JSON Feed 1.1 from the plan of feeds.

In: `Feed` and `Site`. Out: the bytes of one file. Each item is built by feedgen once and kept as
text, so that a feed costs its frame and no more. Dates come from entries, ids from `id` and
`id_authority`, never from a clock or an address.
"""

import datetime as dt
from collections.abc import Iterator, MutableMapping
from typing import Any, Final

import msgspec
from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree
from markupsafe import escape
from msgspec import Struct

from digest import date, feedbody, week
from digest import page as p
from digest.catalogue import text
from digest.channel import Feed, Weekly
from digest.entry import Entry, outlet
from digest.site import Site, modified

ATOM: Final = "http://www.w3.org/2005/Atom"
NAMESPACES: Final = {
    "atom": ATOM,
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ev": "http://purl.org/rss/1.0/modules/event/",
    "fh": "http://purl.org/syndication/history/1.0",
}
STYLE: Final = "umpan.css"
"""The stylesheet that makes a feed legible in a browser."""

CSS: Final = """\
:root{color-scheme:light dark;background:light-dark(#fbfaf6,#15191f);\
color:light-dark(#1e1c19,#e8e5dd)}
rss,feed{display:block;max-width:42rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere;\
font:1rem/1.5 system-ui,sans-serif}
rss::before,feed::before{content:"NOTE";display:block;padding:.75rem 1rem;margin-bottom:1.25rem;\
border-left:4px solid light-dark(#8a3f0c,#eea673);background:light-dark(#f2efe7,#1d232b)}
channel>*,feed>*,item>*,entry>*{display:none}
channel>title,feed>title{display:block;font:700 1.5rem/1.25 system-ui,sans-serif}
channel>description,feed>subtitle{display:block;margin-top:.5rem}
item,entry{display:flex;flex-flow:row wrap;gap:0 .75em;margin-top:1.25rem;padding-top:1rem;\
border-top:1px solid light-dark(#8a8578,#7e8794)}
item>title,entry>title,item>description,entry>summary{display:block;flex:0 0 100%}
item>title,entry>title{order:1;font-size:1.125rem;font-weight:700;line-height:1.35}
item>description,entry>summary{order:2;margin:.25rem 0}
item>pubDate,entry>published,item>category,entry>category,item>link,\
entry>link:not([rel]){font-size:.875rem;color:light-dark(#5a554b,#aeaba2)}
item>category,entry>category{display:block;order:3}
entry>category::before{content:attr(label)}
item>pubDate,entry>published{display:block;order:4;flex:0 0 100%}
item>pubDate::before,entry>published::before{content:"PUBLISHED "}
item>link,entry>link:not([rel]){display:block;order:5;color:light-dark(#14497e,#93c6f0)}
entry>link:not([rel])::before{content:attr(href)}
"""
"""How a feed looks in a browser: titles, summaries, what it is about, when it was published, and
the address of its page. Feeds carry no link that a browser follows without a script."""

Element = tuple[str, dict[str, str], str]
"""A name (`prefix:local`, or without a prefix in the format's own namespace), attributes, text."""


class _Elements(BaseEntryExtension, BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """What feedgen cannot say by itself: several links with a relation, event times, archives."""

    def __init__(self) -> None:
        self.elements: tuple[Element, ...] = ()
        self.namespaces = NAMESPACES

    def extend_ns(self) -> dict[str, str]:
        return self.namespaces

    def extend_rss(self, parent: Any) -> Any:  # noqa: ANN401 -- an lxml element
        return self._extended(parent[0] if parent.tag == "rss" else parent)

    def extend_atom(self, parent: Any) -> Any:  # noqa: ANN401 -- an lxml element
        return self._extended(parent)

    def _extended(self, parent: Any) -> Any:  # noqa: ANN401 -- an lxml element
        for name, attributes, content in self.elements:
            prefix, _, local = name.rpartition(":")
            tag = f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local
            etree.SubElement(parent, tag, attributes).text = content or None
        return parent


class Item(Struct, frozen=True):
    """One item of a feed, before any format."""

    id: str
    """The `tag:` id."""
    title: str
    url: str
    """The absolute address of its page."""
    summary: str
    """Plain text."""
    html: str
    """The full text."""
    published: dt.datetime
    updated: dt.datetime
    tags: tuple[tuple[str, str, str], ...]
    """Scheme (an address), term and label of each category."""
    start: dt.date | dt.datetime | None
    """When the event began."""
    sources: tuple[tuple[str, str], ...]
    """Address and title of each report behind it."""


Memo = MutableMapping[tuple[str, ...], Any]
"""What was built before, by what it was built from; sharing one between feeds saves time only."""


def write(feed: Feed, site: Site, memo: Memo) -> bytes:
    """Return the bytes of a feed in RSS, Atom or JSON Feed."""
    match feed.format:
        case "json":
            return _json(feed, site, memo)
        case "atom":
            return _xml(feed, site, memo, atom=True)
        case _:
            return _xml(feed, site, memo, atom=False)


def tag(site: Site, kind: str, key: str) -> str:
    """Return the id of something: `tag:AUTHORITY,DATE:KIND/KEY`."""
    return f"tag:{site.config.id_authority}:{kind}/{key}"


def feed_title(feed: Feed, site: Site) -> str:
    """Return the title of a feed as readers see it in their list of subscriptions."""
    language = site.config.language
    name = date.week_label(feed.key, language) if feed.scope == "week" else feed.name
    key = "calendar" if (feed.scope, feed.format) == ("site", "calendar") else feed.scope
    shown = text(language, f"feed.title.{key}", site=site.config.title, name=name)
    if feed.format == "weekly":
        shown = text(language, "feed.title.weekly", title=shown)
    if feed.current:
        label = feed.path.split("/")[-2]
        shown = text(language, "feed.title.archive", title=shown, week=label)
    return shown


def css(language: str) -> bytes:
    """Return the stylesheet of feeds."""
    note, published = (
        text(language, f"feed.css.{key}").replace('"', "") for key in ("note", "published")
    )
    return CSS.replace("NOTE", note).replace("PUBLISHED", published).encode()


def items(feed: Feed, site: Site, memo: Memo) -> Iterator[tuple[tuple[str, ...], Item]]:
    """Yield the items of a feed, each with the key of all it was made from."""
    for one in feed.entries:
        key = ("entry", one.digest)
        if key not in memo:
            memo[key] = entry_item(site, one)
        yield key, memo[key]
    for group in feed.groups:
        whole = (
            "group",
            group.code,
            group.week,
            str(group.emitted),
            *(one.digest for one in group.entries),
        )
        if whole not in memo:
            memo[whole] = group_item(site, group)
        yield whole, memo[whole]


def entry_item(site: Site, one: Entry) -> Item:
    """Return an entry as an item."""
    published = one.published or epoch(site)
    return Item(
        id=tag(site, "entry", one.id),
        title=feedbody.title(site, one),
        url=feedbody.entry_url(site, one),
        summary=feedbody.summary(site, one),
        html=feedbody.entry(site, one),
        published=published,
        updated=max(modified(one) or published, published),
        tags=tuple(_tags(site, one)),
        start=feedbody.begun(site, one),
        sources=tuple((s.url, s.title or outlet(s)) for s in one.sources if s.url),
    )


def group_item(site: Site, group: Weekly) -> Item:
    """Return a regency's finished week as an item, published when the week was first over."""
    language = site.config.language
    place = site.gazetteer.regencies[group.code]
    label = date.week_label(group.week, language)
    published = group.emitted
    moments = [moment for one in group.entries if (moment := modified(one))]
    titles = "; ".join(feedbody.title(site, one) for one in reversed(group.entries))
    number = "one" if len(group.entries) == 1 else "many"
    events = text(language, f"page.events.{number}", count=len(group.entries))
    return Item(
        id=tag(site, "regency", f"{group.code}/{group.week}"),
        title=text(language, "feed.group", name=place.full, week=label),
        url=feedbody.url(site, p.url("regency", place.slug, group.week)),
        summary=text(language, "feed.group.summary", events=events, titles=titles),
        html=feedbody.group(site, group),
        published=published,
        updated=max((*moments, published)),
        tags=(_place_tag(site, group.code), _week_tag(site, group.week)),
        start=week.monday(group.week),
        sources=(),
    )


def epoch(site: Site) -> dt.datetime:
    """Return the moment from which the site's ids count: the date in `id_authority`."""
    parts = [int(part) for part in site.config.id_authority.partition(",")[2].split("-") if part]
    year, month, day = (*parts, 1, 1, 1)[:3] if parts else (1970, 1, 1)
    return dt.datetime(year, month, day, tzinfo=dt.UTC)


def _tags(site: Site, one: Entry) -> Iterator[tuple[str, str, str]]:
    keys = site.keys[one.id]
    yield from (_place_tag(site, code) for code in keys.axes["regency"])
    yield from (_week_tag(site, slug) for slug in keys.axes.get("week", ()))
    for slug, label in keys.labels["topic"].items():
        yield feedbody.url(site, p.url("topic")), slug, label


def _place_tag(site: Site, code: str) -> tuple[str, str, str]:
    place = site.gazetteer.regencies[code]
    return feedbody.url(site, p.url("regency")), place.slug, place.full


def _week_tag(site: Site, slug: str) -> tuple[str, str, str]:
    label = date.week_label(slug, site.config.language)
    return feedbody.url(site, p.url("week")), slug, label


def _xml(feed: Feed, site: Site, memo: Memo, *, atom: bool) -> bytes:
    frame = _frame(feed, site, atom=atom)
    written = frame.atom_str() if atom else frame.rss_str()
    head, body = written.split(b"\n", 1)
    end = body.rindex(b"</feed>" if atom else b"</channel>")
    style = f'<?xml-stylesheet type="text/css" href="{site.config.base_path}/{STYLE}"?>'
    parts = [head, style.encode(), body[:end]]
    parts += (_item_xml(key, item, site, memo, atom=atom) for key, item in items(feed, site, memo))
    parts.append(body[end:].rstrip() + b"\n")
    return b"\n".join(parts)


def _frame(feed: Feed, site: Site, *, atom: bool) -> FeedGenerator:
    """Return a feed without its items."""
    config = site.config
    shown = feed_title(feed, site)
    frame = FeedGenerator()
    frame.register_extension("elements", _Elements, None, atom=atom, rss=not atom)
    frame.title(shown)
    about = text(config.language, "feed.description", title=shown, description=config.description)
    frame.description(about if atom else str(escape(about)))  # likewise taken for HTML
    frame.language(config.language)
    frame.generator("digest")
    frame.author({"name": config.publisher or config.title})
    if config.licence:
        frame.rights(config.licence)
    own = feedbody.url(site, f"/{feed.path}")
    frame.link(href=own, rel="self", type=_mime(atom=atom))
    frame.link(href=feedbody.url(site, feed.page), rel="alternate", type="text/html")
    if atom:
        suffix = f"/{feed.path.split('/')[-2]}" if feed.current else ""
        frame.id(tag(site, "feed", "/".join(filter(None, (feed.scope, feed.key))) + suffix))
        frame.updated(feed.updated or epoch(site))
    else:
        frame.lastBuildDate(feed.updated or epoch(site))
    if atom:  # whose own elements have no prefix
        used = ("ev", "fh") if feed.current else ("ev",)
        frame.elements.namespaces = {prefix: NAMESPACES[prefix] for prefix in used}
    frame.elements.elements = tuple(_history(feed, site, atom=atom))
    return frame


def _history(feed: Feed, site: Site, *, atom: bool) -> Iterator[Element]:
    name = "link" if atom else "atom:link"
    if site.config.hub:
        yield name, {"rel": "hub", "href": site.config.hub}, ""
    relations = (
        ("current", feed.current),
        ("prev-archive", feed.earlier),
        ("next-archive", feed.later),
    )
    for relation, path in relations:
        if path:
            yield name, {"rel": relation, "href": feedbody.url(site, f"/{path}")}, ""
    if feed.current:
        yield "fh:archive", {}, ""


def _mime(*, atom: bool) -> str:
    return "application/atom+xml" if atom else "application/rss+xml"


def _item_xml(key: tuple[str, ...], item: Item, site: Site, memo: Memo, *, atom: bool) -> bytes:
    slot = ("atom" if atom else "rss", *key)
    if slot not in memo:
        memo[slot] = _built(item, site, atom=atom)
    written: bytes = memo[slot]
    return written


def _built(item: Item, site: Site, *, atom: bool) -> bytes:
    made = FeedEntry()
    made.register_extension("elements", _Elements, atom=atom, rss=not atom)
    made.id(item.id)
    made.guid(item.id, permalink=False)
    made.title(item.title)
    made.link(href=item.url, rel="alternate", type="text/html")
    made.published(item.published)
    made.updated(item.updated)
    for scheme, term, label in item.tags:
        made.category(term=term, scheme=scheme, label=label)
    made.elements.elements = tuple(_extras(item, site, atom=atom))
    if atom:
        made.summary(item.summary)
        made.content(item.html, type="html")
    else:
        made.description(str(escape(item.summary)))  # readers take a description for HTML
        made.content(item.html)
    return _detached(made.atom_entry() if atom else made.rss_entry())


def _extras(item: Item, site: Site, *, atom: bool) -> Iterator[Element]:
    name = "link" if atom else "atom:link"
    for address, title in item.sources:
        yield name, {"rel": "via", "href": address, "title": title}, ""
    if not atom:
        yield "dc:creator", {}, site.config.publisher or site.config.title
    if item.start:
        yield "ev:startdate", {}, item.start.isoformat()


def _detached(element: Any) -> bytes:  # noqa: ANN401 -- an lxml element
    """Return an item as text that stands inside a frame, which declares the namespaces."""
    root = etree.Element("frame", nsmap=NAMESPACES)
    root.append(element)
    etree.cleanup_namespaces(root, keep_ns_prefixes=list(NAMESPACES))
    written: bytes = etree.tostring(root, encoding="utf-8")
    return written[written.index(b">") + 1 : written.rindex(b"</frame>")]


def _json(feed: Feed, site: Site, memo: Memo) -> bytes:
    config = site.config
    author = {"name": config.publisher or config.title, "url": feedbody.url(site, "/")}
    shown = feed_title(feed, site)
    content: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": shown,
        "home_page_url": feedbody.url(site, feed.page),
        "feed_url": feedbody.url(site, f"/{feed.path}"),
        "description": text(
            config.language, "feed.description", title=shown, description=config.description
        ),
        "language": config.language,
        "authors": [author],
    }
    if config.hub:
        content["hubs"] = [{"type": "WebSub", "url": config.hub}]
    content["items"] = [_json_item(item) for _, item in items(feed, site, memo)]
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def _json_item(item: Item) -> dict[str, object]:
    made: dict[str, object] = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "tags": [label for _, _, label in item.tags],
    }
    if item.sources:
        made["external_url"] = item.sources[0][0]
    extra: dict[str, object] = {"sources": [url for url, _ in item.sources]}
    if item.start:
        extra["startdate"] = item.start.isoformat()
    made["_digest"] = extra
    return made
