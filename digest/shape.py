"""From located text to typed values, by the types of the model; the model is the only definition.

In: a node and a `Struct` type. Out: a value of that type, and a problem with its
place for everything that stands in the way; it never stops at the first.
"""

import types
import typing
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, Final, Literal, TypeGuard

import msgspec
from msgspec import Meta, Struct

from digest import scalar
from digest.node import Fields, Items, Node, Text
from digest.problem import Fault
from digest.reader import MISSING, Decode, Field, Reader
from digest.yaml import scalar as quoted

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
    variant = (key if key == "id" else "entry" if entry else "") + ("-empty" if there else "")
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
    close = (
        [translated] if translated in known else get_close_matches(plain, known, 2, scalar.ALIKE)
    )
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
        return scalar.literal(arguments, key)
    if origin is tuple:
        limit = meta.max_length if meta and meta.max_length else 1000
        inner = arguments[0]
        first = next(iter(fields(inner))) if _is_struct(inner) else ""
        return _items(_decoder(inner, key), limit, key, first)
    if _is_struct(hint):
        return struct(hint)
    return scalar.one(hint, meta, key)


def _is_struct(hint: object) -> TypeGuard[type[Struct]]:
    return isinstance(hint, type) and issubclass(hint, Struct)


def _is_prose(hint: object) -> bool:
    """Tell whether a type is text without a check of its own."""
    kinds = [each for each in (hint, *typing.get_args(hint)) if each is not type(None)]
    metas = [getattr(each, "__metadata__", ()) for each in kinds]
    extra = next((meta[0].extra or {} for meta in metas if meta), {})
    plain = any(each is str or getattr(each, "__origin__", None) is str for each in kinds)
    return plain and not extra.keys() & {"check", "regency", "stamp"}


def _items(decode_one: Decode, limit: int, key: str, first: str = "") -> Decode:
    """Return what reads a list; `first` names the first key of its items, where they have keys."""

    def decode(node: Node, reader: Reader) -> object:
        if type(node) is not Items:
            written = node.value if type(node) is Text else ""
            values, variant = {"key": key, "first": first}, "keys" if first else ""
            if written and not first:
                values, variant = {"key": key, "mended": f"{key}: [{quoted(written)}]"}, "text"
            reader.report(node, Fault("expected-list", variant, values))
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
