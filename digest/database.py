"""The SQLite download: tables with foreign keys, and a full-text index, ready for Datasette.

In: `Site` and the records of `data`. Out: the bytes of a database file, the same for the same
records: nothing in it tells of the day or the machine.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from digest.site import Site

SCHEMA: Final = """
CREATE TABLE provinces (code TEXT PRIMARY KEY, name TEXT NOT NULL, slug TEXT NOT NULL UNIQUE);
CREATE TABLE regencies (
  code TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL UNIQUE,
  province TEXT NOT NULL REFERENCES provinces(code), zone TEXT NOT NULL);
CREATE TABLE entries (
  id TEXT PRIMARY KEY, uri TEXT NOT NULL UNIQUE, url TEXT NOT NULL UNIQUE, status TEXT NOT NULL,
  title TEXT NOT NULL, summary TEXT, published TEXT NOT NULL, updated TEXT, date TEXT,
  end_date TEXT, time TEXT, date_precision TEXT NOT NULL, week TEXT, kind TEXT NOT NULL,
  mode TEXT NOT NULL, event_status TEXT NOT NULL,
  regency TEXT REFERENCES regencies(code), part_of TEXT REFERENCES entries(id), body TEXT,
  retraction_date TEXT, retraction_reason TEXT);
CREATE TABLE places (
  entry TEXT NOT NULL REFERENCES entries(id), number INTEGER NOT NULL,
  regency TEXT REFERENCES regencies(code), district TEXT, venue TEXT, precision TEXT,
  lat REAL, lon REAL, PRIMARY KEY (entry, number));
CREATE TABLE concerns (
  entry TEXT NOT NULL REFERENCES entries(id), regency TEXT NOT NULL REFERENCES regencies(code),
  PRIMARY KEY (entry, regency));
CREATE TABLE people (slug TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE organisations (slug TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE topics (slug TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE participants (
  entry TEXT NOT NULL REFERENCES entries(id), number INTEGER NOT NULL,
  person TEXT REFERENCES people(slug), organisation TEXT REFERENCES organisations(slug),
  name TEXT, title TEXT, position TEXT, organisation_name TEXT, role TEXT NOT NULL,
  on_behalf_of TEXT, PRIMARY KEY (entry, number));
CREATE TABLE entry_topics (
  entry TEXT NOT NULL REFERENCES entries(id), topic TEXT NOT NULL REFERENCES topics(slug),
  PRIMARY KEY (entry, topic));
CREATE TABLE sources (
  entry TEXT NOT NULL REFERENCES entries(id), number INTEGER NOT NULL, url TEXT,
  publisher TEXT, title TEXT, author TEXT, editor TEXT, published TEXT, accessed TEXT,
  archived TEXT, PRIMARY KEY (entry, number));
CREATE TABLE corrections (
  entry TEXT NOT NULL REFERENCES entries(id), number INTEGER NOT NULL, date TEXT NOT NULL,
  text TEXT NOT NULL, PRIMARY KEY (entry, number));
CREATE TABLE related (
  entry TEXT NOT NULL REFERENCES entries(id), other TEXT NOT NULL REFERENCES entries(id),
  PRIMARY KEY (entry, other));
CREATE INDEX entries_week ON entries(week);
CREATE INDEX entries_regency ON entries(regency);
CREATE INDEX participants_person ON participants(person);
CREATE INDEX participants_organisation ON participants(organisation);
CREATE INDEX entry_topics_topic ON entry_topics(topic);
CREATE VIRTUAL TABLE entries_fts USING fts5(
  title, summary, body, content='entries', tokenize="unicode61 remove_diacritics 2");
"""
ENTRY: Final = [
    "id",
    "uri",
    "url",
    "status",
    "title",
    "summary",
    "published",
    "updated",
    "date",
    "end_date",
    "time",
    "date_precision",
    "week",
    "kind",
    "mode",
    "event_status",
    "regency",
    "part_of",
    "body",
]
VERSION: Final = slice(96, 100)
"""Where the header names the library that wrote the file, which is not part of the data."""

Row = tuple[Any, ...]
Record = Mapping[str, Any]


def write(site: Site, records: Iterable[Mapping[str, object]]) -> bytes:
    """Return the database file."""
    known = list(records)
    with sqlite3.connect(":memory:") as base:
        base.execute("PRAGMA page_size = 4096")
        base.executescript(SCHEMA)
        _geography(base, site)
        _entries(base, known)
        _lists(base, site, known)
        base.execute("INSERT INTO entries_fts(entries_fts) VALUES ('rebuild')")
        base.execute("INSERT INTO entries_fts(entries_fts) VALUES ('optimize')")
        base.commit()
        base.execute("VACUUM")
        data = bytearray(base.serialize())
    base.close()
    data[VERSION] = bytes(4)
    return bytes(data)


def _insert(base: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    listed = list(rows)
    if listed:
        places = ", ".join("?" * len(listed[0]))
        base.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({places})", listed)  # noqa: S608 -- our own table names


def _geography(base: sqlite3.Connection, site: Site) -> None:
    provinces = site.gazetteer.provinces.values()
    _insert(base, "provinces", ((one.code, one.name, one.slug) for one in provinces))
    regencies = site.gazetteer.regencies.values()
    _insert(
        base,
        "regencies",
        ((one.code, one.kind, one.full, one.slug, one.province, one.zone) for one in regencies),
    )


def _entries(base: sqlite3.Connection, records: list[Record]) -> None:
    ids = {one["id"] for one in records}
    rows: list[Row] = []
    for one in records:
        retraction = one["retraction"] or {}
        whole = dict(one) | {"part_of": one["part_of"] if one["part_of"] in ids else None}
        values = [whole[key] for key in ENTRY]
        rows.append((*values, retraction.get("date"), retraction.get("reason")))
    _insert(base, "entries", rows)


def _lists(base: sqlite3.Connection, site: Site, records: list[Record]) -> None:
    ids = {one["id"] for one in records}
    shown = [one for one in records if one["status"] != "retracted"]
    for axis, table in (
        ("person", "people"),
        ("organisation", "organisations"),
        ("topic", "topics"),
    ):
        names: dict[str, str] = {}
        for one in shown:
            names |= site.keys[one["id"]].labels[axis]  # type: ignore[index]  # each is an axis
        _insert(base, table, sorted(names.items()))
    for table, rows in (
        ("places", _numbered(records, "places", _place)),
        ("sources", _numbered(records, "sources", _source)),
        ("corrections", _numbered(records, "corrections", lambda x: (x["date"], x["text"]))),
        ("participants", _numbered(records, "participants", _participant)),
        ("concerns", ((one["id"], code) for one in records for code in one["concerns"])),
        ("entry_topics", ((one["id"], t["slug"]) for one in records for t in one["topics"])),
        ("related", ((one["id"], key) for one in records for key in one["related"] if key in ids)),
    ):
        _insert(base, table, rows)


def _numbered(records: list[Record], key: str, row: Any) -> Iterator[Row]:  # noqa: ANN401 -- a function
    for one in records:
        for number, item in enumerate(one[key], 1):
            yield (one["id"], number, *row(item))


def _place(one: Record) -> Row:
    return tuple(
        one.get(key) for key in ("regency", "district", "venue", "precision", "lat", "lon")
    )


def _source(one: Record) -> Row:
    keys = ("url", "publisher", "title", "author", "editor", "published", "accessed", "archived")
    return tuple(one.get(key) for key in keys)


def _participant(one: Record) -> Row:
    keys = (
        "person",
        "organisation_slug",
        "name",
        "title",
        "position",
        "organisation",
        "role",
        "on_behalf_of",
    )
    return tuple(one.get(key) for key in keys)
