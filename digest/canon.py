"""One form for every index: equal records give equal bytes, and a reader loads little of them.

In: the files that Pagefind has made. Out: files. Facets and orders, which Pagefind lists in the
order of a hash that differs each run, are sorted; words stand in shorter files, as a query needs a
few of them; results keep what is shown. What has changed is named by its content.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, Final

import cbor2
import deflate
import msgspec

MAGIC: Final = b"pagefind_dcd"
"""What every file of an index begins with, once decompressed."""
ENTRY: Final = "pagefind-entry.json"
CHUNK: Final = 20_000
"""Bytes of words in one file, before compression; Pagefind's own are about three times as long."""
_CHUNKS, _FILTERS, _SORTS = 2, 3, 4
_SYSTEM: Final = 9
"""The byte of a gzip header that names the operating system."""
_FAST, _SMALL = 9, 12
_TEXT, _LIST, _LONG = 3, 4, 24
"""CBOR: two kinds of item, and the number from which on it stands in bytes of its own."""


class Shown(msgspec.Struct, frozen=True):
    """What is kept of a result."""

    url: str
    """The path of its page below the root."""
    content: str
    """Its words."""
    meta: dict[str, str]
    """What is shown besides."""


def canonical(made: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index in their one form."""
    kept: dict[str, bytes] = {}
    entry = json.loads(made[ENTRY])
    for language in entry["languages"].values():
        prefix = language["hash"].partition("_")[0]
        meta = _read(made[f"pagefind.{language['hash']}.pf_meta"])
        meta[_CHUNKS] = [part for chunk in meta[_CHUNKS] for part in _shorter(made, kept, *chunk)]
        meta[_FILTERS] = sorted([name, _filter(made, kept, old)] for name, old in meta[_FILTERS])
        meta[_SORTS] = sorted(meta[_SORTS])
        data = _packed(cbor2.dumps(meta), _SMALL)
        language["hash"] = f"{prefix}_{_named(data)}"
        kept[f"pagefind.{language['hash']}.pf_meta"] = data
    for name, data in made.items():
        if name.startswith("fragment/"):
            shown = msgspec.json.decode(_unpacked(data), type=Shown)
            kept[name] = _packed(msgspec.json.encode(shown), _FAST)
        elif name.startswith("wasm."):
            kept[name] = _packed(_unpacked(data), _SMALL)
    entry["languages"] = dict(sorted(entry["languages"].items()))
    kept[ENTRY] = json.dumps(entry, separators=(",", ":")).encode()
    return kept


def _shorter(
    made: Mapping[str, bytes], kept: dict[str, bytes], first: str, last: str, old: str
) -> Iterator[list[str]]:
    """Keep the words of a file in shorter ones; yield first word, last word and name of each."""
    parts = list(_parts(_unpacked(made[f"index/{old}.pf_index"])))
    for number, words in enumerate(parts):
        data = _packed(_listed([_listed(words)]), _FAST)
        name = f"{old.partition('_')[0]}_{_named(data)}"
        kept[f"index/{name}.pf_index"] = data
        begins = _word(words[0]) if number else first
        yield [begins, _word(words[-1]) if number < len(parts) - 1 else last, name]


def _parts(data: bytes) -> Iterator[list[bytes]]:
    """Yield the words of a file, still coded, in lists of about `CHUNK` bytes."""
    _, _, place = _head(data, 0)
    _, count, place = _head(data, place)
    words: list[bytes] = []
    size = 0
    for _ in range(count):
        end = _end(data, place)
        if words and size + end - place > CHUNK:
            yield words
            words, size = [], 0
        words.append(data[place:end])
        size += end - place
        place = end
    yield words


def _word(coded: bytes) -> str:
    """Return the word of a list that begins with it."""
    _, _, place = _head(coded, 0)
    _, length, place = _head(coded, place)
    return coded[place : place + length].decode()


def _head(data: bytes, place: int) -> tuple[int, int, int]:
    """Return the kind of a CBOR item, its number, and where what follows begins."""
    kind, number = data[place] >> 5, data[place] & 31
    place += 1
    if number < _LONG:
        return kind, number, place
    size = 1 << (number - _LONG)
    return kind, int.from_bytes(data[place : place + size], "big"), place + size


def _end(data: bytes, place: int) -> int:
    """Return where a CBOR item ends; `_head` stands here again, as calling it doubles the time."""
    items = 1
    while items:
        kind, number = data[place] >> 5, data[place] & 31
        place += 1
        items -= 1
        if number >= _LONG:
            size = 1 << (number - _LONG)
            number = int.from_bytes(data[place : place + size], "big")
            place += size
        if kind == _LIST:
            items += number
        elif kind == _TEXT:
            place += number
    return place


def _listed(coded: list[bytes]) -> bytes:
    """Return the CBOR of a list whose members are coded already."""
    head = bytearray(cbor2.dumps(len(coded)))
    head[0] |= _LIST << 5
    return bytes(head) + b"".join(coded)


def _filter(made: Mapping[str, bytes], kept: dict[str, bytes], old: str) -> str:
    name, values = _read(made[f"filter/{old}.pf_filter"])
    data = _packed(cbor2.dumps([name, sorted(values)]), _SMALL)
    new = f"{old.partition('_')[0]}_{_named(data)}"
    kept[f"filter/{new}.pf_filter"] = data
    return new


def _named(data: bytes) -> str:
    return sha256(data).hexdigest()[:10]


def _unpacked(data: bytes) -> bytes:
    return zlib.decompress(data, wbits=31).removeprefix(MAGIC)


def _read(data: bytes) -> Any:  # noqa: ANN401 -- lists of lists
    return cbor2.loads(_unpacked(data))


def _packed(content: bytes, level: int) -> bytes:
    """Compress with a library that finds the same everywhere; Python's zlib is the system's."""
    data = bytearray(deflate.gzip_compress(MAGIC + content, level))
    data[_SYSTEM] = 255
    return bytes(data)
