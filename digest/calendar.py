"""Calendars: iCalendar (RFC 5545) from the plan of feeds.

In: `Feed` and `Site`. Out: the bytes of one file. One event an entry, all day unless a time is
known; a correction raises its SEQUENCE, a retraction cancels it.
"""

import calendar as months
import datetime as dt
from collections.abc import Iterator
from typing import Final

from digest import date, feedbody, week
from digest.catalogue import text
from digest.channel import Feed
from digest.entry import Entry
from digest.feed import Memo, epoch, feed_title, tag
from digest.site import Site, modified

FOLD: Final = 75
"""The longest line, in bytes, before it has to go on in the next one."""
STATUS: Final = {
    "held": "CONFIRMED",
    "planned": "TENTATIVE",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def write(feed: Feed, site: Site, memo: Memo) -> bytes:
    """Return the bytes of a calendar."""
    shown = feed_title(feed, site)
    head = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//digest//event-digest//ID"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("NAME", _escaped(shown)),
        ("X-WR-CALNAME", _escaped(shown)),
        ("X-WR-CALDESC", _escaped(site.config.description)),
        ("URL", feedbody.url(site, feed.page)),
        ("REFRESH-INTERVAL;VALUE=DURATION", "P1D"),
        ("X-PUBLISHED-TTL", "P1D"),
    ]
    events = (_event(one, site, memo) for one in feed.entries if one.date)
    return b"".join((_lines([*head, *_zone(site)]), *events, b"END:VCALENDAR\r\n"))


def _zone(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the site's time zone: a calendar without events must hold some component."""
    moment = date.moment(f"{epoch(site):%Y-%m-%dT%H:%M}", site.config.timezone)
    offset = f"{moment:%z}" if isinstance(moment, dt.datetime) else "+0000"
    yield "BEGIN", "VTIMEZONE"
    yield "TZID", site.config.timezone
    yield "BEGIN", "STANDARD"
    yield "DTSTART", "19700101T000000"
    yield "TZOFFSETFROM", offset
    yield "TZOFFSETTO", offset
    yield "END", "STANDARD"
    yield "END", "VTIMEZONE"


def _event(one: Entry, site: Site, memo: Memo) -> bytes:
    key = ("calendar", one.digest)
    if key not in memo:
        memo[key] = _lines([("BEGIN", "VEVENT"), *_fields(one, site), ("END", "VEVENT")])
    written: bytes = memo[key]
    return written


def _fields(one: Entry, site: Site) -> Iterator[tuple[str, str]]:
    changed = modified(one)
    yield "UID", tag(site, "entry", one.id)
    if changed and one.published:
        yield "DTSTAMP", _utc(changed)
        yield "CREATED", _utc(one.published)
        yield "LAST-MODIFIED", _utc(changed)
    yield "SEQUENCE", str(len(one.corrections) + bool(one.retraction))
    yield from _times(one, site)
    yield "SUMMARY", _escaped(feedbody.title(site, one))
    yield "STATUS", "CANCELLED" if one.retraction else STATUS[one.event_status]
    yield "TRANSP", "TRANSPARENT"
    yield "URL", feedbody.entry_url(site, one)
    yield "DESCRIPTION", _escaped(_description(one, site))
    if place := feedbody.where(site, one):
        yield "LOCATION", _escaped(place)
    found = ((each.lat, each.lon) for each in one.places)
    if located := next((f"{n:.6f};{e:.6f}" for n, e in found if None not in (n, e)), ""):
        yield "GEO", located
    labels = [text(site.config.language, f"kind.{one.kind}")]
    labels += site.keys[one.id].labels["topic"].values()
    yield "CATEGORIES", ",".join(_escaped(label) for label in labels)


def _times(one: Entry, site: Site) -> Iterator[tuple[str, str]]:
    first, last = extent(one)
    begun = feedbody.begun(site, one)
    if isinstance(begun, dt.datetime) and first == last and one.date_precision == "day":
        yield "DTSTART", _utc(begun)
    else:
        yield "DTSTART;VALUE=DATE", f"{first:%Y%m%d}"
        yield "DTEND;VALUE=DATE", f"{last + dt.timedelta(days=1):%Y%m%d}"


def extent(one: Entry) -> tuple[dt.date, dt.date]:
    """Return the first and last day that an entry's date can mean."""
    first = one.date or dt.date.min
    if one.date_precision == "week":
        slug = week.slug(first)
        return week.monday(slug), week.sunday(slug)
    if one.date_precision == "month":
        days = months.monthrange(first.year, first.month)[1]
        return first.replace(day=1), first.replace(day=days)
    return first, one.end_date or first


def _description(one: Entry, site: Site) -> str:
    parts = [feedbody.summary(site, one)]
    if one.date_precision != "day" or one.time:
        parts.append(feedbody.when(site, one))
    parts += [": ".join(filter(None, (each.publisher, each.url))) for each in one.sources]
    return "\n".join(parts)


def _utc(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _escaped(words: str) -> str:
    return words.translate(_ESCAPES)


def _lines(fields: list[tuple[str, str]]) -> bytes:
    return b"".join(_folded(f"{name}:{value}".encode()) for name, value in fields)


def _folded(line: bytes) -> bytes:
    """Return a line in pieces of at most 75 bytes, none of which splits a character."""
    if len(line) <= FOLD:
        return line + b"\r\n"
    pieces = []
    room = FOLD
    while len(line) > room:
        cut = room
        while line[cut] & 0xC0 == 0x80:  # noqa: PLR2004 -- a byte inside a UTF-8 sequence
            cut -= 1
        pieces.append(line[:cut])
        line = line[cut:]
        room = FOLD - 1
    return b"\r\n ".join((*pieces, line)) + b"\r\n"
