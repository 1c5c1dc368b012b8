"""Judge of RSS 2.0 by its specification and the RSS Advisory Board's profile.

In: a feed as bytes. Out: complaints.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime

from lxml import etree

from judges import markup
from judges.markup import Element

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
NAMESPACES = {
    "http://www.w3.org/2005/Atom",
    "http://purl.org/rss/1.0/modules/content/",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://purl.org/rss/1.0/modules/event/",
    "http://purl.org/rss/1.0/modules/syndication/",
    "http://purl.org/syndication/history/1.0",
    "http://search.yahoo.com/mrss/",
    "http://www.georss.org/georss",
}
CHANNEL = frozenset(
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate "
    "category generator docs cloud ttl image rating textInput skipHours skipDays item".split()
)
ITEM = frozenset(
    "title link description author category comments enclosure guid pubDate source".split()
)
MANY = {"item", "category", f"{ATOM}link", CREATOR}
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def judge(document: bytes) -> list[str]:
    """Return what is wrong with an RSS feed."""
    try:
        root = markup.parse(document)
    except etree.XMLSyntaxError as error:
        return [f"does not parse: {error}"]
    return [*markup.prologue(document, root), *_feed(root)]


def _feed(root: Element) -> Iterator[str]:
    if root.tag != "rss" or root.get("version") != "2.0":
        yield f"is not RSS 2.0 but <{root.tag} version={root.get('version')!r}>"
        return
    channels = root.findall("channel")
    if len(channels) != 1:
        yield f"has {len(channels)} channels"
        return
    channel = channels[0]
    for complaint in _channel(channel):
        yield f"channel {complaint}"
    for number, item in enumerate(channel.findall("item"), 1):
        for complaint in _item(item):
            yield f"item {number} {complaint}"
    newest = max(
        (moment for item in channel.findall("item") for moment in _moments(item)), default=None
    )
    if newest and any(moment < newest for moment in _moments(channel)):
        yield f"channel says it was built before {newest}, when an item of it was published"
    guids = Counter(item.findtext("guid") for item in channel.findall("item"))
    yield from (f"guid {guid} stands {times} times" for guid, times in guids.items() if times > 1)


def _channel(channel: Element) -> Iterator[str]:
    yield from _children(channel, CHANNEL, required=("title", "link", "description"))
    yield from _texts(channel)
    selves = [link for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if len(selves) != 1:
        yield f"has {len(selves)} atom:link rel=self"
    yield from _links(channel)


def _item(item: Element) -> Iterator[str]:
    yield from _children(item, ITEM, required=("title", "link", "guid", "pubDate"))
    yield from _texts(item)
    yield from _links(item)
    for guid in item.findall("guid"):
        if guid.get("isPermaLink", "true") == "true":
            if not markup.absolute(guid.text):
                yield f"guid {guid.text!r} says it is a permanent link"
        elif ":" not in (guid.text or ""):
            yield f"guid {guid.text!r} is not unique in the world"
    for name in ("description", CONTENT):
        for complaint in markup.fragment(item.findtext(name) or ""):
            yield f"{etree.QName(name).localname} {complaint}"


def _children(parent: Element, known: frozenset[str], required: tuple[str, ...]) -> Iterator[str]:
    counts = Counter(child.tag for child in parent if isinstance(child.tag, str))
    for tag, times in counts.items():
        space, _, local = tag.rpartition("}")
        if not space and local not in known:
            yield f"has an unknown element <{tag}>"
        if space and space.removeprefix("{") not in NAMESPACES:
            yield f"has an element of an unknown namespace {tag}"
        if times > 1 and tag not in MANY:
            yield f"has {times} <{tag}>"
    yield from (f"lacks <{name}>" for name in required if not parent.findtext(name))


def _texts(parent: Element) -> Iterator[str]:
    for element in (*parent.findall("title"), *parent.findall("category")):
        for complaint in markup.plain(element.text or ""):
            yield f"{element.tag} {complaint}"
    for name in ("pubDate", "lastBuildDate"):
        if (text := parent.findtext(name)) is not None:
            yield from (f"{name} {complaint}" for complaint in date(text))
    if (link := parent.findtext("link")) and not markup.absolute(link):
        yield f"link {link!r} is not a whole address"
    author = parent.findtext("author", default="@")
    if "@" not in author:
        yield f"author {author!r} is not a mail address; use dc:creator"


def _links(parent: Element) -> Iterator[str]:
    for link in parent.findall(f"{ATOM}link"):
        if not markup.absolute(link.get("href")):
            yield f"atom:link {link.get('href')!r} is not a whole address"
        if link.text or len(link):
            yield "atom:link is not empty"


def _moments(parent: Element) -> Iterator[datetime]:
    for name in ("pubDate", "lastBuildDate"):
        text = parent.findtext(name) or ""
        if not list(date(text)):
            yield parsedate_to_datetime(text)


def date(text: str) -> Iterator[str]:
    """Complain of a date that is not RFC 822 with a year of four digits and its own weekday."""
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        yield f"{text!r} is not a date"
        return
    zone = text.rsplit(" ", 1)[-1]
    written = f"{DAYS[moment.weekday()]}, {moment:%d} {_month(moment.month)} {moment:%Y %H:%M:%S}"
    if moment.tzinfo is None or text != f"{written} {zone}":
        yield f"{text!r} is not written as {written} +0000"


def _month(number: int) -> str:
    return "JanFebMarAprMayJunJulAugSepOctNovDec"[3 * number - 3 : 3 * number]
