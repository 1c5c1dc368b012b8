"""An invented site that says something in every text field there is, and how its files are built.

In: what each field says. Out: the site's folder; the shape of a published file: its elements,
attributes, keys, columns and lines, without any text.
"""

import csv
import gzip
import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import html5lib
from lxml import etree

import small

FIELDS = (
    "title", "summary", "district", "venue", "precision", "name", "rank", "position",
    "organisation", "on_behalf_of", "topic", "publisher", "report", "author", "editor",
    "correction",
)  # fmt: skip
SETTINGS = ("site", "description", "licence", "responsible")
ENTRY = """\
---
id: {id}
title: {title}
published: {published}
date: 2023-11-29
kind: meeting
places:
- regency: Kota Tengah
  district: {district}
  venue: {venue}
  precision: {precision}
  lat: -6.5
  lon: 108.25
participants:
- name: {name}
  title: {rank}
  position: {position}
  organisation: {organisation}
  role: speaker
  on_behalf_of: {on_behalf_of}
topics:
- {topic}
sources:
- url: https://media.example/1
  publisher: {publisher}
  title: {report}
  author: {author}
  editor: {editor}
summary: {summary}
corrections:
- date: 2024-01-20
  text: {correction}
{more}---
{body}
"""
REMARKS = {"retracted": "status: retracted\nretraction:\n  date: 2024-01-21\n  reason: {reason}\n"}
Says = Callable[[str], str]


def quoted(text: str) -> str:
    """Return a text as YAML reads it whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def make(root: Path, says: Says, *, body: str = "Isi.", write: Says = quoted) -> Path:
    """Write a site with an entry, a retracted one, a planned one and names of its own."""
    small.make(root)
    values = {field: write(says(field)) for field in (*FIELDS, "reason", *SETTINGS)}
    (root / "site.yaml").write_text(
        small.SITE.format(title=values["site"])
        .replace("share_images: no\n", "")
        .replace("Peristiwa rekaan.", values["description"])
        .replace("Redaksi Kecil", values["responsible"])
        + f"licence: {values['licence']}\ncontact: redaksi@kecil.example\n",
        "utf-8",
    )
    for number, (name, more) in enumerate(
        (("biasa", ""), ("dicabut", REMARKS["retracted"].format(**values)), ("lama", ""))
    ):
        text = ENTRY.format(
            **values,
            id=f"rekaan-{name}",
            published=f"2024-01-0{number + 1}T08:00:00+07:00",
            more=more,
            body=body,
        )
        (root / "content" / f"{name}.md").write_text(text, "utf-8")
    return root


def shape(path: str, data: bytes) -> object:
    """Return all of a file but its words."""
    name = path.rpartition("/")[2]
    return SHAPES[name if name in SHAPES else name.rpartition(".")[2]](data)


def page(data: bytes) -> object:
    """Return elements, attribute names and comments of a page, as a browser sees them."""
    tree = html5lib.parse(data, treebuilder="lxml", namespaceHTMLElements=False)
    return [*elements(tree.getroot()), *map(keys, blocks(data))]


def blocks(data: bytes) -> Iterator[object]:
    """Yield the data blocks of a page, decoded."""
    tree = html5lib.parse(data, treebuilder="lxml", namespaceHTMLElements=False)
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        yield json.loads(script.text)


def elements(top: "etree._Element") -> Iterator[object]:
    """Yield what stands in a tree, without its text."""
    for each in top.iter():
        kind = each.tag if isinstance(each.tag, str) else each.tag.__name__
        yield (kind, tuple(sorted(map(str, each.attrib))))


def feed(data: bytes) -> object:
    """Return elements and attributes of a feed, and those of the HTML in it."""
    top = etree.fromstring(data)
    found = list(elements(top))
    for each in top.iter("{*}encoded", "{*}description", "{*}content"):
        if each.get("type", "html") == "html":  # what readers take for HTML
            inner = html5lib.parse(each.text or "", "lxml", namespaceHTMLElements=False)
            found += elements(inner.getroot())
    return found


def keys(value: object) -> object:
    """Return the keys and lengths of JSON, without its values."""
    if isinstance(value, dict):
        return {key: keys(each) for key, each in value.items()}
    return [keys(each) for each in value] if isinstance(value, list) else type(value).__name__


def calendar(data: bytes) -> object:
    """Return the names of properties and parameters, line by line."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    assert not any("\n" in line or "\r" in line for line in lines)
    return [line.partition(":")[0].partition("=")[0] for line in lines]


def table(data: bytes) -> object:
    """Return how many cells each row of a CSV has."""
    return [len(row) for row in csv.reader(io.StringIO(data.decode(), newline=""))]


def database(data: bytes) -> object:
    """Return how many rows each table has."""
    base = sqlite3.connect(":memory:")
    base.deserialize(data)
    names = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    counts = {
        name: base.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608 our names
        for (name,) in names
        if "fts" not in name
    }
    base.close()
    return counts


def fragment(data: bytes) -> object:
    """Return the keys of what a search result shows."""
    return keys(json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd")))


SHAPES: dict[str, Callable[[bytes], object]] = {
    "html": page,
    "xml": feed,
    "opml": feed,
    "json": lambda data: keys(json.loads(data)),
    "webmanifest": lambda data: keys(json.loads(data)),
    "jsonl": lambda data: [keys(json.loads(line)) for line in data.decode().split("\n")[:-1]],
    "ics": calendar,
    "csv": table,
    "db": database,
    "pf_fragment": fragment,
    "txt": lambda data: data,
    "css": lambda data: data,
    "js": lambda data: data,
    "svg": lambda data: data,
    "_headers": lambda data: data,
    ".nojekyll": lambda data: data,
    "SHA256SUMS": lambda data: data.count(b"\n"),
    "png": lambda data: data[:24],  # its signature and size
}
