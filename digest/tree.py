"""Trees of published files on disk, and whether one is still as we left it.

In: a folder, the SHA-256 of every file that belongs there, its seal. Out: `Faults`. A file whose
inode has not changed since the seal's stamp is as it was; any other is read and compared. Times
that were set back do not fool this, for no program can set back an inode's change time.
"""

import os
import re
import stat as modes
import sys
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from digest import disk
from digest.output import Seal

MANIFEST: Final = "manifest.json"
_BETWEEN: Final = re.compile(rb'(?<=[0-9a-f])","')
KEPT: Final = ".gitignore"
"""The one file in an output folder that is the user's."""

_VERSION: Final = 1
_START: Final = b'{"version":%d,"files":' % _VERSION
_SLACK_NS: Final = 50_000_000
"""Changes this close before the stamp may bear the same time as one after it."""
_FILE: Final = modes.S_IFREG | 0o644
_FOLDER: Final = modes.S_IFDIR | 0o755
_MODES: Final = 0o170777  # kind and permissions, without the sticky and set-id bits
_TELLING: Final = sys.platform != "win32"  # there, the change time is the time of creation


class Faults(Struct, frozen=True):
    """In what a tree differs from what it should be."""

    altered: frozenset[str] = frozenset()
    """Files that are missing, have other bytes or another mode."""
    aliens: tuple[str, ...] = ()
    """What does not belong there: files, links, folders with all that is in them."""
    broken: bool = False
    """A folder is no folder, or cannot be looked into: not worth mending."""


class _Manifest(Struct, frozen=True):
    version: int
    files: dict[str, str]


def manifest_bytes(shas: Mapping[str, str]) -> bytes:
    """Write a tree's manifest: the SHA-256 of every other file by path, sorted, one a line."""
    files = msgspec.json.encode(dict(sorted(shas.items())))
    # A quotation mark inside a path is escaped, so what follows a sum so stands between rows only.
    return _START + _BETWEEN.sub(b'",\n"', files) + b"}\n"


def ours(folder: Path) -> bool:
    """Tell whether a folder has a manifest that begins like one of ours, damaged or not."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            return file.read(len(_START)) == _START
    except OSError:
        return False


def manifest(folder: Path, seal: Seal | None = None) -> dict[str, str] | None:
    """Read the manifest of a tree; None unless it is one of ours, and the very one of `seal`."""
    try:
        data = (folder / MANIFEST).read_bytes()
    except OSError:
        return None
    if seal is not None and sha256(data).hexdigest() != seal.manifest:
        return None
    try:
        read = msgspec.json.decode(data, type=_Manifest)
    except msgspec.DecodeError:
        return None
    return read.files if read.version == _VERSION else None


def inode(folder: Path) -> int:
    """Give the number of a folder, by which its seal is found; 0 if it is none."""
    try:
        found = os.lstat(folder)
    except OSError:
        return 0
    return found.st_ino if modes.S_ISDIR(found.st_mode) else 0


def folders(paths: Iterable[str]) -> set[str]:
    """Give every folder that the files need, the top ("") among them."""
    needed = {path.rpartition("/")[0] for path in paths}
    for folder in tuple(needed):
        above = folder
        while above and (above := above.rpartition("/")[0]) not in needed:
            needed.add(above)
    needed.add("")
    return needed


def check(top: Path, shas: Mapping[str, str], seal: Seal) -> Faults:
    """Compare a tree with the files that should be in it; about 2 µs for each one."""
    limit = _limit(seal)
    prefix = f"{top}{os.sep}"
    needed = folders(shas)
    aliens: list[str] = []
    for folder in needed:
        try:
            found = os.lstat(prefix + folder)
        except OSError:
            return Faults(broken=True)
        if found.st_mode & _MODES != _FOLDER:
            return Faults(broken=True)
        if found.st_ctime_ns >= limit:
            aliens += _aliens(prefix, folder, shas, needed)
    return Faults(frozenset(_altered(prefix, shas, limit)), tuple(sorted(aliens)))


def altered(top: Path, shas: Mapping[str, str], seal: Seal) -> frozenset[str]:
    """Name those files of a tree that are not as they should be."""
    return frozenset(_altered(f"{top}{os.sep}", shas, _limit(seal)))


def _limit(seal: Seal) -> int:
    """Give the time from which on an inode's change makes us look at the bytes."""
    if not _TELLING or seal.boot != disk.boot() or time.time_ns() < seal.stamp:
        return 0
    return seal.stamp - _SLACK_NS


def _altered(prefix: str, shas: Mapping[str, str], limit: int) -> Iterator[str]:
    look = os.lstat
    for path, sha in shas.items():
        try:
            found = look(prefix + path)
        except OSError:
            yield path
            continue
        if found.st_mode & _MODES != _FILE or (
            found.st_ctime_ns >= limit and _sha(prefix + path) != sha
        ):
            yield path


def _sha(path: str) -> str:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 a path of text, for speed
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""


def _aliens(
    prefix: str, folder: str, shas: Mapping[str, str], needed: Collection[str]
) -> Iterator[str]:
    """Name what is in a folder that should not be."""
    with os.scandir(prefix + folder) as entries:
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                if path not in needed:
                    yield path
            elif path not in shas and path not in (MANIFEST, KEPT):
                yield path
