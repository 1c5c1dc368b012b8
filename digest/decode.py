"""From the bytes of a file to entries: the model applied, and the rules between its fields.

In: a path and bytes, the gazetteer and the settings. Out: `Entry` values, and every problem of the
file with its place. A file with an error gives no entry for the mapping the error is in.
"""

import datetime as dt
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, Final

from msgspec import Struct

from digest import date, form, markdown, shape, slug
from digest.config import Config
from digest.entry import COMPLETE, DERIVED, REQUIRED, Entry
from digest.frontmatter import BODY, Document, parse
from digest.node import Fields, Items, Node, Text
from digest.problem import Fault, Problem, Span
from digest.reader import MISSING, Field, Reader
from digest.regency import Gazetteer

_BASE: Final = dict(shape.fields(Entry, DERIVED | {"body"}))
_NEEDED: Final = {
    "published": REQUIRED,
    "retracted": (*REQUIRED, "retraction"),
    "merged": ("id", "title", "merged_into"),
    "draft": ("id",),
}
"""What an entry must have, by its status."""
_TELLING: Final = {
    "places": ("regency", "district", "venue", "lat"),
    "sources": ("url", "publisher", "title"),
}
"""What every item of a list must have one of."""
_SOON: Final = 60  # days after the event in which most entries are published
_POINTED: Final = ("related", "aliases", "concerns", "topics", "places")
"""Lists whose items other entries or files may disagree with; their places are kept."""


class Source(Struct, frozen=True):
    """What every entry of one file has in common."""

    path: str
    stem: str
    gazetteer: Gazetteer
    config: Config


def entries(
    path: str, data: bytes, gazetteer: Gazetteer, config: Config
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Read the entries of an `.md` or `.yaml` file, and every problem of it. Never raise."""
    stem, _, suffix = path.rpartition("/")[2].rpartition(".")
    stem = unicodedata.normalize("NFC", stem)
    documents, problems = parse(path, data, "md" if suffix == "md" else "yaml")
    source = Source(path, stem, gazetteer, config)
    found: list[Entry] = []
    collected = list(problems)
    if fault := slug.check(stem):
        collected.append(Problem(Span(path, 0), fault.code, fault.values, variant=fault.variant))
    if not documents and not problems:
        collected.append(Problem(Span(path, 0), "empty-file"))
    broken = any(each.severity == "error" for each in collected)
    for index, document in enumerate(documents):
        following = documents[index + 1].fields.line if index + 1 < len(documents) else None
        entry, more = _entry(source, document, following)
        collected += more
        if entry is not None and not broken:
            found.append(entry)
    return tuple(found), tuple(collected)


def _entry(
    source: Source, document: Document, following: int | None
) -> tuple[Entry | None, list[Problem]]:
    reader = Reader(source.path, document, source.config.timezone, source.gazetteer)
    node = document.fields
    in_yaml = not source.path.endswith(".md")
    known = _WITH_BODY if in_yaml else _BASE
    values = shape.read(node, known, reader)
    nodes = {key.value: child for key, child in node.entries}
    _require(node, values, reader)
    _require_one(values, nodes, reader)
    for place, fault in _rules(values, nodes):
        reader.report(place, fault)
    for place, fault in _styled(values, nodes):
        reader.report(place, fault, "warning")
    _check_zone(values, reader)
    body: Any = document.body
    line = document.body_line
    if in_yaml:
        body, line = values.pop("body", ""), _body_line(nodes.get("body"))
    problems = reader.problems
    if body and body is not MISSING:
        problems += markdown.problems(body, source.path, line)
    if any(each.severity == "error" for each in problems) or MISSING in values.values():
        return None, problems
    stem = f"{source.stem}-{values['id']}" if document.listed else source.stem
    if document.listed and (unsafe := slug.check(stem)):
        reader.report(node, unsafe)
        return None, problems
    values.setdefault("title", stem)
    hashed = _hash(source, document, following)
    lines = {**_lines(node), "body": (line, 1)}
    return Entry(
        slug=stem, path=source.path, digest=hashed, body=body, lines=lines, **values
    ), problems


def _body(node: Node, reader: Reader) -> object:
    """Read the body of an entry in a `.yaml` file, every line as typed."""
    if type(node) is not Text:
        reader.report(node, Fault("expected-text"))
        return MISSING
    size = len(node.value.encode())
    if size > BODY:
        reader.report(node, Fault("too-large", "body", {"size": str(size), "limit": str(BODY)}))
        return MISSING
    return node.value


_WITH_BODY: Final = {**_BASE, "body": Field("body", _body, required=False, prose=True)}


def _body_line(node: Node | None) -> int:
    """Return the line on which a body in YAML starts."""
    if type(node) is not Text:
        return 1
    return node.line + 1 if node.style in ("|", ">") else node.line


def _hash(source: Source, document: Document, following: int | None) -> str:
    """Hash all that an entry is decoded from: of a list, its own lines and where they start."""
    node, text = document.fields, document.lines.text
    if document.listed:
        text = document.lines.between(node.line, following)
    known = f"{source.path}\0{source.config.timezone}\0{node.line}\0"
    return blake2b(f"{known}{text}".encode("utf-8", "replace"), digest_size=16).hexdigest()


def _lines(node: Fields) -> dict[str, tuple[int, int]]:
    """Return where keys stand, and (as `related.0`) items that point to something else."""
    found = {key.value: (key.line, key.column) for key, _ in node.entries}
    for key, child in node.entries:
        if key.value in _POINTED and type(child) is Items:
            for index, item in enumerate(child.items):
                found[f"{key.value}.{index}"] = (item.line, item.column)
    return found


def _require(node: Fields, values: dict[str, Any], reader: Reader) -> None:
    """Report what an entry of this status lacks."""
    status = values.get("status", "published")
    for key in _NEEDED.get(status, ("id",)):
        if key not in values:
            shape.missing(node, key, reader, entry=key in REQUIRED[1:])
            values[key] = MISSING
    if status != "merged":
        for key, name in (("places", "place"), ("topics", "topic"), ("sources", "source")):
            if values.get(key) == () and status != "draft":
                there = next(child for each, child in node.entries if each.value == key)
                reader.report(there, Fault("empty-list", "", {"key": key, "name": name}))


def _require_one(values: dict[str, Any], nodes: dict[str, Node], reader: Reader) -> None:
    """Report lists of which no item says all that an entry needs, and items that say nothing."""
    finished = values.get("status", "published") in ("published", "retracted")
    for name, keys in COMPLETE.items():
        found, node = values.get(name), nodes.get(name)
        if not found or type(found) is not tuple or type(node) is not Items:
            continue
        for each, item in zip(found, node.items, strict=True):
            if type(item) is Fields and not any(getattr(each, key) for key in _TELLING[name]):
                shape.missing(item, keys[0], reader)
                finished = False
        first = node.items[0]
        if (
            finished
            and type(first) is Fields
            and not any(all(getattr(each, key) for key in keys) for each in found)
        ):
            lacking = next(key for key in keys if not getattr(found[0], key))
            shape.missing(first, lacking, reader, entry=True)


def _rules(values: dict[str, Any], nodes: dict[str, Node]) -> Iterator[tuple[Node, Fault]]:
    """Give what fields say against each other, each with the node to show."""
    good = values
    if MISSING in values.values():
        good = {key: value for key, value in values.items() if value is not MISSING}
    yield from _status_rules(good, nodes)
    yield from _date_rules(good, nodes)
    yield from _part_rules(good, nodes)


def _status_rules(good: dict[str, Any], nodes: dict[str, Node]) -> Iterator[tuple[Node, Fault]]:
    status = good.get("status", "published")
    for key, wanted in (("retraction", "retracted"), ("merged_into", "merged")):
        if key in good and status not in (wanted, "draft"):
            yield nodes[key], Fault("status-mismatch", "", {"key": key, "status": wanted})
    for key in ("merged_into", "part_of"):
        if key in good and good[key] == good.get("id"):
            yield nodes[key], Fault("self-reference", "", {"key": key})
    if good.get("id") in good.get("related", ()):
        yield nodes["related"], Fault("self-reference", "", {"key": "related"})


def _date_rules(good: dict[str, Any], nodes: dict[str, Node]) -> Iterator[tuple[Node, Fault]]:
    day: dt.date | None = good.get("date")
    end: dt.date | None = good.get("end_date")
    published: dt.datetime | None = good.get("published")
    if day and end and end < day:
        values = {"date": day.isoformat(), "end": end.isoformat()}
        yield nodes["end_date"], Fault("end-before-start", "", values)
    held = good.get("event_status", "held") == "held" and good.get("date_precision", "day") == "day"
    if published and day and held and day > published.date():
        yield nodes["date"], _too_late(nodes["date"], day, published)
    if published and (updated := good.get("updated")) and updated < published:
        values = {"updated": date.iso(updated), "published": date.iso(published)}
        yield nodes["updated"], Fault("updated-before-published", "", values)
    if published:
        yield from _order_rules(good, nodes, published)


def _order_rules(
    good: dict[str, Any], nodes: dict[str, Node], published: dt.datetime
) -> Iterator[tuple[Node, Fault]]:
    """Corrections and retractions come after what they correct, in their own order."""
    before = published.date()
    corrections = nodes.get("corrections")
    for index, each in enumerate(good.get("corrections", ())):
        if each.date < before and type(corrections) is Items:
            values = {"date": each.date.isoformat(), "before": before.isoformat()}
            yield corrections.items[index], Fault("correction-order", "", values)
        before = max(before, each.date)
    retraction = good.get("retraction")
    if retraction and retraction.date < published.date():
        values = {"date": retraction.date.isoformat(), "before": published.date().isoformat()}
        yield nodes["retraction"], Fault("correction-order", "", values)


def _too_late(node: Node, day: dt.date, published: dt.datetime) -> Fault:
    """Explain an event that was held after it was reported, and guess which day is meant."""
    typed = node.value if type(node) is Text else ""
    values = {"date": day.isoformat(), "published": published.date().isoformat()}
    meant = [each for each in date.readings(typed) if each <= published.date()]
    year_before = _year_before(day)
    if not meant and year_before and 0 <= (published.date() - year_before).days < _SOON:
        meant = [year_before]
    if meant:
        return Fault("date-after-published", "meant", {**values, "meant": meant[0].isoformat()})
    return Fault("date-after-published", "", values)


def _year_before(day: dt.date) -> dt.date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return None


def _styled(values: dict[str, Any], nodes: dict[str, Node]) -> Iterator[tuple[Node, Fault]]:
    """Give the names that hold a rank or a degree: their bearer would have a second page."""
    people, participants = values.get("participants", ()), nodes.get("participants")
    if people is MISSING or type(participants) is not Items:
        return
    for each, item in zip(people, participants.items, strict=True):
        if each.name and (parts := form.styled(each.name)) and type(item) is Fields:
            node = next(child for key, child in item.entries if key.value == "name")
            values = {"value": each.name, "title": parts[0], "name": parts[1]}
            yield node, Fault("styled-name", "" if parts[0] else "degree", values)


def _part_rules(good: dict[str, Any], nodes: dict[str, Node]) -> Iterator[tuple[Node, Fault]]:
    participants, places = nodes.get("participants"), nodes.get("places")
    for index, each in enumerate(good.get("participants", ())):
        if each.name is None and each.organisation is None and type(participants) is Items:
            yield participants.items[index], Fault("nameless-participant")
    for index, each in enumerate(good.get("places", ())):
        if (each.lat is None) != (each.lon is None) and type(places) is Items:
            there = "lat" if each.lon is None else "lon"
            other = {"lat": "lon", "lon": "lat"}[there]
            yield places.items[index], Fault("half-coordinates", "", {"key": there, "other": other})


def _check_zone(values: dict[str, Any], reader: Reader) -> None:
    """Report a clock time typed with another zone than that of the entry's regency."""
    places = values.get("places")
    if not reader.zones or not places or places is MISSING or reader.gazetteer is None:
        return
    own = next((place.regency for place in places if place.regency), "")
    regency = reader.gazetteer.regencies.get(own)
    for node, zone in reader.zones:
        if regency and regency.zone and zone != regency.zone:
            found = {"value": node.value, "zone": regency.zone, "name": regency.full}
            reader.report(node, Fault("other-zone", "", found))
