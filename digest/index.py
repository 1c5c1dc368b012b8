"""Indexing: shards of records go to Pagefind, the files of its indexes come out.

Its own protocol is spoken to the program directly, all records in one go; the Python wrapper
that comes with it waits a tenth of a second for each. A shard that has not changed is not indexed
again: its files stay in `.cache/search/` under a hash of its records.
"""

import base64
import io
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache, partial
from hashlib import blake2b
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Final, cast

import msgspec

from digest import canon, search
from digest.output import File, PublishError
from digest.search import Record, Shard
from digest.site import Site

FOLDER: Final = Path(".cache") / "search"
PREFIX: Final = "pagefind/"
"""Where the indexes stand below the root."""
ENTRY: Final = "indeks.json"
"""Names the program and the shards, newest first, for the search page."""
NAMES: Final = "nama.json"
"""Names for "did you mean"."""
_LIST: Final = "sums.json"
_ASIDE: Final = "new-"
_HOUR: Final = 3600
_AT_ONCE: Final = 2
_WASM: Final = ("wasm.", ".pagefind")
_DATA: Final = ("filter/", "fragment/", "index/")
_META: Final = ".pf_meta"


def files(site: Site, root: Path, calm: Callable[[], None] = lambda: None) -> list[File]:
    """Return the files of all indexes, making those that are not there yet.

    `calm` is called again and again meanwhile and may wait for what is more urgent.
    """
    found = []
    for shard in search.shards(site):
        calm()
        found.append((shard, _key(site, shard)))
    made: list[File] = []
    listed: list[dict[str, str]] = []
    program = ""
    makers = [partial(_indexed, site, root, shard, key) for shard, key in found]
    with ThreadPoolExecutor(_AT_ONCE) as pool:  # one waits for its program while another works
        folders = list(pool.map(lambda make: make(calm=calm), makers))
    for (shard, _), again, folder in zip(found, makers, folders, strict=True):
        sums = _sums(folder)
        names = sorted(sums)
        if not program:
            program = next(filter(_is_wasm, names))
            made.append(_file(folder, program, program, sums, again))
        made += (
            _file(folder, name, f"{shard.name}/{name}", sums, again)
            for name in filter(_is_data, names)
        )
        listed.append({"name": shard.name, "meta": next(filter(_is_meta, names))})
    _prune(root, {key for _, key in found})
    contents = msgspec.json.encode({"program": program, "shards": listed})
    return [*made, _ready(ENTRY, contents), _ready(NAMES, search.names(site))]


def _file(
    folder: Path, name: str, path: str, sums: Mapping[str, str], again: Callable[..., Path]
) -> File:
    """Return a file of an index; what was spoilt while it was kept is made again."""

    def content() -> bytes:
        with suppress(OSError):
            data = (folder / name).read_bytes()
            if _sum(data) == sums[name]:
                return data
        return (again(anew=True) / name).read_bytes()

    return File(PREFIX + path, sums[name], content)


def _sum(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _ready(name: str, content: bytes) -> File:
    return File(PREFIX + name, _sum(content), lambda: content)


def _is_meta(name: str) -> bool:
    return name.endswith(_META)


def _is_data(name: str) -> bool:
    return name.startswith(_DATA) or _is_meta(name)


def _is_wasm(name: str) -> bool:
    return name.startswith(_WASM[0]) and name.endswith(_WASM[1])


@cache
def _program() -> bytes:
    """Return a name for the indexer and for this very program, which makes the records."""
    hashed = blake2b(version("pagefind_bin").encode(), digest_size=16)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        found = path.stat()
        hashed.update(f"{path.name} {found.st_size} {found.st_mtime_ns};".encode())
    return hashed.digest()


def _key(site: Site, shard: Shard) -> str:
    return blake2b(_program() + search.key(site, shard).encode(), digest_size=16).hexdigest()


def _indexed(  # noqa: PLR0913 -- what an index is made of, and when
    site: Site,
    root: Path,
    shard: Shard,
    key: str,
    *,
    anew: bool = False,
    calm: Callable[[], None] = lambda: None,
) -> Path:
    """Return the folder that holds the index of a shard, whole or not at all."""
    folder = root / FOLDER / key
    if _sums(folder) and not anew:
        return folder
    parent = _writable(root)
    target = parent / key
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=parent))
    try:
        sums = run(search.records(site, shard, calm), aside / "index")
        (aside / "index" / _LIST).write_bytes(msgspec.json.encode(sums))
        shutil.rmtree(target, ignore_errors=True)
        with suppress(OSError):  # another build may have been faster
            (aside / "index").rename(target)
        if not _sums(target):
            raise PublishError("no-index", reason=str(target))
    except OSError as error:
        raise PublishError("no-index", reason=error.strerror or str(error)) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return target


def _sums(folder: Path) -> dict[str, str]:
    """Return the sums of a kept index by name; none where it is not whole."""
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.json.decode((folder / _LIST).read_bytes(), type=dict[str, str])
    return {}


def _writable(root: Path) -> Path:
    try:
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
    except OSError:
        return _elsewhere()
    return root / FOLDER


@cache
def _elsewhere() -> Path:
    """Return a folder for the indexes of a checkout that cannot be written."""
    return Path(tempfile.mkdtemp(prefix="digest-search-"))


def _prune(root: Path, keys: set[str]) -> None:
    """Remove indexes that are not of use any more, and what a killed build has left an hour ago."""
    folder = root / FOLDER
    if folder.is_dir():
        for place in folder.iterdir():
            if place.name not in keys and not _is_being_made(place):
                shutil.rmtree(place, ignore_errors=True)


def _is_being_made(place: Path) -> bool:
    with suppress(OSError):
        return place.name.startswith(_ASIDE) and time.time() - place.stat().st_mtime < _HOUR
    return False


def run(records: Sequence[Record], folder: Path) -> dict[str, str]:
    """Index records into a folder; return the sums of its files by name.

    Raise PublishError where the program fails.

    We write the files: Pagefind says it is done before its own have reached the disk.
    """
    from pagefind_bin import get_executable  # noqa: PLC0415 -- needed only when something changed

    requests = [
        {"type": "NewIndex", "config": {"keep_index_url": True}},
        *({"type": "AddRecord", "index_id": 0, **_plain(one)} for one in records),
        {"type": "GetFiles", "index_id": 0},
    ]
    service = subprocess.Popen(  # noqa: S603 -- the program of the locked package
        [get_executable(), "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    writer = threading.Thread(target=_send, args=(service, requests))
    writer.start()
    try:
        made = _receive(service, len(requests))
    finally:
        service.kill()
        service.wait()
        writer.join()
        for pipe in (service.stdin, service.stdout):
            with suppress(OSError):  # what was not sent is of no use any more
                if pipe:
                    pipe.close()
    files = {each["path"]: base64.b64decode(each["content"]) for each in made}
    kept = canon.canonical({name: files[name] for name in _wanted(files)})
    for name, content in kept.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return {name: _sum(content) for name, content in kept.items()}


def _wanted(names: Iterable[str]) -> list[str]:
    """Return what a search needs: the data, and the program for the site's own language."""
    ordered = sorted(names)
    programs = [name for name in ordered if _is_wasm(name)]
    spoken = [name for name in programs if ".unknown." not in name]
    return [canon.ENTRY, *filter(_is_data, ordered), *(spoken or programs)]


def _plain(record: Record) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


def _send(service: "subprocess.Popen[bytes]", requests: Sequence[dict[str, object]]) -> None:
    if service.stdin is None:
        return
    try:
        for number, payload in enumerate(requests, 1):
            message = msgspec.json.encode({"message_id": number, "payload": payload})
            service.stdin.write(base64.b64encode(message) + b",")
        service.stdin.flush()
    except (OSError, ValueError):
        return  # the program has ended, which `_receive` says


def _receive(service: "subprocess.Popen[bytes]", count: int) -> list[dict[str, str]]:
    """Wait for all answers and return the files that one of them holds."""
    made: list[dict[str, str]] = []
    for message in islice(_messages(service), count):
        count -= 1
        payload = msgspec.json.decode(base64.b64decode(message)).get("payload", {})
        if payload.get("type") == "Error":
            raise PublishError("no-index", reason=str(payload.get("message")))
        made = payload.get("files", made)
    if count:
        raise PublishError("no-index", reason="pagefind ended early")
    return made


def _messages(service: "subprocess.Popen[bytes]") -> Iterator[bytes]:
    """Yield what stands between commas."""
    buffer = bytearray()
    stream = cast("io.BufferedReader | None", service.stdout)
    while stream and (part := stream.read1(1 << 20)):
        start = len(buffer)
        buffer += part
        while (end := buffer.find(b",", start)) >= 0:
            yield bytes(buffer[:end])
            del buffer[: end + 1]
            start = 0
