"""Judge of Atom by RFC 4287 and RFC 5005.

In: a feed as bytes. Out: complaints.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree

from judges import markup
from judges.markup import Element

ATOM = "{http://www.w3.org/2005/Atom}"
# Registered link relations that a feed of ours may use.
RELATIONS = frozenset(
    "alternate self via related enclosure hub license next previous first last "
    "current prev-archive next-archive search up".split()
)
PERSON = {"author", "contributor"}
FEED = frozenset(
    "author category contributor generator icon id link logo rights subtitle title updated "
    "entry".split()
)
ENTRY = frozenset(
    "author category content contributor id link published rights source summary title "
    "updated".split()
)
MANY = {"author", "category", "contributor", "link", "entry"}


def judge(document: bytes) -> list[str]:
    """Return what is wrong with an Atom feed."""
    try:
        root = markup.parse(document)
    except etree.XMLSyntaxError as error:
        return [f"does not parse: {error}"]
    if root.tag != f"{ATOM}feed":
        return [f"is not an Atom feed but <{root.tag}>"]
    return [*markup.prologue(document, root), *_feed(root)]


def _feed(feed: Element) -> Iterator[str]:
    yield from (f"feed {complaint}" for complaint in _common(feed, FEED))
    for prefix, space in feed.nsmap.items():
        if prefix and f"{{{space}}}" == ATOM:
            yield f"feed gives Atom the prefix {prefix} besides none, which confuses readers"
    if "self" not in {link.get("rel") for link in feed.findall(f"{ATOM}link")}:
        yield "feed lacks link rel=self"
    named = feed.find(f"{ATOM}author") is not None
    entries = feed.findall(f"{ATOM}entry")
    for number, entry in enumerate(entries, 1):
        for complaint in _entry(entry, named=named):
            yield f"entry {number} {complaint}"
    newest = max((moment for entry in entries for moment in _moments(entry)), default=None)
    if newest and any(moment < newest for moment in _moments(feed)):
        yield f"feed says it was updated before {newest}, when an entry of it was"
    ids = Counter(entry.findtext(f"{ATOM}id") for entry in entries)
    yield from (f"id {name} stands {times} times" for name, times in ids.items() if times > 1)


def _entry(entry: Element, *, named: bool) -> Iterator[str]:
    yield from _common(entry, ENTRY)
    moments = list(_moments(entry))  # that of its publication last
    if moments and moments[0] < moments[-1]:
        yield "was updated before it was published"
    if not named and entry.find(f"{ATOM}author") is None:
        yield "lacks an author, and so does the feed"
    alternates = [
        link for link in entry.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"
    ]
    content = entry.find(f"{ATOM}content")
    if content is None and not alternates:
        yield "has neither content nor an alternate link"
    if content is not None and content.get("src") and entry.find(f"{ATOM}summary") is None:
        yield "points to its content and has no summary"


def _common(parent: Element, known: frozenset[str]) -> Iterator[str]:
    counts = Counter(child.tag for child in parent if isinstance(child.tag, str))
    for tag, times in counts.items():
        if tag.startswith(ATOM):
            local = tag.removeprefix(ATOM)
            if local not in known:
                yield f"has an unknown element <{local}>"
            if times > 1 and local not in MANY:
                yield f"has {times} <{local}>"
    for name in ("id", "title", "updated"):
        if not parent.findtext(f"{ATOM}{name}"):
            yield f"lacks <{name}>"
    if not urlsplit(parent.findtext(f"{ATOM}id") or "").scheme:
        yield f"id {parent.findtext(f'{ATOM}id')!r} is not a whole IRI"
    yield from _dates(parent)
    yield from _texts(parent)
    yield from _links(parent)
    yield from _people(parent)
    for category in parent.findall(f"{ATOM}category"):
        if not category.get("term"):
            yield "has a category without a term"


def _dates(parent: Element) -> Iterator[str]:
    for name in ("updated", "published"):
        if text := parent.findtext(f"{ATOM}{name}"):
            yield from (f"{name} {complaint}" for complaint in date(text))


def _moments(parent: Element) -> Iterator[datetime]:
    for name in ("updated", "published"):
        text = parent.findtext(f"{ATOM}{name}") or ""
        if not list(date(text)):
            yield datetime.fromisoformat(text)


def date(text: str) -> Iterator[str]:
    """Complain of a moment that is not RFC 3339 with a zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        yield f"{text!r} is not a moment"
        return
    if moment.tzinfo is None or text[10:11] != "T" or len(text) < len("2023-11-30T08:15:00Z"):
        yield f"{text!r} is not RFC 3339"


def _texts(parent: Element) -> Iterator[str]:
    for name in ("title", "subtitle", "summary", "content", "rights"):
        for element in parent.findall(f"{ATOM}{name}"):
            kind, text = element.get("type", "text"), element.text or ""
            if kind == "html":
                complaints = markup.fragment(text)
            elif kind == "text":
                complaints = markup.plain(text)
            else:
                complaints = iter((f"has type {kind!r}",))
            yield from (f"{name} {complaint}" for complaint in complaints)


def _links(parent: Element) -> Iterator[str]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for link in parent.findall(f"{ATOM}link"):
        relation = link.get("rel", "alternate")
        if not markup.absolute(link.get("href")):
            yield f"link {link.get('href')!r} is not a whole address"
        if relation not in RELATIONS and not markup.absolute(relation):
            yield f"link relation {relation!r} is not registered"
        if link.text or len(link):
            yield "link is not empty"
        seen[relation, link.get("type", ""), link.get("hreflang", "")] += 1
    for (relation, kind, language), times in seen.items():
        if times > 1 and relation in {"alternate", "self"}:
            yield f"has {times} links {relation} {kind} {language}".rstrip()


def _people(parent: Element) -> Iterator[str]:
    for role in PERSON:
        for person in parent.findall(f"{ATOM}{role}"):
            if not person.findtext(f"{ATOM}name"):
                yield f"{role} has no name"
