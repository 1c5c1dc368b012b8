"""From a located text to one value: a line, a choice, a number, a day, a regency.

In: a node of one text, and its type. Out: the value, or `MISSING` and a problem.
"""

import datetime as dt
import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from msgspec import Meta

from digest import date, form
from digest.catalogue import MESSAGES
from digest.node import Node, Text
from digest.problem import Fault
from digest.reader import MISSING, Decode, Reader
from digest.regency import Gazetteer, Regency
from digest.yaml import scalar as quoted

_NUMBER = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,15})?", re.ASCII)
_EVER: Final = (-1e15, 1e15)  # of a number without limits
_TRUE, _FALSE = frozenset({"true", "yes", "ya"}), frozenset({"false", "no", "tidak"})
# What editors may type besides the labels that readers see.
_SAID: Final = {
    "rapat": "meeting", "pertemuan": "meeting", "musyawarah": "meeting", "apel": "ceremony",
    "peringatan": "ceremony", "penyuluhan": "outreach", "mou": "signing", "audiensi": "visit",
    "silaturahmi": "visit", "luring": "offline", "hibrida": "mixed", "hybrid": "mixed",
    "selesai": "held", "batal": "cancelled", "tunda": "postponed", "rencana": "planned",
    "narasumber": "speaker", "peserta": "attendee", "panitia": "organizer", "terbit": "published",
}  # fmt: skip
_LONGEST: Final = 100  # characters of a name that is looked up
ALIKE: Final = 0.6
"""How alike names must be to be suggested, of 1."""


def one(hint: object, meta: Meta | None, key: str) -> Decode:
    """Return what reads one text into the type `hint`, within the limits of `meta`."""
    simple: dict[object, Decode] = {
        dt.date: _day, dt.datetime: _moment, dt.time: _time, bool: _flag,
    }  # fmt: skip
    if hint in simple:
        return simple[hint]
    if hint is float:
        low, high = (meta.ge, meta.le) if meta else (None, None)
        return _number(_EVER[0] if low is None else low, _EVER[1] if high is None else high)
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
        mended = f"{line[: node.column - 1].strip()} {quoted(written)}" if variant else ""
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
    return Fault("cut-text", "", {"mended": f"{line[: node.column - 1].strip()} {quoted(whole)}"})


def literal(known: tuple[str, ...], key: str) -> Decode:
    """Return what reads one of a few words, `known`."""

    def decode(node: Node, reader: Reader) -> object:
        value = text(node, reader)
        if value in known or value is None:
            return MISSING if value is None else value
        reader.report(node, _unknown_value(value, known, key))
        return MISSING

    return decode


def _unknown_value(value: str, known: tuple[str, ...], key: str) -> Fault:
    """Explain a value that is none of a few; labels in both languages count as nearly right."""
    names = {said: each for said, each in _SAID.items() if each in known}
    names.update({each: each for each in known})
    for each in known:
        names.update((label.casefold(), each) for label in MESSAGES.get(f"{key}.{each}", ()))
    plain = value.casefold()
    values = {"key": key, "value": value[:60], "known": ", ".join(known)}
    if plain in names:
        return Fault("unknown-value", "meant", {**values, "meant": names[plain]}, fix=names[plain])
    close = get_close_matches(plain, names, 1, ALIKE)
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


_SHOWN: Final = 5
"""How many areas of a province are named to whoever wrote the province."""


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
    elif inside := reader.gazetteer.within(value[:_LONGEST]):
        names = ", ".join(inside[:_SHOWN]) + ", …" * (len(inside) > _SHOWN)
        values = {"value": value[:60], "names": names}
        reader.report(node, Fault("unknown-regency", "province", values))
    else:
        near = _nearest(reader.gazetteer, value[:_LONGEST])
        values = {"value": value[:60], "names": ", ".join(near)}
        reader.report(node, Fault("unknown-regency", "meant" if near else "", values))
    return MISSING
