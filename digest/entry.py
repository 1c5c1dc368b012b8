"""The model of an entry: what an editor wrote, decoded into typed, immutable values.

In: located text values from `frontmatter`. Out: `Entry`, or every `Problem` of the file.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from digest.form import Former, Id, Line, Name, Prose, RegencyCode, Url, host

Stamp = Annotated[str, Meta(extra={"stamp": True})]
"""A day or a moment, in ISO 8601."""
Status = Literal["published", "draft", "retracted", "merged"]
Precision = Literal["day", "week", "month", "approximate"]
Kind = Literal[
    "meeting",
    "dialogue",
    "visit",
    "briefing",
    "ceremony",
    "outreach",
    "training",
    "signing",
    "patrol",
    "aid",
    "hearing",
    "press-conference",
    "other",
]
Mode = Literal["offline", "online", "mixed"]
EventStatus = Literal["held", "planned", "postponed", "cancelled"]
Role = Literal["organizer", "speaker", "attendee", "represented", "quoted", "mentioned"]


class Place(Struct, frozen=True, omit_defaults=True):
    """Where an event took place."""

    regency: RegencyCode = ""
    """The Kemendagri code of the kabupaten or kota, such as `32.12`; empty for what lies in none,
    such as a room on a line. One place of an entry has it."""
    district: Name | None = None
    """The kecamatan."""
    venue: Name | None = None
    """The building, hall or field."""
    precision: Name | None = None
    """How exact the coordinates are, in the editor's words."""
    lat: Annotated[float, Meta(ge=-90, le=90)] | None = None
    """Degrees north, -90 to 90."""
    lon: Annotated[float, Meta(ge=-180, le=180)] | None = None
    """Degrees east, -180 to 180."""


class Participant(Struct, frozen=True, omit_defaults=True):
    """A person, or an organisation alone, with its part in the event."""

    name: Name | None = None
    """The person's name without rank or degrees; absent where an organisation stands alone."""
    title: Name | None = None
    """Rank or honorific, such as `AKBP` or `KH`."""
    position: Name | None = None
    """The office held at the time."""
    organisation: Name | None = None
    """The organisation the person belongs to, or the participant itself."""
    role: Role = "attendee"
    """The part taken; `represented`, `quoted` and `mentioned` were not there."""
    on_behalf_of: Name | None = None
    """The name of the person this one stood in for."""


class Source(Struct, frozen=True, omit_defaults=True):
    """A published report of the event."""

    url: Url = ""
    """Its address; empty where it was only printed or broadcast. One source of an entry has it."""
    publisher: Name = ""
    """The outlet; empty where nothing names it. One source of an entry has both."""
    title: Line | None = None
    """The report's own headline."""
    author: Name | None = None
    """Who wrote it."""
    editor: Name | None = None
    """Who edited it."""
    published: Stamp | None = None
    """When the outlet published it, in ISO 8601: a day, or a moment with its offset."""
    accessed: dt.date | None = None
    """When the editor read it."""
    archived: Url | None = None
    """The address of an archived copy."""


class Correction(Struct, frozen=True):
    """A mistake of ours, mended in public."""

    date: dt.date
    """When it was mended."""
    text: Prose
    """What was wrong and what is right."""


class Retraction(Struct, frozen=True):
    """Why an entry was withdrawn."""

    date: dt.date
    """When it was withdrawn."""
    reason: Prose
    """Why."""


class Entry(Struct, frozen=True, omit_defaults=True):
    """One event, as one page of the site."""

    id: Id
    """The only identity; minted once, never edited."""
    slug: str
    """The last part of the page's address: the file's stem (in a list: stem, hyphen, id)."""
    path: str
    """The file it was read from, relative to the site's folder."""
    digest: str
    """A hash of everything this value was decoded from; equal digests mean equal entries."""
    title: Line
    """One line of plain text."""
    status: Status = "published"
    """Whether readers see it."""
    merged_into: Id | None = None
    """The id of the entry that took this one's place."""
    summary: Prose = ""
    """One to three sentences of plain text; empty only in a draft."""
    published: dt.datetime | None = None
    """When this site published it, with an offset; absent only in a draft."""
    updated: dt.datetime | None = None
    """When this site last changed it."""
    date: dt.date | None = None
    """The day of the event, or its first; absent only in a draft."""
    end_date: dt.date | None = None
    """The last day of an event of several."""
    time: dt.time | None = None
    """When it began, by the clock of its regency."""
    date_precision: Precision = "day"
    """How much of the date is known."""
    kind: Kind = "other"
    """What happened."""
    mode: Mode = "offline"
    """Whether people met in a room, over a line, or both."""
    event_status: EventStatus = "held"
    """Whether it took place."""
    places: Annotated[tuple[Place, ...], Meta(max_length=50)] = ()
    """The first with a regency is the entry's own; all of them list the entry."""
    concerns: Annotated[tuple[RegencyCode, ...], Meta(max_length=100)] = ()
    """Codes of regencies the event is about although it happened elsewhere."""
    participants: Annotated[tuple[Participant, ...], Meta(max_length=200)] = ()
    """Who took part, in the order written."""
    topics: Annotated[tuple[Name, ...], Meta(max_length=30)] = ()
    """Slugs or names, as written."""
    sources: Annotated[tuple[Source, ...], Meta(max_length=50)] = ()
    """The reports behind the entry."""
    part_of: Id | None = None
    """The id of the event this one belongs to."""
    related: Annotated[tuple[Id, ...], Meta(max_length=50)] = ()
    """Ids of entries worth reading beside this one."""
    corrections: Annotated[tuple[Correction, ...], Meta(max_length=100)] = ()
    """Mended mistakes, oldest first."""
    retraction: Retraction | None = None
    """Why it was withdrawn; with `status: retracted`."""
    aliases: Annotated[tuple[Former, ...], Meta(max_length=50)] = ()
    """Former paths of the page."""
    body: str = ""
    """Markdown."""
    lines: Mapping[str, tuple[int, int]] = {}
    """Where keys stand in the file: key to line and column, for problems found across entries."""


DERIVED: Final = frozenset({"slug", "path", "digest", "lines"})
"""What no editor types: it follows from the file."""
REQUIRED: Final = ("id", "title", "date", "places", "topics", "sources", "summary", "published")
"""What a published entry must have."""
COMPLETE: Final = {"places": ("regency",), "sources": ("url", "publisher")}
"""What one item of a list must have in a published entry."""
PRESENT: frozenset[str] = frozenset({"organizer", "speaker", "attendee"})
"""The roles of those who were there."""


def regencies(entry: Entry) -> tuple[str, ...]:
    """Return the codes of every regency that lists the entry, its own first, without repeats."""
    codes = (*(place.regency for place in entry.places if place.regency), *entry.concerns)
    return tuple(dict.fromkeys(codes))


def outlet(source: Source) -> str:
    """Return the name of the outlet, or the host of its address where nothing names it."""
    return source.publisher or host(source.url).removeprefix("www.")


def own_regency(entry: Entry) -> str:
    """Return the code of the entry's own regency; empty in a draft that names none."""
    return next((place.regency for place in entry.places if place.regency), "")
