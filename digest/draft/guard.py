"""Stage: draft, the outside world. A child process between this one and what strangers wrote.

comes in: sources, one at a time
goes out: drafts, or `SourceError` when the child refused, broke or took too long

One child serves a batch. It is killed when a task takes too long, and the next task gets another,
so that one hostile page costs its own seconds and nothing else. Where the system counts memory and
processor time (Linux fully, macOS in part, Windows not), the child is held to those too.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import IO, Self

import msgspec
from msgspec import Struct

from digest.draft.source import SourceError
from digest.draft.worker import (
    Answer,
    Drafted,
    Fetch,
    Fetched,
    Read,
    Ready,
    Refused,
    Setup,
    Task,
    receive,
    send,
)

# What a system needs to start and whom it trusts; no key and no proxy reaches the child.
_ENVIRONMENT = ("SYSTEMROOT", "SSL_CERT_FILE", "SSL_CERT_DIR")
# Nothing of the user's working folder or start-up files is read.
_PROGRAM = """
import sys
sys.path[:] = sys.argv[2:]
from digest.draft.worker import main
main(pages=sys.argv[1] == "pages")
"""


class Limits(Struct, frozen=True):
    """Seconds by the clock on the wall."""

    start: float = 20.0
    """To load the program; no stranger has a say in it, only the machine's load."""
    fetch: float = 12.0
    """To fetch a page: more than `fetch` gives itself, for names that are never answered."""
    read: float = 1.5
    """To read and draft one article, which takes some hundredths; with a start it stays below 2."""


class Guard:
    """A child that is started when it is needed, and again after it was killed."""

    def __init__(
        self,
        setup: Callable[[], Setup] = Setup,
        *,
        pages: bool = False,
        limits: Limits | None = None,
    ) -> None:
        """Keep what the child will be told, once it is asked for the first time.

        `pages` lets it load what reads HTML at once, before any clock runs.
        """
        self._setup = setup
        self._told: Setup | None = None
        self._pages = pages
        self._limits = limits or Limits()
        self._child: subprocess.Popen[bytes] | None = None
        self._ready = False

    def __enter__(self) -> Self:
        """Start the child, which loads its libraries while the caller goes on."""
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the child."""
        self._end()

    def fetch(self, url: str) -> Fetched:
        """Fetch a page; raises SourceError."""
        answer = self._asked(Fetch(url), self._limits.fetch)
        if isinstance(answer, Fetched):
            return answer
        if answer is None:
            raise SourceError("fetch-slow", seconds=f"{self._limits.fetch:g}")
        raise _error(answer)

    def read(self, task: Read) -> Drafted:
        """Draft an entry from a text or page; raises SourceError."""
        answer = self._asked(task, self._limits.read)
        if isinstance(answer, Drafted):
            return answer
        raise _error(answer)

    def _asked(self, task: Fetch | Read, seconds: float) -> Answer | None:
        """Give the child's answer; None when it died or was killed, and then the child is gone."""
        child = self._start()
        if not self._ready:
            self._told = self._told or self._setup()
            self._ready = isinstance(_exchange(child, self._told, self._limits.start), Ready)
        if not self._ready:
            self._end()
            raise SourceError("reader-failed")
        answer = _exchange(child, task, seconds)
        if answer is None:
            self._end()
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            own = str(Path(__file__).resolve().parents[2])
            paths = [own, *(path for path in sys.path if path)]
            kind = "pages" if self._pages else "texts"
            self._child = subprocess.Popen(  # noqa: S603 - this program itself
                [sys.executable, "-I", "-S", "-c", _PROGRAM, kind, *paths],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
            )
        return self._child

    def _end(self) -> None:
        child, self._child, self._ready = self._child, None, False
        if child is not None:
            child.kill()
            child.communicate()


def _exchange(child: subprocess.Popen[bytes], task: Task, seconds: float) -> Answer | None:
    """Send a task and wait for an answer; a child that takes too long is killed."""
    timer = Timer(seconds, child.kill)
    timer.start()
    try:
        send(_pipe(child.stdin), task)
        data = receive(_pipe(child.stdout))
        return msgspec.msgpack.decode(data, type=Answer) if data else None
    except (OSError, msgspec.DecodeError):
        return None
    finally:
        timer.cancel()
        timer.join()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise OSError("no pipe to the child")
    return stream


def _error(answer: Answer | None) -> SourceError:
    if isinstance(answer, Refused):
        return SourceError(answer.code, **answer.values)
    return SourceError("source-too-costly")
