"""Reading: the folders of a site come in, their files' names, stamps and bytes go out.

The first stage. `scan` walks `content/` and names every file that can be read and every thing that
cannot; `read` fetches one file. Nothing here follows a symbolic link, waits on a pipe or depends on
the order in which a folder lists its files.
"""

import os
import stat as modes
import unicodedata
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Final, TypeAlias

from msgspec import Struct

from digest.problem import Problem, Severity, Span

CONTENT: Final = "content"
REGISTRY: Final = "content/_registry"
TEMPLATES: Final = "templates"
SITE: Final = "site.yaml"
SUFFIXES: Final = (".md", ".yaml", ".yml")
CAP: Final = 256 * 1024
"""Bytes of one content file; the decoder's own limits are finer."""

_LOOKALIKES: Final = (".markdown", ".mdown", ".mkd", ".mdx", ".md.txt", ".yaml.txt")
_NOISE: Final = ("thumbs.db", "desktop.ini", "4913")  # the last is vim asking "may I write here?"
_TEMPORARY: Final = ("~", ".tmp", ".swp", ".swx", "___jb_tmp___", "___jb_old___")
_NOFOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_FOLDER: Final = getattr(os, "O_DIRECTORY", 0) | _NOFOLLOW | getattr(os, "O_CLOEXEC", 0)
_OPEN: Final = (
    os.O_RDONLY
    | _NOFOLLOW
    | getattr(os, "O_NONBLOCK", 0)  # opening a FIFO must not wait for a writer
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class Stat(Struct, frozen=True):
    """One file and what the file system says about it, from which we tell whether it changed."""

    path: str
    """Relative to the site's folder, with forward slashes, in Unicode's composed form (NFC)."""
    size: int
    """Bytes."""
    mtime_ns: int
    """When its bytes were last written, or are said to have been."""
    ctime_ns: int
    """When anything about it last changed; no program can restore this one."""
    ino: int
    """The file's number on its file system; an atomic save gives another."""
    disk: str = ""
    """The path as the disk spells it, where that is not the composed form."""


class Source(Struct, frozen=True):
    """One file's content."""

    path: str
    """As in `Stat`."""
    data: bytes
    """All of it."""
    digest: str
    """BLAKE2b with 128 bits, in hexadecimal."""


Found: TypeAlias = tuple[tuple[Stat, ...], tuple[Problem, ...]]
"""The files that can be read, by path, and what stands in the way of others."""


def scan(root: Path) -> Found:
    """List the entry files below `content/`, without `content/_registry/`."""
    return _walk(root, CONTENT, SUFFIXES, skip=REGISTRY)


def find(root: Path, path: str) -> Stat | Problem | None:
    """Look at one entry file whose folders were scanned before; None if there is none."""
    found = _entry(root, path)
    if found is None or isinstance(found, Problem):
        return found
    if not modes.S_ISREG(found.st_mode):
        return _problem(path, "not-a-file")
    return _stat(path, path, found)


def registry_files(root: Path) -> Found:
    """List the files of `content/_registry/`."""
    if isinstance(_entry(root, CONTENT), Problem):
        return (), ()  # `scan` names it
    return _walk(root, REGISTRY, SUFFIXES[1:])


def templates(root: Path) -> Found:
    """List every file below `templates/`, whatever its kind."""
    return _walk(root, TEMPLATES, ())


def site_file(root: Path) -> Found:
    """Give `site.yaml` if there is one."""
    found = _entry(root, SITE)
    if isinstance(found, Problem):
        return (), (found,)
    if found is None:
        return (), ()
    if not modes.S_ISREG(found.st_mode):
        return (), (_problem(SITE, "not-a-file"),)
    return (_stat(SITE, SITE, found),), ()


def read(root: Path, stat: Stat, cap: int = CAP) -> Source | Problem:
    """Read a file that was found before; it may have changed since, but not into a link.

    A file larger than `cap` bytes, or one that is gone or cannot be read, is a problem.
    """
    try:
        data = _bytes(root, stat, cap)
    except OSError as error:
        return _unreadable(stat.path, error)
    if data is None:
        return _problem(stat.path, "not-a-file")
    if len(data) > cap:
        return _problem(stat.path, "file-too-large", limit=str(cap // 1024))
    return Source(stat.path, data, blake2b(data, digest_size=16).hexdigest())


def noise(name: str) -> bool:
    """Tell whether a file or folder of this name is an editor's or system's own, not the site's."""
    return name[0] == "." or name.endswith(_TEMPORARY) or name.lower() in _NOISE


def _bytes(root: Path, stat: Stat, cap: int) -> bytes | None:
    """Read at most one byte more than `cap`; None for what is no plain file."""
    name = stat.disk or stat.path
    descriptor = os.open(f"{root}{os.sep}{name}", _OPEN)
    try:
        opened = os.fstat(descriptor)
        if stat.ino not in (0, opened.st_ino):  # Windows tells no number while listing
            # Another file than the one found: an editor's atomic save, or a folder on the way that
            # has become a link. Go there step by step, which no link survives.
            os.close(descriptor)
            descriptor = _open_by_steps(root, name)
            opened = os.fstat(descriptor)
        if not modes.S_ISREG(opened.st_mode):
            return None
        return _drain(descriptor, cap + 1, opened.st_size)
    finally:
        os.close(descriptor)


def _drain(descriptor: int, limit: int, size: int) -> bytes:
    """Read up to `limit` bytes; the usual file takes two calls."""
    parts = []
    left = limit
    while left > 0 and (part := os.read(descriptor, min(left, max(size + 1, 4096)))):
        parts.append(part)
        left -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _open_by_steps(root: Path, name: str) -> int:
    """Open a file with every folder on the way opened first, none of them through a link."""
    if os.open not in os.supports_dir_fd:
        at = root
        for part in PurePosixPath(name).parts:
            at /= part
            if at.is_symlink() or _junction(at):
                raise OSError(f"a link: {part}")
        return os.open(at, _OPEN)
    *folders, last = PurePosixPath(name).parts
    folder = os.open(root, os.O_RDONLY)
    try:
        for part in folders:
            below = os.open(part, os.O_RDONLY | _FOLDER, dir_fd=folder)
            os.close(folder)
            folder = below
        return os.open(last, _OPEN, dir_fd=folder)
    finally:
        os.close(folder)


def _walk(root: Path, top: str, suffixes: tuple[str, ...], skip: str = "") -> Found:
    """Collect what lies below `top`; a missing folder is an empty one."""
    found = _entry(root, top)
    if found is None:
        return (), ()
    if isinstance(found, Problem):
        return (), (found,)
    if not modes.S_ISDIR(found.st_mode):
        return (), (_problem(top, "not-a-folder"),)
    stats: dict[str, Stat] = {}
    problems: list[Problem] = []
    waiting = [top]
    while waiting:
        for item in _listed(root, waiting.pop(), suffixes):
            if isinstance(item, str):
                if item != skip:
                    waiting.append(item)
            elif isinstance(item, Problem):
                problems.append(item)
            elif item.path in stats:
                problems.append(_problem(item.path, "same-name"))
            else:
                stats[item.path] = item
    problems.sort(key=lambda problem: (problem.span.path, problem.code))
    return tuple(stats[path] for path in sorted(stats)), tuple(problems)


def _listed(root: Path, folder: str, suffixes: tuple[str, ...]) -> Iterator[str | Stat | Problem]:
    """Give the folders, files and problems of one folder."""
    try:
        with os.scandir(f"{root}{os.sep}{folder}") as entries:
            for entry in entries:
                name = entry.name
                if noise(name):
                    continue
                if (item := _item(entry, f"{folder}/{name}", suffixes)) is not None:
                    yield item
    except FileNotFoundError:
        return  # gone between the two looks
    except OSError as error:
        yield _unreadable(folder, error)


def _item(
    entry: "os.DirEntry[str]", disk: str, suffixes: tuple[str, ...]
) -> str | Stat | Problem | None:
    """Judge one name in a folder."""
    path = disk
    if not disk.isascii():
        if not _utf8(disk):
            return _problem(_shown(disk), "bad-file-name")
        path = unicodedata.normalize("NFC", disk)
    if entry.is_symlink() or _junction(entry):
        return _problem(path, "symlink")
    if entry.is_dir(follow_symlinks=False):
        return disk
    return _file(entry, path, disk, suffixes)


def _file(
    entry: "os.DirEntry[str]", path: str, disk: str, suffixes: tuple[str, ...]
) -> Stat | Problem | None:
    """Judge a name that is neither a folder nor a link; None if it is gone or an editor's own."""
    if suffixes and entry.name[0] == "#" and path.endswith("#"):
        return None
    try:
        found = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    if not modes.S_ISREG(found.st_mode):
        return _problem(path, "not-a-file")
    if suffixes and not path.endswith(suffixes):
        return _unknown(path, suffixes)
    return _stat(path, disk, found)


def _unknown(path: str, suffixes: tuple[str, ...]) -> Problem:
    """Warn of a file of another kind; one that was meant as an entry is an error."""
    lower = path.lower()
    meant = lower.endswith(suffixes) or lower.endswith(_LOOKALIKES)
    return _problem(
        path,
        "unknown-suffix",
        "error" if meant else "warning",
        suffix=PurePosixPath(path).suffix or PurePosixPath(path).name,
        known=", ".join(suffixes),
    )


def _entry(root: Path, path: str) -> os.stat_result | Problem | None:
    """Look at one name below the root, the folders before it having been looked at."""
    try:
        found = os.lstat(f"{root}{os.sep}{path}")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return _unreadable(path, error)
    return _problem(path, "symlink") if modes.S_ISLNK(found.st_mode) else found


def _stat(path: str, disk: str, found: os.stat_result) -> Stat:
    return Stat(
        path,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
        found.st_ino,
        "" if disk == path else disk,
    )


def _junction(place: "os.DirEntry[str] | Path") -> bool:
    """Tell whether a name is Windows' other kind of link, where Python can (3.12)."""
    check: Callable[[], bool] | None = getattr(place, "is_junction", None)
    return check is not None and check()


def _utf8(name: str) -> bool:
    """Tell whether a name is text; the system smuggles other bytes in as lone surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shown(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _unreadable(path: str, error: OSError) -> Problem:
    return _problem(path, "unreadable", reason=error.strerror or str(error))


def _problem(path: str, code: str, severity: Severity = "error", **values: str) -> Problem:
    return Problem(Span(path, line=0), code, values, severity)
