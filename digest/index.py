"""Indexing: shards of records go to Pagefind, the files of its indexes come out.

Its own protocol is spoken to the program directly, all records in one go; the Python wrapper
that comes with it waits a tenth of a second for each. A shard that has not changed is not indexed
again: its files stay in `.cache/search/` under a hash of its records.
"""

import base64
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Final

import msgspec

from digest import canon
from digest.output import File, PublishError
from digest.search import Record, Shard, shards
from digest.site import Site

FOLDER: Final = Path(".cache") / "search"
PREFIX: Final = "pagefind/"
"""Where the indexes stand below the root."""
UNUSED: Final = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui")
"""Interfaces that Pagefind brings and this site does not use: it has its own."""
ENTRY: Final = "indeks.json"
"""Names the shards, newest first, for the search page."""


def files(site: Site, root: Path) -> list[File]:
    """Return the files of all indexes, making those that are not there yet."""
    found = shards(site)
    keyed = [(shard, _key(shard)) for shard in found]
    made = [
        File(f"{PREFIX}{shard.name}/{name}", f"{key}/{name}", place.read_bytes)
        for shard, key in keyed
        for name, place in _listed(_indexed(root, shard, key))
    ]
    _prune(root, {key for _, key in keyed})
    names = msgspec.json.encode([shard.name for shard in found])
    return [*made, File(PREFIX + ENTRY, blake2b(names).hexdigest(), lambda: names)]


@cache
def _program() -> str:
    return version("pagefind_bin")


def _key(shard: Shard) -> str:
    hashed = blake2b(_program().encode(), digest_size=16)
    hashed.update(msgspec.msgpack.encode(shard.records))
    return hashed.hexdigest()


def _listed(folder: Path) -> Iterator[tuple[str, Path]]:
    for place in sorted(folder.rglob("*")):
        if place.is_file() and not place.name.startswith(UNUSED):
            yield place.relative_to(folder).as_posix(), place


def _indexed(root: Path, shard: Shard, key: str) -> Path:
    """Return the folder that holds the index of a shard, whole or not at all."""
    folder = root / FOLDER / key
    if folder.is_dir():
        return folder
    parent = _writable(root)
    aside = Path(tempfile.mkdtemp(prefix="new-", dir=parent))
    try:
        run(shard.records, aside / "index")
        target = parent / key
        try:
            (aside / "index").rename(target)
        except OSError:
            if not target.is_dir():
                raise
    except OSError as error:
        raise PublishError("no-index", reason=error.strerror or str(error)) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return target


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
    folder = root / FOLDER
    if folder.is_dir():
        for place in folder.iterdir():
            if place.name not in keys:
                shutil.rmtree(place, ignore_errors=True)


def run(records: Sequence[Record], folder: Path) -> None:
    """Index records into a folder; raise PublishError where the program fails."""
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
    _write(folder, made)
    canon.canonical(folder)


def _write(folder: Path, made: Sequence[dict[str, str]]) -> None:
    """Write the files ourselves: Pagefind says it is done before its own have reached the disk."""
    for each in made:
        place = folder / each["path"]
        if not place.name.startswith(UNUSED):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(base64.b64decode(each["content"]))


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
    while service.stdout and (part := service.stdout.read1(1 << 20)):  # type: ignore[attr-defined]
        start = len(buffer)
        buffer += part
        while (end := buffer.find(b",", start)) >= 0:
            yield bytes(buffer[:end])
            del buffer[: end + 1]
            start = 0
