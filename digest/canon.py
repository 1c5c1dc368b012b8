"""One form for every index: equal records give equal bytes, and a reader loads little of them.

In: a folder that Pagefind has just filled. Out: the same folder. Facets and orders, which Pagefind
lists in the order of a hash that differs each run, are sorted; words stand in shorter files, as a
query needs a few of them; results keep what is shown. What has changed is named by its content.
"""

import json
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import cbor2
import deflate
import msgspec

MAGIC: Final = b"pagefind_dcd"
"""What every file of an index begins with, once decompressed."""
ENTRY: Final = "pagefind-entry.json"
CHUNK: Final = 20_000
"""Bytes of words in one file, before compression; Pagefind's own are about three times as long."""
SHOWN: Final = ("url", "content", "meta")
"""What is kept of a result."""
_CHUNKS, _FILTERS, _SORTS = 2, 3, 4
_SYSTEM: Final = 9
"""The byte of a gzip header that names the operating system."""
_FAST, _SMALL = 9, 12


def canonical(folder: Path) -> None:
    """Rewrite an index in its one form."""
    entry = json.loads((folder / ENTRY).read_text("utf-8"))
    for language in entry["languages"].values():
        place = folder / f"pagefind.{language['hash']}.pf_meta"
        meta = _read(place)
        meta[_CHUNKS] = [part for chunk in meta[_CHUNKS] for part in _shorter(folder, *chunk)]
        meta[_FILTERS] = sorted([name, _filter(folder, old)] for name, old in meta[_FILTERS])
        meta[_SORTS] = sorted(meta[_SORTS])
        place.unlink()
        prefix = language["hash"].partition("_")[0]
        data = _packed(cbor2.dumps(meta), _SMALL)
        language["hash"] = f"{prefix}_{_named(data)}"
        (folder / f"pagefind.{language['hash']}.pf_meta").write_bytes(data)
    for place in folder.glob("fragment/*.pf_fragment"):
        place.write_bytes(_packed(_shown(_unpacked(place)), _FAST))
    for place in folder.glob("wasm.*.pagefind"):
        place.write_bytes(_packed(_unpacked(place), _SMALL))
    entry["languages"] = dict(sorted(entry["languages"].items()))
    (folder / ENTRY).write_text(json.dumps(entry, separators=(",", ":")), "utf-8")


def _shorter(folder: Path, first: str, last: str, old: str) -> Iterator[list[str]]:
    """Write the words of a file to shorter ones; yield the first and last word and name of each."""
    place = folder / "index" / f"{old}.pf_index"
    (words,) = _read(place)
    place.unlink()
    parts = list(_parts(words))
    for number, part in enumerate(parts):
        data = _packed(cbor2.dumps([part]), _FAST)
        name = f"{old.partition('_')[0]}_{_named(data)}"
        (place.parent / f"{name}.pf_index").write_bytes(data)
        begins = part[0][0] if number else first
        ends = part[-1][0] if number < len(parts) - 1 else last
        yield [begins, ends, name]


def _parts(words: list[list[Any]]) -> Iterator[list[list[Any]]]:
    part: list[list[Any]] = []
    size = 0
    for word in words:
        length = len(cbor2.dumps(word))
        if part and size + length > CHUNK:
            yield part
            part, size = [], 0
        part.append(word)
        size += length
    yield part


def _shown(data: bytes) -> bytes:
    found = msgspec.json.decode(data, type=dict[str, Any])
    return msgspec.json.encode({name: found[name] for name in SHOWN})


def _filter(folder: Path, old: str) -> str:
    place = folder / "filter" / f"{old}.pf_filter"
    name, values = _read(place)
    place.unlink()
    data = _packed(cbor2.dumps([name, sorted(values)]), _SMALL)
    new = f"{old.partition('_')[0]}_{_named(data)}"
    (folder / "filter" / f"{new}.pf_filter").write_bytes(data)
    return new


def _named(data: bytes) -> str:
    return sha256(data).hexdigest()[:10]


def _unpacked(place: Path) -> bytes:
    return zlib.decompress(place.read_bytes(), wbits=31).removeprefix(MAGIC)


def _read(place: Path) -> Any:  # noqa: ANN401 -- lists of lists
    return cbor2.loads(_unpacked(place))


def _packed(content: bytes, level: int) -> bytes:
    """Compress with a library that finds the same everywhere; Python's zlib is the system's."""
    data = bytearray(deflate.gzip_compress(MAGIC + content, level))
    data[_SYSTEM] = 255
    return bytes(data)
