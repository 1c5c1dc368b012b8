"""Structured data for search engines, in the words of schema.org.

In: an entry or the trail of a page, with addresses. Out: JSON text that is safe inside a
`<script type="application/ld+json">` element, whatever the values hold.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final

import msgspec
from markupsafe import Markup

from digest import date as dates
from digest import times, week
from digest.config import Config
from digest.entry import Entry, Participant, Place, Source
from digest.regency import Gazetteer

_SCHEMA: Final = "https://schema.org"
_STATUS: Final = {
    "held": "EventScheduled",
    "planned": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
_MODES: Final = {
    "offline": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "mixed": "MixedEventAttendanceMode",
}
_PARTS: Final = {"organizer": "organizer", "speaker": "performer", "attendee": "attendee"}
"""Role to property; those who were not there are what the event mentions no more than by name."""

Node = dict[str, Any]


def tag(config: Config, entry: Entry) -> str:
    """Return the lasting identifier of an entry: `tag:example.org,2023:entry/ID`."""
    return f"tag:{config.id_authority}:entry/{entry.id}"


def script(node: Node) -> Markup:
    """Return a node as JSON in which no character can end a script element."""
    text = msgspec.json.encode(node).decode()
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704 -- the three characters that matter are escaped above


def trail(steps: Iterable[tuple[str, str]]) -> Node:
    """Return a BreadcrumbList of names and whole addresses, the page itself last."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": url}
        for place, (name, url) in enumerate(steps, 1)
    ]
    return {"@context": _SCHEMA, "@type": "BreadcrumbList", "itemListElement": items}


def site(config: Config) -> Node:
    """Return the WebSite, with its search."""
    root = config.base_url.rstrip("/")
    return {
        "@context": _SCHEMA,
        "@type": "WebSite",
        "name": config.title,
        "description": config.description,
        "url": f"{root}/",
        "inLanguage": config.language,
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{root}/cari/?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        },
    }


def event(entry: Entry, config: Config, gazetteer: Gazetteer, url: str, image: str | None) -> Node:
    """Return the Event of an entry, the page about it, and the reports that the page cites."""
    first, last = days(entry, gazetteer)
    node: Node = {
        "@context": _SCHEMA,
        "@type": "Event",
        "@id": tag(config, entry),
        "name": entry.title,
        "description": entry.summary,
        "url": url,
        "startDate": first,
        "endDate": last,
        "eventStatus": f"{_SCHEMA}/{_STATUS[entry.event_status]}",
        "eventAttendanceMode": f"{_SCHEMA}/{_MODES[entry.mode]}",
        "location": [_place(place, gazetteer) for place in entry.places],
        "image": image,
        "subjectOf": _page(entry, config, url),
    }
    for role, name in _PARTS.items():
        node[name] = [_someone(one) for one in entry.participants if one.role == role]
    return {key: value for key, value in node.items() if value}


def days(entry: Entry, gazetteer: Gazetteer) -> tuple[str, str]:
    """Return the start and end of an event in ISO 8601, no more exact than they are known."""
    if entry.date is None:
        return "", ""
    match entry.date_precision:
        case "week":
            slug = week.slug(entry.date)
            return week.monday(slug).isoformat(), week.sunday(slug).isoformat()
        case "month":
            return f"{entry.date:%Y-%m}", ""
    last = entry.end_date.isoformat() if entry.end_date else ""
    return times.start(entry, gazetteer), last


def _place(place: Place, gazetteer: Gazetteer) -> Node:
    node: Node = {"@type": "Place", "name": place.venue or place.district or ""}
    address: Node = {"@type": "PostalAddress"}
    if place.regency:
        regency = gazetteer.regencies[place.regency]
        node["name"] = node["name"] or regency.full
        address["addressLocality"] = regency.full
        address["addressRegion"] = gazetteer.provinces[regency.province].name
    if place.district:
        address["streetAddress"] = place.district
    if len(address) > 1:
        node["address"] = address
    if place.lat is not None and place.lon is not None:
        node["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": place.lat,
            "longitude": place.lon,
        }
    return node


def _someone(one: Participant) -> Node:
    if one.name is None:
        return {"@type": "Organization", "name": one.organisation or ""}
    node: Node = {"@type": "Person", "name": one.name}
    if one.title:
        node["honorificPrefix"] = one.title
    if one.position:
        node["jobTitle"] = one.position
    if one.organisation:
        node["affiliation"] = {"@type": "Organization", "name": one.organisation}
    return node


def _page(entry: Entry, config: Config, url: str) -> Node:
    node: Node = {
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": entry.title,
        "inLanguage": config.language,
        "datePublished": _moment(entry.published),
        "dateModified": _moment(entry.updated),
        "publisher": config.publisher and {"@type": "Organization", "name": config.publisher},
        "license": config.licence,
        "citation": [_report(source) for source in entry.sources],
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": correction.text,
                "datePublished": correction.date.isoformat(),
            }
            for correction in entry.corrections
        ],
    }
    return {key: value for key, value in node.items() if value}


def _report(source: Source) -> Node:
    node: Node = {
        "@type": "NewsArticle",
        "url": source.url,
        "headline": source.title,
        "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
        "author": source.author and {"@type": "Person", "name": source.author},
        "editor": source.editor and {"@type": "Person", "name": source.editor},
        "datePublished": source.published,
        "archivedAt": source.archived,
    }
    return {key: value for key, value in node.items() if value}


def _moment(moment: dt.datetime | None) -> str:
    return dates.iso(moment) if moment else ""
