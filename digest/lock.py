"""One build at a time: a lock on a site's folder, held while its cache and output change.

In: the site's folder. Out: a context; whoever comes second waits, and is told so. The system drops
the lock with the process that holds it, so that none is ever stale.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

FOLDER: Final = ".cache"
NAME: Final = "digest.lock"
_PATIENCE: Final = 1.0  # seconds of waiting before we say so
_STEP: Final = 0.02  # seconds between two attempts


@contextmanager
def lock(root: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock of a site's folder; `waiting` is called once if that takes over a second.

    A folder that cannot be written needs no lock: nothing below it will change.
    """
    descriptor = _opened(root)
    if descriptor is None:
        yield
        return
    try:
        _wait(descriptor, waiting)
        yield
    finally:
        # Closing is what unlocks; processes forked meanwhile hold on to it until they end.
        os.close(descriptor)


def _opened(root: Path) -> int | None:
    try:
        (root / FOLDER).mkdir(exist_ok=True)
        return os.open(
            root / FOLDER / NAME,
            os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0),
            0o644,
        )
    except OSError:
        return None


def _wait(descriptor: int, waiting: Callable[[], None]) -> None:
    start = time.monotonic()
    told = False
    while not _taken(descriptor):
        if not told and time.monotonic() - start >= _PATIENCE:
            waiting()
            told = True
        time.sleep(_STEP)


if sys.platform == "win32":
    import msvcrt

    def _taken(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
