"""The few things we do to the disk when publishing; every write of a build goes through here.

In: paths and bytes. Out: files, folders, exchanged trees. Errors are the system's own.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

_CREATE: Final = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_EXCHANGE: Final = 2  # RENAME_EXCHANGE of Linux
_HERE: Final = -100  # AT_FDCWD
_UNSUPPORTED: Final = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)


def write(path: str, data: bytes) -> None:
    """Create a file that must not exist; a partly written one does not stay."""
    descriptor = os.open(path, _CREATE, 0o644)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
    except BaseException:
        os.close(descriptor)
        os.unlink(path)  # noqa: PTH108 a path of text, for speed
        raise
    os.close(descriptor)


def link(source: str, target: str) -> None:
    """Give a file a second name, or copy it where the system cannot."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError) as error:
        if isinstance(error, OSError) and error.errno in (errno.ENOENT, errno.ENOSPC, errno.EIO):
            raise
        with open(source, "rb") as file:  # noqa: PTH123 a path of text, for speed
            write(target, file.read())


def folder(path: str) -> None:
    """Make a folder and those above it."""
    os.makedirs(path, 0o755, exist_ok=True)  # noqa: PTH103 a path of text, for speed


def remove(path: str) -> None:
    """Remove a file or link."""
    os.unlink(path)  # noqa: PTH108 a path of text, for speed


def remove_folder(path: str) -> None:
    """Remove an empty folder."""
    os.rmdir(path)  # noqa: PTH106 a path of text, for speed


def remove_all(path: Path) -> None:
    """Remove whatever is at a path, links themselves and never what they lead to."""
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
        return
    try:
        shutil.rmtree(path)
    except PermissionError:
        for folder, _, _ in os.walk(path):
            Path(folder).chmod(0o700)  # somebody closed it
        shutil.rmtree(path)


def rename(source: Path, target: Path) -> None:
    """Move a folder to a name that is free."""
    source.rename(target)


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step that no reader sees the middle of; False if it cannot be."""
    call = _renameat2()
    if call is None:
        return False
    if call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


@cache
def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)


def sync(path: Path) -> None:
    """Wait until everything written to the file system of `path` has reached the disk."""
    if sys.platform != "linux":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).syncfs(descriptor) != 0:
            number = ctypes.get_errno()
            if number != errno.ENOSYS:
                raise OSError(number, os.strerror(number), str(path))
    finally:
        os.close(descriptor)


def boot() -> str:
    """Name this run of the machine; empty where the system does not tell."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


@contextmanager
def common_modes() -> Iterator[None]:
    """Make files 0644 and folders 0755, whatever the user's umask."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)
