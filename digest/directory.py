"""Lists of what the site has: the sitemap for search engines, the OPML for feed readers.

In: pages, and the table of formats. Out: the bytes of files.
"""

import datetime as dt
import html
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from digest import feedbody
from digest.catalogue import text
from digest.channel import Feed, folder, name, scopes
from digest.feed import feed_title
from digest.format import DIGEST, RSS, TABLE, WEEKLY, Scope
from digest.site import Site

MOST: Final = 40_000
"""Addresses in one sitemap; the standard's limit is 50,000 or 50 MB."""
HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
SUBSCRIBED: Final = (DIGEST, RSS, WEEKLY)
"""The formats in the OPML: one a subscription, not one a representation of the same items."""

Address = tuple[str, dt.datetime | None]
"""A page's path below the root, such as `/pekan/`, and when it last changed."""


def sitemaps(site: Site, pages: Iterable[Address]) -> dict[str, bytes]:
    """Return `sitemap.xml`, and where one file cannot hold all, the parts it names.

    Addresses are sorted, so that their order tells nothing of how the site came about.
    """
    pages = sorted(pages, key=lambda page: page[0])
    parts = [pages[start : start + MOST] for start in range(0, len(pages), MOST)] or [pages]
    if len(parts) == 1:
        return {"sitemap.xml": _document("urlset", "url", site, parts[0])}
    files = {
        f"sitemap-{number}.xml": _document("urlset", "url", site, part)
        for number, part in enumerate(parts, 1)
    }
    listed = [
        (f"/{path}", max((moment for _, moment in part if moment), default=None))
        for path, part in zip(files, parts, strict=True)
    ]
    return {"sitemap.xml": _document("sitemapindex", "sitemap", site, listed), **files}


def _document(root: str, item: str, site: Site, addresses: Sequence[Address]) -> bytes:
    rows = "".join(
        f"<{item}><loc>{_escape(feedbody.url(site, path))}</loc>"
        + (f"<lastmod>{moment.isoformat()}</lastmod>" if moment else "")
        + f"</{item}>\n"
        for path, moment in addresses
    )
    return f'{HEAD}<{root} xmlns="{SITEMAP}">\n{rows}</{root}>\n'.encode()


def opml(site: Site) -> bytes:
    """Return every feed there is to subscribe to, regencies in folders by province."""
    created = site.clock
    stamp = f"<dateModified>{_rfc822(created)}</dateModified>" if created else ""
    body = "\n".join((*_global(site), *_provinces(site), *_folder(site, "topic")))
    return (
        f'{HEAD}<opml version="2.0">\n<head><title>{_escape(site.config.title)}</title>{stamp}'
        f"</head>\n<body>\n{body}\n</body>\n</opml>\n"
    ).encode()


def _rfc822(moment: dt.datetime) -> str:
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    day = f"{days[moment.weekday()]}, {moment.day:02d} {months[moment.month - 1]} {moment.year}"
    return f"{day} {moment:%H:%M:%S %z}"


def _global(site: Site) -> Iterator[str]:
    for scope in ("site", "entries", "correction"):
        yield from _outlines(site, scope, "")


def _provinces(site: Site) -> Iterator[str]:
    for code, province in site.gazetteer.provinces.items():
        inside = [
            line
            for key, place in site.gazetteer.regencies.items()
            if place.province == code
            for line in _outlines(site, "regency", key)
        ]
        own = list(_outlines(site, "province", code))
        yield _nested(province.name, [*own, *inside])


def _folder(site: Site, scope: Scope) -> Iterator[str]:
    keys = sorted(key for each, key in scopes(site) if each == scope)
    lines = [line for key in keys for line in _outlines(site, scope, key)]
    if lines:
        yield _nested(text(site.config.language, "feed.topics"), lines)


def _nested(label: str, lines: Sequence[str]) -> str:
    inner = "\n".join(lines)
    return f"<outline text={_quoted(label)}>\n{inner}\n</outline>"


def _outlines(site: Site, scope: Scope, key: str) -> Iterator[str]:
    for row in TABLE[scope][1]:
        if row in SUBSCRIBED:
            path = folder(site, scope, key) + row.file
            feed = Feed(
                path=path, format=row.name, scope=scope, key=key, name=name(site, scope, key)
            )
            shown = _quoted(feed_title(feed, site))
            page = "/" + (folder(site, scope, key) if scope != "entries" else "")
            yield (
                f'<outline type="rss" text={shown} title={shown} '
                f"xmlUrl={_quoted(feedbody.url(site, f'/{path}'))} "
                f"htmlUrl={_quoted(feedbody.url(site, page))}/>"
            )


def _escape(words: str) -> str:
    return html.escape(words, quote=False)


def _quoted(words: str) -> str:
    """Return words as an attribute's value; `xml.sax.saxutils` would, and loads a web client."""
    shown = _escape(words)
    if '"' in shown and "'" not in shown:
        return f"'{shown}'"
    return '"' + shown.replace('"', "&quot;") + '"'
