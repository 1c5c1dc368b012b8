"""From located text to typed values, by the types of the model; the model is the only definition.

In: a node of `frontmatter` and a `Struct` type. Out: a value of that type, and a problem with its
place for everything that stands in the way; it never stops at the first.
"""

import datetime as dt
import re
import types
import typing
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any, Final, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from digest import date, form
from digest.catalogue import MESSAGES
from digest.frontmatter import Document, Fields, Items, Node, Text
from digest.problem import Fault, Problem, Severity, Span
from digest.regency import Gazetteer, Regency
from digest.yaml import scalar


class _Missing:
    """Stands where no value could be read."""


MISSING: Final = _Missing()
Decode: TypeAlias = "Callable[[Node, Reader], object]"

_NUMBER = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,15})?", re.ASCII)
_TRUE, _FALSE = frozenset({"true", "yes", "ya"}), frozenset({"false", "no", "tidak"})
_LONGEST: Final = 100  # characters of a name that is looked up
_ALIKE: Final = 0.6  # how alike names must be to be suggested, of 1
# What an editor who thinks in Indonesian may type for a key.
_TRANSLATED: Final = {
    "judul": "title", "tanggal": "date", "ringkasan": "summary", "terbit": "published",
    "diterbitkan": "published", "diperbarui": "updated", "tempat": "places", "lokasi": "places",
    "topik": "topics", "sumber": "sources", "peserta": "participants", "jenis": "kind",
    "kabupaten": "regency", "kota": "regency", "wilayah": "regency", "kecamatan": "district",
    "nama": "name", "jabatan": "position", "lembaga": "organisation", "organisasi": "organisation",
    "organization": "organisation", "peran": "role", "penerbit": "publisher", "penulis": "author",
    "pukul": "time", "jam": "time", "waktu": "time", "koreksi": "corrections",
    "ralat": "corrections",
    "alasan": "reason", "alamat": "url", "link": "url", "bahasa": "language", "lisensi": "licence",
    "license": "licence", "kontak": "contact", "keterangan": "description", "latitude": "lat",
    "longitude": "lon", "pangkat": "title", "tags": "topics", "place": "places", "topic": "topics",
    "source": "sources", "participant": "participants", "isi": "body",
}  # fmt: skip


class Reader:
    """Collects the problems of one document and knows what its texts are read against."""

    def __init__(
        self, path: str, document: Document, zone: str, gazetteer: Gazetteer | None = None
    ) -> None:
        """Start without problems."""
        self.path, self.document, self.zone, self.gazetteer = path, document, zone, gazetteer
        self.problems: list[Problem] = []
        self.zones: list[tuple[Text, str]] = []
        """Clock times that were typed with a zone."""

    def span(self, node: Node) -> Span:
        """Return where a node stands, on its first line."""
        line, column = self.document.lines[node.line], node.column
        length = node.length if type(node) is Text else 0
        if node.line in self.document.mended and type(node) is Text and node.style:
            length = max(1, length - 2)
        column = min(column, len(line) + 1)
        rest = len(line.rstrip()) - column + 1
        return Span(self.path, node.line, column, max(1, min(length or rest, rest)), line)

    def report(self, node: Node, fault: Fault, severity: Severity = "error") -> None:
        """Take down what is wrong with a node."""
        span = self.span(node)
        fix = fault.fix if type(node) is Text and node.length and not node.style else None
        self.problems.append(
            Problem(span, fault.code, fault.values, severity, fix, variant=fault.variant)
        )


class Field(Struct, frozen=True):
    """How one key of a mapping is read."""

    name: str
    """The attribute of the value."""
    decode: Decode
    """Reads the node behind the key."""
    required: bool
    """Whether the type has no default for it."""
    prose: bool = False
    """Whether it is free text, of which a comment sign would cut off the end."""


@cache
def fields(struct: type[Struct], leave: frozenset[str] = frozenset()) -> Mapping[str, Field]:
    """Return how to read each key of `struct`, those in `leave` left out."""
    hints = typing.get_type_hints(struct, include_extras=True)
    return {
        each.encode_name: Field(
            each.name,
            _decoder(hints[each.name], each.encode_name),
            required=each.required,
            prose=_is_prose(hints[each.name]),
        )
        for each in msgspec.structs.fields(struct)
        if each.name not in leave
    }


def read(node: Fields, known: Mapping[str, Field], reader: Reader) -> dict[str, Any]:
    """Return the values of a mapping by attribute; a key that could not be read is `MISSING`."""
    values: dict[str, Any] = {}
    for key, child in node.entries:
        field = known.get(key.value)
        if field is None:
            reader.report(key, _unknown_key(key.value, known))
        elif type(child) is not Text or child.value.strip() or (child.cut and field.prose):
            values[field.name] = field.decode(child, reader)
    return values


def missing(node: Fields, key: str, reader: Reader, *, entry: bool = False) -> None:
    """Report that a key is not there, or has nothing behind it; `entry` if a draft may lack it."""
    if reader.document.damaged:
        return
    there = next((each for each, _ in node.entries if each.value == key), None)
    first = node.entries[0][0] if node.entries else node
    variant = ("entry" if entry else "") + ("-empty" if there else "")
    reader.report(there or first, Fault("missing-key", variant.strip("-"), {"key": key}))


def struct(kind: type[Struct]) -> Decode:
    """Return what reads a mapping into `kind`."""
    known = fields(kind)
    needed = [(key, field.name) for key, field in known.items() if field.required]

    def decode(node: Node, reader: Reader) -> object:
        if type(node) is not Fields:
            reader.report(node, Fault("expected-mapping", "", {"keys": ", ".join(known)}))
            return MISSING
        values = read(node, known, reader)
        for key, name in needed:
            if name not in values:
                missing(node, key, reader)
                values[name] = MISSING
        return MISSING if MISSING in values.values() else kind(**values)

    return decode


def _unknown_key(key: str, known: Mapping[str, Field]) -> Fault:
    plain = key.casefold().strip().replace("-", "_").replace(" ", "_")
    if plain in known:
        return Fault("unknown-key", "meant", {"key": key, "meant": plain}, fix=plain)
    translated = _TRANSLATED.get(plain, "")
    close = [translated] if translated in known else get_close_matches(plain, known, 2, _ALIKE)
    if close:
        return Fault("unknown-key", "meant", {"key": key, "meant": ", ".join(close)})
    return Fault("unknown-key", "", {"key": key[:60], "keys": ", ".join(known)})


def _decoder(hint: object, key: str) -> Decode:
    """Return what reads a node into the type `hint`."""
    meta: Meta | None = None
    if typing.get_origin(hint) is typing.Annotated:
        hint, meta = typing.get_args(hint)[:2]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        kinds = [each for each in arguments if each is not type(None)]
        return _decoder(kinds[0], key)
    if origin is Literal:
        return _literal(arguments, key)
    if origin is tuple:
        limit = meta.max_length if meta and meta.max_length else 1000
        return _items(_decoder(arguments[0], key), limit, key)
    if isinstance(hint, type) and issubclass(hint, Struct):
        return struct(hint)
    return _scalar(hint, meta, key)


def _is_prose(hint: object) -> bool:
    """Tell whether a type is text without a check of its own."""
    kinds = [each for each in (hint, *typing.get_args(hint)) if each is not type(None)]
    metas = [getattr(each, "__metadata__", ()) for each in kinds]
    extra = next((meta[0].extra or {} for meta in metas if meta), {})
    plain = any(each is str or getattr(each, "__origin__", None) is str for each in kinds)
    return plain and not extra.get("check") and not extra.get("regency")


def _scalar(hint: object, meta: Meta | None, key: str) -> Decode:
    simple: dict[object, Decode] = {
        dt.date: _day, dt.datetime: _moment, dt.time: _time, bool: _flag,
    }  # fmt: skip
    if hint in simple:
        return simple[hint]
    if hint is float:
        low, high = (meta.ge, meta.le) if meta else (None, None)
        return _number(float(low or -180), float(high or 180))
    extra = (meta.extra or {}) if meta else {}
    if extra.get("regency"):
        return _regency
    if extra.get("stamp"):
        return _stamp
    limit = meta.max_length if meta and meta.max_length else 200
    return _line(limit, key, extra.get("check"), name=bool(extra.get("name")))


def text(node: Node, reader: Reader) -> str | None:
    """Return the text of a node on one line, or report why it is none."""
    if type(node) is not Text:
        line = reader.document.lines[node.line]
        written = line[node.column - 1 :].strip()
        variant = "flow" if written[:1] in ("[", "{") else ""
        mended = f"{line[: node.column - 1].strip()} {scalar(written)}" if variant else ""
        reader.report(node, Fault("expected-text", variant, {"mended": mended}))
        return None
    return " ".join(node.value.split()) if _spaced(node.value) else node.value


def _spaced(value: str) -> bool:
    """Tell whether a text has line breaks, tabs or blanks around it."""
    return "\n" in value or "\t" in value or value[:1] == " " or value[-1:] == " "


def _line(limit: int, key: str, check: form.Check | None, *, name: bool) -> Decode:
    def decode(node: Node, reader: Reader) -> object:
        value: str | None
        if type(node) is Text and node.length and not node.style and "\t" not in node.value:
            value = node.value  # as nearly all are
        elif (value := text(node, reader)) is None:
            return MISSING
        fault = check(value) if check else None
        if type(node) is Text and node.cut and not check:
            fault = _cut(node, reader)
        elif len(value) > limit:
            values = {"key": key, "size": str(len(value)), "limit": str(limit)}
            fault = Fault("too-long", "", values)
        if fault:
            reader.report(node, fault)
            return MISSING
        if not value.isascii():
            _warn(node, value, reader, name=name)
        return value

    return decode


def _warn(node: Node, value: str, reader: Reader, *, name: bool) -> None:
    """Warn of letters that only look like those around them, in a name or a host."""
    host = "" if name else form.host(value)
    odd = form.mixed(value if name else host)
    if odd:
        values = {
            "value": value,
            "letters": ", ".join(odd),
            "punycode": form.punycode(host or value),
        }
        reader.report(node, Fault("mixed-script", "host" if host else "", values), "warning")


def _cut(node: Text, reader: Reader) -> Fault:
    """Explain a text that ends at a hash, since YAML takes the rest for a comment."""
    line = reader.document.lines[node.line]
    whole = line[node.column - 1 :].strip()
    if "#" not in whole:
        return Fault("cut-text", "lines")
    return Fault("cut-text", "", {"mended": f"{line[: node.column - 1].strip()} {scalar(whole)}"})


def _items(decode_one: Decode, limit: int, key: str) -> Decode:
    def decode(node: Node, reader: Reader) -> object:
        if type(node) is not Items:
            written = node.value if type(node) is Text else ""
            values = (
                {"key": key, "mended": f"{key}: [{scalar(written)}]"} if written else {"key": key}
            )
            reader.report(node, Fault("expected-list", "text" if written else "", values))
            return MISSING
        if len(node.items) > limit:
            values = {"key": key, "size": str(len(node.items)), "limit": str(limit)}
            reader.report(node, Fault("too-many", "", values))
            return MISSING
        found = [_item(each, decode_one, reader) for each in node.items]
        if MISSING in found:
            return MISSING
        if type(found[0] if found else None) is str and len(set(found)) < len(found):
            _report_repeated(node, found, reader)
        return tuple(found)

    return decode


def _report_repeated(node: Items, found: list[object], reader: Reader) -> None:
    """Report each item of a list of texts that stands in it before."""
    for index, (item, value) in enumerate(zip(node.items, found, strict=False)):
        if value in found[:index]:
            reader.report(item, Fault("repeated-item", "", {"value": str(value)}))


def _item(node: Node, decode_one: Decode, reader: Reader) -> object:
    if type(node) is Text and not node.value.strip() and not node.cut:
        reader.report(node, Fault("empty-item"))
        return MISSING
    return decode_one(node, reader)


def _literal(known: tuple[str, ...], key: str) -> Decode:
    def decode(node: Node, reader: Reader) -> object:
        value = text(node, reader)
        if value in known or value is None:
            return MISSING if value is None else value
        reader.report(node, _unknown_value(value, known, key))
        return MISSING

    return decode


def _unknown_value(value: str, known: tuple[str, ...], key: str) -> Fault:
    """Explain a value that is none of a few; labels in both languages count as nearly right."""
    names = {each: each for each in known}
    for each in known:
        names.update((label.casefold(), each) for label in MESSAGES.get(f"{key}.{each}", ()))
    plain = value.casefold()
    values = {"key": key, "value": value[:60], "known": ", ".join(known)}
    if plain in names:
        return Fault("unknown-value", "meant", {**values, "meant": names[plain]}, fix=names[plain])
    close = get_close_matches(plain, names, 1, _ALIKE)
    if close:
        return Fault("unknown-value", "meant", {**values, "meant": names[close[0]]})
    return Fault("unknown-value", "", values)


def _number(low: float, high: float) -> Decode:
    values = {"low": f"{low:g}", "high": f"{high:g}"}

    def decode(node: Node, reader: Reader) -> object:
        value = text(node, reader)
        if value is None:
            return MISSING
        if _NUMBER.fullmatch(value) and low <= float(value) <= high:
            return float(value)
        meant = value.replace(",", ".", 1)
        if "," in value and _NUMBER.fullmatch(meant) and low <= float(meant) <= high:
            fault = Fault("bad-number", "comma", {"value": value, "meant": meant}, fix=meant)
        else:
            fault = Fault("bad-number", "", {"value": value[:60], **values})
        reader.report(node, fault)
        return MISSING

    return decode


def _flag(node: Node, reader: Reader) -> object:
    value = text(node, reader)
    if value is None:
        return MISSING
    if value.casefold() in _TRUE or value.casefold() in _FALSE:
        return value.casefold() in _TRUE
    reader.report(node, Fault("bad-flag", "", {"value": value[:60]}))
    return MISSING


def _checked(found: object, node: Node, reader: Reader) -> object:
    """Return what was found, unless it is a fault."""
    if type(found) is Fault:
        reader.report(node, found)
        return MISSING
    return found


def _day(node: Node, reader: Reader) -> object:
    value = text(node, reader)
    return MISSING if value is None else _checked(date.day(value), node, reader)


def _moment(node: Node, reader: Reader) -> object:
    value = text(node, reader)
    return MISSING if value is None else _checked(date.moment(value, reader.zone), node, reader)


def _stamp(node: Node, reader: Reader) -> object:
    """Read a moment or, where no time is typed, a day; give it in ISO 8601."""
    value = text(node, reader)
    if value is None:
        return MISSING
    found: dt.date | Fault = date.day(value)
    if type(found) is Fault and found.code == "bad-date" and not found.variant:
        moment = date.moment(value, reader.zone)
        if type(moment) is not Fault or moment.code != "bad-moment":
            found = moment
    return _checked(found if isinstance(found, Fault) else date.iso(found), node, reader)


def _time(node: Node, reader: Reader) -> object:
    value = text(node, reader)
    found = MISSING if value is None else _checked(date.time(value), node, reader)
    if type(found) is not tuple:
        return MISSING
    clock, zone = found
    if zone and type(node) is Text:
        reader.zones.append((node, zone))
    return clock


@lru_cache(maxsize=4096)
def _find(gazetteer: Gazetteer, value: str) -> tuple[Regency, ...]:
    """Find a regency; the same names come again and again."""
    return gazetteer.find(value)


@lru_cache(maxsize=256)
def _nearest(gazetteer: Gazetteer, value: str) -> tuple[str, ...]:
    """Name the likeliest regencies; a mistake that is in one entry is often in many."""
    return gazetteer.nearest(value)


def _regency(node: Node, reader: Reader) -> object:
    value = text(node, reader)
    if value is None or reader.gazetteer is None:
        return MISSING if value is None else value
    found = _find(reader.gazetteer, value) if len(value) <= _LONGEST else ()
    if len(found) == 1:
        return found[0].code
    if found:
        names = ", ".join(f"{each.full} ({each.code})" for each in found)
        reader.report(node, Fault("ambiguous-regency", "", {"value": value[:60], "names": names}))
    else:
        near = _nearest(reader.gazetteer, value[:_LONGEST])
        values = {"value": value[:60], "names": ", ".join(near)}
        reader.report(node, Fault("unknown-regency", "meant" if near else "", values))
    return MISSING
