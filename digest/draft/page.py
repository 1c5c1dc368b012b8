"""Stage: draft. What a news page says about itself.

comes in: the tree of an HTML page
goes out: headline, address, moment, author, editor and publisher by name, each one clean line

Keys of what goes out are fields of `Article`; `body` is the text as JSON-LD repeats it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from digest.draft.source import clean

_JSON_LIMIT = 512 * 1024  # characters of one JSON-LD block
_LINE_LIMIT = 300  # characters of a headline or a name
_ITEM_LIMIT = 100  # members looked at in a list
_NAME_LIMIT = 5  # authors named
_ARTICLES = frozenset({"article", "newsarticle", "blogposting", "reportagenewsarticle", "report"})
# Authors that are nobody in particular.
_NOBODY = frozenset(
    {"admin", "administrator", "author", "editor", "operator", "publisher", "redaksi", "root"}
)
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]*$")  # a site's name behind its page's headline
_META = {
    "title": ("og:title", "twitter:title"),
    "published": (
        "article:published_time",
        "datepublished",
        "pubdate",
        "dc.date",
        "dc.date.issued",
        "publishdate",
        "content_publisheddate",
        "parsely-pub-date",
        "date",
    ),
    "author": ("author", "article:author", "dc.creator", "content_author", "parsely-author"),
    "editor": ("editor", "content_editor"),
    "publisher": ("og:site_name", "application-name", "dc.publisher"),
    "url": ("og:url",),
}


def line(value: object) -> str | None:
    """Give one clean line of text, or None for anything else."""
    if not isinstance(value, str):
        return None
    text = " ".join(clean(unescape(value)).split())
    return text[:_LINE_LIMIT].rstrip() or None


def linked(tree: HtmlElement) -> dict[str, str]:
    """Read what JSON-LD says about the article."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        text = (script.text or "")[:_JSON_LIMIT]
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for each in _objects(value):
            kinds = each.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and name.lower() in _ARTICLES for name in names):
                return _described(each)
    return {}


def _objects(value: object, depth: int = 4) -> Iterator[Mapping[str, object]]:
    """Give every object of a JSON-LD block that may be the article."""
    if depth and isinstance(value, list):
        for each in value[:_ITEM_LIMIT]:
            yield from _objects(each, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth - 1)
        yield from _objects(value.get("mainEntity"), depth - 1)


def _described(item: Mapping[str, object]) -> dict[str, str]:
    page = item.get("mainEntityOfPage")
    body = item.get("articleBody")
    found = {
        "title": line(item.get("headline") or item.get("name")),
        "published": _moment(item.get("datePublished") or item.get("dateCreated")),
        "author": _people(item.get("author")),
        "editor": _people(item.get("editor")),
        "publisher": _people(item.get("publisher")),
        "url": line(page.get("@id") if isinstance(page, dict) else page or item.get("url")),
        "body": clean(unescape(body)).strip() if isinstance(body, str) else None,
    }
    return {key: value for key, value in found.items() if value}


def _people(value: object) -> str | None:
    """Give the names of a person, an organisation or several."""
    items = value if isinstance(value, list) else [value]
    names = [
        line(each.get("name") if isinstance(each, dict) else each) for each in items[:_NAME_LIMIT]
    ]
    return ", ".join(name for name in names if name and _somebody(name)) or None


def _somebody(name: str) -> bool:
    return name.casefold() not in _NOBODY and "://" not in name


def _moment(value: object) -> str | None:
    """Give a date or date-time in ISO form."""
    match = _MOMENT.match(line(value) or "")
    return match[0].replace(" ", "T") if match else None


def meta(tree: HtmlElement) -> dict[str, str]:
    """Read what the meta tags and the canonical link say."""
    said: dict[str, str] = {}
    for each in tree.iter("meta"):
        name = each.get("property") or each.get("name") or each.get("itemprop") or ""
        value = line(each.get("content"))
        if value:
            said.setdefault(name.strip().lower(), value)
    found: dict[str, str | None] = {
        key: next((said[name] for name in names if name in said), None)
        for key, names in _META.items()
    }
    found["published"] = _moment(found["published"])
    if not _somebody(found["author"] or ""):
        found["author"] = None
    canonical = tree.find(".//link[@rel='canonical']")
    found["url"] = (line(canonical.get("href")) if canonical is not None else None) or found["url"]
    return {key: value for key, value in found.items() if value}


def shown(tree: HtmlElement) -> dict[str, str]:
    """Read what the page shows: its first heading or its title, and its first time."""
    heading = next((line(each.text_content()) for each in tree.iter("h1")), None)
    title = line(tree.findtext(".//title"))
    if title and not heading:
        heading = _SITE.sub("", title)
    time = next((_moment(each.get("datetime")) for each in tree.iter("time")), None)
    found = {"title": heading, "published": time}
    return {key: value for key, value in found.items() if value}


def address(url: str | None, said: str | None) -> str | None:
    """Tell where the article belongs: the page's own address if it is of the same site."""
    if url is None:
        return said if said and _host(said) else None
    try:
        own = urljoin(url, said or "")
    except ValueError:
        return url
    return own if _host(own) == _host(url) and urlsplit(own).path.strip("/") else url


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"}:
        return ""
    return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")
