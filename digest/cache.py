"""What is known from the last run: stamps of files come in, what was made of them goes out.

One SQLite file, `.cache/digest.db` in the site's folder. It may change time, never bytes: a row
counts only while the file it speaks of cannot have changed, and a cache that is damaged, of another
program or not writable is an empty cache. What the last build published is remembered here too.
"""

import contextlib
import sqlite3
import sys
import time
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import msgspec
from msgspec import Struct

from digest.output import Known
from digest.source import Source, Stat

FOLDER: Final = ".cache"
NAME: Final = "digest.db"
LIFE: Final = 3
"""Builds that a blob nobody asked for outlives."""

_FORMAT: Final = 1  # of the tables below
_FINE_NS: Final = 50_000_000  # a clock that ticks at every few milliseconds
_COARSE_NS: Final = 2_100_000_000  # one that ticks at every second, or every other
_TABLES: Final = """
CREATE TABLE about (key TEXT NOT NULL);
CREATE TABLE source (path TEXT PRIMARY KEY, size INT, mtime INT, ctime INT, ino INT, digest TEXT,
                     decoded BLOB, sum INT) WITHOUT ROWID;
CREATE TABLE known (out TEXT PRIMARY KEY, data BLOB, sum INT);
CREATE TABLE blob (key TEXT PRIMARY KEY, data BLOB, sum INT, idle INT);
"""
_HINDRANCES: Final = (
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "SQLITE_FULL",
    "SQLITE_READONLY",
    "SQLITE_CANTOPEN",
    "SQLITE_IOERR",
)
_Values = tuple[str, int, int, int, int, str, bytes, int]


class Row(Struct, frozen=True):
    """What one file was when it was read, and what was made of it."""

    stat: Stat
    """From before it was read."""
    digest: str
    """Of its bytes."""
    decoded: bytes
    """What the caller wants back."""


class Cache:
    """An open cache. When its file fails it becomes an empty one in memory; no method raises.

    Ask `known` after the files were listed and before any is read: only then can it tell which of
    them are too young to be recognised by their times.
    """

    def __init__(self, path: Path, key: str) -> None:
        """Open or make the file; `key` names everything else that its rows depend on."""
        self._key = f"{_FORMAT} {sys.version_info[:3]} {msgspec.__version__} {key}"
        self._path = path
        self._asked = time.time_ns()
        self._used: set[str] = set()
        self._rows: dict[str, _Values] = {}
        self._database = _opened(path, self._key)

    @classmethod
    def open(cls, root: Path, key: str) -> Self:
        """Open the cache of a site's folder; without a place to write it lives in memory."""
        return cls(root / FOLDER / NAME, key)

    def __enter__(self) -> Self:
        """Give the cache itself; leaving the block closes it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; what was stored is kept."""
        self._database.close()

    def known(self, stats: Iterable[Stat]) -> Mapping[str, tuple[str, bytes]]:
        """Give digest and decoded bytes, by path, of those files that cannot have changed."""
        self._asked = time.time_ns()
        self._rows = {row[0]: row for row in self._all("SELECT * FROM source")}
        found = {}
        for stat in stats:
            row = self._rows.get(stat.path)
            if (
                row is not None
                and row[3] == stat.ctime_ns
                and row[1] == stat.size
                and row[2] == stat.mtime_ns
                and row[4] == stat.ino
                and row[7] == _sum(row[0], row[5], row[6])
            ):
                found[stat.path] = (row[5], row[6])
        return found

    def decoded(self, source: Source) -> bytes | None:
        """Give what was made of a file whose bytes are the same, whatever its times say."""
        row = self._rows.get(source.path)
        if row is None or row[5] != source.digest or row[7] != _sum(row[0], row[5], row[6]):
            return None
        return row[6]

    def store(self, rows: Iterable[Row], present: Collection[str] | None = None) -> None:
        """Remember files just read; with `present`, forget every path that is not in it.

        A file younger than its clock can tell is remembered by its bytes only.
        """
        values = [_values(row, self._asked) for row in rows]
        gone = [] if present is None else [(path,) for path in self._rows.keys() - set(present)]

        def write(database: sqlite3.Connection) -> None:
            database.executemany("DELETE FROM source WHERE path = ?", gone)
            database.executemany("REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

        if values or gone:
            self._change(write)

    def published(self, out: Path) -> Known:
        """Give what the last build is known to have put into an output folder."""
        for data, check in self._all("SELECT data, sum FROM known WHERE out = ?", str(out)):
            if check == _sum(str(out), "", data):
                return msgspec.msgpack.decode(data, type=Known)
        return Known()

    def remember(self, out: Path, before: Known, after: Known) -> None:
        """Remember what a build has put into an output folder, if that is not what was known."""
        if after == before:
            return
        data = msgspec.msgpack.encode(after)
        row = (str(out), data, _sum(str(out), "", data))
        self._change(lambda database: database.execute("REPLACE INTO known VALUES (?, ?, ?)", row))

    def blob(self, key: str) -> bytes | None:
        """Give something costly that was kept under a key, such as an image."""
        data: bytes
        for data, check in self._all("SELECT data, sum FROM blob WHERE key = ?", key):
            if check == _sum(key, "", data):
                self._used.add(key)
                return data
        return None

    def keep(self, blobs: Mapping[str, bytes]) -> None:
        """Keep costly things by key."""
        rows = [(key, data, _sum(key, "", data)) for key, data in blobs.items()]
        self._used |= blobs.keys()
        self._change(
            lambda database: database.executemany("REPLACE INTO blob VALUES (?, ?, ?, 0)", rows)
        )

    def prune(self) -> None:
        """Drop, at the end of a build, what none of the last few has asked for."""

        def write(database: sqlite3.Connection) -> None:
            database.execute("UPDATE blob SET idle = idle + 1")
            used = ((key,) for key in self._used)
            database.executemany("UPDATE blob SET idle = 0 WHERE key = ?", used)
            database.execute("DELETE FROM blob WHERE idle > ?", (LIFE,))

        self._change(write)

    def _all(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._fail(error)
            return []

    def _change(self, write: Callable[[sqlite3.Connection], object]) -> None:
        try:
            with self._database:
                write(self._database)
        except sqlite3.Error as error:
            self._fail(error)

    def _fail(self, error: sqlite3.Error) -> None:
        """Go on in memory, without the file; remove it if it is damaged."""
        with contextlib.suppress(sqlite3.Error):
            self._database.close()
        if not _passing(error):
            with contextlib.suppress(OSError):
                _discard(self._path)
        self._rows = {}
        self._database = _fresh(":memory:", self._key)


def _values(row: Row, asked: int) -> _Values:
    stat = row.stat
    slack = _FINE_NS if stat.ctime_ns % 1_000_000_000 else _COARSE_NS
    young = stat.ctime_ns >= asked - slack
    times = (0, 0, 0, 0) if young else (stat.size, stat.mtime_ns, stat.ctime_ns, stat.ino)
    return (
        stat.path,
        *times,
        row.digest,
        row.decoded,
        _sum(stat.path, row.digest, row.decoded),
    )


def _sum(name: object, digest: object, data: object) -> int:
    """Sum up a row, so that a damaged one is not taken for a true one; -1 for what is no row."""
    if isinstance(name, str) and isinstance(digest, str) and isinstance(data, bytes):
        return zlib.crc32(data, zlib.crc32(f"{name}\0{digest}".encode()))
    return -1


def _opened(path: Path, key: str) -> sqlite3.Connection:
    """Open the file if it is ours and sound; else start a new one, in memory if need be."""
    try:
        path.parent.mkdir(exist_ok=True)
        database = _connected(path)
    except (OSError, sqlite3.Error):
        return _fresh(":memory:", key)
    try:
        if database.execute("SELECT key FROM about").fetchall() == [(key,)]:
            return database
    except sqlite3.Error as error:
        if _passing(error):
            database.close()
            return _fresh(":memory:", key)
    database.close()
    try:
        _discard(path)
        return _fresh(path, key)
    except (OSError, sqlite3.Error):
        return _fresh(":memory:", key)


def _fresh(path: Path | str, key: str) -> sqlite3.Connection:
    database = _connected(path)
    with database:
        database.executescript(_TABLES)
        database.execute("INSERT INTO about VALUES (?)", (key,))
    return database


def _connected(path: Path | str) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=1, check_same_thread=False)
    with contextlib.suppress(sqlite3.Error):  # what is no database shows at the first question
        # A killed process leaves a journal that is rolled back; only a power cut can damage the
        # file, and the sums find that.
        database.execute("PRAGMA synchronous = OFF")
    return database


def _passing(error: sqlite3.Error) -> bool:
    """Tell a hindrance of the moment, such as a full disk, from a damaged file."""
    name = getattr(error, "sqlite_errorname", "") or ""
    return name.startswith(_HINDRANCES)


def _discard(path: Path) -> None:
    for name in (path, path.with_name(f"{path.name}-journal")):
        name.unlink(missing_ok=True)
