"""One form for every index: Pagefind lists facets in the order of a hash that differs each run.

In: a folder that Pagefind has just filled. Out: the same folder, its facets and orders sorted and
the files that hold them named by their new content, so that equal records give equal bytes.
"""

import json
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import cbor2

MAGIC: Final = b"pagefind_dcd"
"""What every file of an index begins with, once decompressed."""
ENTRY: Final = "pagefind-entry.json"
_FILTERS, _SORTS = 3, 4
_SYSTEM: Final = 9
"""The byte of a gzip header that names the operating system."""


def canonical(folder: Path) -> None:
    """Rewrite the parts of an index whose order is arbitrary."""
    entry = json.loads((folder / ENTRY).read_text("utf-8"))
    for language in entry["languages"].values():
        place = folder / f"pagefind.{language['hash']}.pf_meta"
        meta = _read(place)
        meta[_FILTERS] = sorted([name, _filter(folder, old)] for name, old in meta[_FILTERS])
        meta[_SORTS] = sorted(meta[_SORTS])
        place.unlink()
        prefix = language["hash"].partition("_")[0]
        data = _packed(meta)
        language["hash"] = f"{prefix}_{_named(data)[:10]}"
        (folder / f"pagefind.{language['hash']}.pf_meta").write_bytes(data)
    entry["languages"] = dict(sorted(entry["languages"].items()))
    (folder / ENTRY).write_text(json.dumps(entry, separators=(",", ":")), "utf-8")


def _filter(folder: Path, old: str) -> str:
    place = folder / "filter" / f"{old}.pf_filter"
    name, values = _read(place)
    place.unlink()
    data = _packed([name, sorted(values)])
    new = f"{old.partition('_')[0]}_{_named(data)[:7]}"
    (folder / "filter" / f"{new}.pf_filter").write_bytes(data)
    return new


def _named(data: bytes) -> str:
    return sha256(data).hexdigest()


def _read(place: Path) -> Any:  # noqa: ANN401 -- lists of lists
    data = zlib.decompress(place.read_bytes(), wbits=31)
    return cbor2.loads(data.removeprefix(MAGIC))


def _packed(value: object) -> bytes:
    """Compress without looking for repeats: what is found then depends on the library."""
    stream = zlib.compressobj(9, zlib.DEFLATED, 31, 9, zlib.Z_HUFFMAN_ONLY)
    data = bytearray(stream.compress(MAGIC + cbor2.dumps(value)) + stream.flush())
    data[_SYSTEM] = 255
    return bytes(data)
