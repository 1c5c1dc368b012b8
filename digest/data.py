"""Downloads: everything published as JSON Lines, CSV and SQLite, with a description and checksums.

In: `Site`. Out: the bytes of the files below `data/`. The same entry says the same in all three.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final

import msgspec

from digest import database, feedbody, week
from digest import page as p
from digest.entry import Entry, own_regency
from digest.feed import tag
from digest.site import Site

Record = Mapping[str, object]
"""One entry in plain values: text, numbers, lists and mappings, None where nothing is known."""

FIELDS: Final[dict[str, tuple[str, str]]] = {
    "id": ("string", "The identity, minted once"),
    "uri": ("string", "The `tag:` id, the same in feeds and calendars"),
    "url": ("string", "The page"),
    "status": ("string", "published or retracted"),
    "title": ("string", "One line of plain text"),
    "summary": ("string", "One to three sentences of plain text"),
    "published": ("datetime", "When this site published the entry"),
    "updated": ("datetime", "When this site last changed the entry"),
    "date": ("date", "The day of the event, or its first"),
    "end_date": ("date", "The last day of an event of several"),
    "time": ("string", "When it began, HH:MM by the clock of its regency"),
    "date_precision": ("string", "day, week, month or approximate"),
    "week": ("string", "The ISO week of `date`, such as 2023-W48"),
    "kind": ("string", "What happened"),
    "mode": ("string", "offline, online or mixed"),
    "event_status": ("string", "held, planned, postponed or cancelled"),
    "regency": ("string", "The code of the entry's own regency, such as 32.12"),
    "regency_name": ("string", "Its full name"),
    "province": ("string", "The code of its province, such as 32"),
    "places": ("array", "Regency, district, venue, precision, lat, lon"),
    "concerns": ("array", "Codes of regencies it is about although it happened elsewhere"),
    "participants": ("array", "Name, title, position, organisation, role, on_behalf_of, slugs"),
    "topics": ("array", "Slug and name"),
    "sources": ("array", "The reports: url, publisher, title, author, editor, dates, archived"),
    "part_of": ("string", "The id of the event it belongs to"),
    "related": ("array", "Ids"),
    "corrections": ("array", "Date and text"),
    "retraction": ("object", "Date and reason"),
    "body": ("string", "Markdown"),
}
"""The data dictionary: field to type and meaning, in the order of the columns."""
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet would run, behind blanks too; such cells start with an apostrophe."""


def files(site: Site) -> dict[str, bytes]:
    """Return every file below `data/` by its path below the root."""
    records = [record(site, one) for one in published(site)]
    made = {
        "data/entries.jsonl": jsonl(records),
        "data/entries.csv": table(records),
        "data/digest.db": database.write(site, records),
    }
    made["data/datapackage.json"] = package(site, made)
    made["data/SHA256SUMS"] = "".join(
        f"{sha256(data).hexdigest()}  {path.removeprefix('data/')}\n" for path, data in made.items()
    ).encode()
    return made


def published(site: Site) -> Iterator[Entry]:
    """Yield what readers may see, by date of publication, oldest first."""
    return (one for one in reversed(site.newest) if one.status in {"published", "retracted"})


def record(site: Site, one: Entry) -> Record:
    """Return an entry in plain values; of a retracted one no more than its tombstone says."""
    plain = msgspec.to_builtins(one)
    own = site.gazetteer.regencies[own_regency(one)] if own_regency(one) else None
    found = dict.fromkeys(FIELDS) | {key: plain[key] for key in FIELDS if key in plain}
    found |= _defaults(one)
    found |= {
        "uri": tag(site, "entry", one.id),
        "url": feedbody.entry_url(site, one),
        "time": one.time.isoformat("minutes") if one.time else None,
        "week": week.slug(one.date) if one.date else None,
        "regency": own.code if own else None,
        "regency_name": own.full if own else None,
        "province": own.province if own else None,
        "topics": [
            {"slug": slug, "name": name} for slug, name in site.keys[one.id].labels["topic"].items()
        ],
        "participants": [_participant(site, one, who) for who in plain.get("participants", ())],
    }
    if one.status == "retracted":
        found |= {"summary": None, "body": None, "participants": [], "sources": [], "topics": []}
    return found


def _defaults(one: Entry) -> dict[str, object]:
    keys = ("status", "date_precision", "kind", "mode", "event_status")
    lists = ("places", "concerns", "related", "corrections", "sources")
    plain: dict[str, object] = {key: getattr(one, key) for key in keys}
    return plain | {key: msgspec.to_builtins(getattr(one, key)) for key in lists}


def _participant(site: Site, one: Entry, who: dict[str, object]) -> dict[str, object]:
    own = site.gazetteer.regencies[own_regency(one)].slug if own_regency(one) else None
    name, organisation = who.get("name"), who.get("organisation")
    keys = ("name", "title", "position", "organisation", "role", "on_behalf_of")
    return {
        **{key: who.get(key) for key in keys},
        "role": who.get("role", "attendee"),
        "person": site.registry.person(str(name), own).slug if name else None,
        "organisation_slug": (
            site.registry.organisation(str(organisation)).slug if organisation else None
        ),
    }


def jsonl(records: list[Record]) -> bytes:
    """Return one JSON object a line, oldest publication first."""
    return b"".join(msgspec.json.encode(one) + b"\n" for one in records)


def table(records: list[Record]) -> bytes:
    """Return CSV (RFC 4180): lists and mappings as JSON, formulas made harmless."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(FIELDS)
    writer.writerows([_cell(value) for value in one.values()] for one in records)
    return out.getvalue().encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return msgspec.json.encode(value).decode()
    return f"'{value}" if value.startswith(FORMULA) or value.lstrip().startswith(FORMULA) else value


def package(site: Site, made: Mapping[str, bytes]) -> bytes:
    """Return the Data Package descriptor: dictionary, licence, sizes and checksums."""
    fields = [
        {"name": name, "type": kind, "description": meaning}
        for name, (kind, meaning) in FIELDS.items()
    ]
    media = {"jsonl": "application/jsonl", "csv": "text/csv", "db": "application/vnd.sqlite3"}
    resources = []
    for path, data in made.items():
        name = path.removeprefix("data/")
        resource: dict[str, object] = {
            "name": name.replace(".", "-").lower(),
            "path": name,
            "format": name.rpartition(".")[2],
            "mediatype": media[name.rpartition(".")[2]],
            "encoding": "utf-8",
            "bytes": len(data),
            "hash": f"sha256:{sha256(data).hexdigest()}",
        }
        if name.endswith(".csv"):
            resource["schema"] = {"fields": fields, "primaryKey": "id"}
        resources.append(resource)
    content = {
        "profile": "data-package",
        "name": "digest",
        "id": tag(site, "data", "entries"),
        "title": site.config.title,
        "description": site.config.description,
        "homepage": feedbody.url(site, p.url("entry")),
        "licenses": [{"title": site.config.licence}] if site.config.licence else [],
        "resources": resources,
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"
