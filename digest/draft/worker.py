"""Stage: draft, the child. Everything that touches what strangers wrote happens in this process.

comes in: one `Setup`, then tasks, as frames on standard input
goes out: one answer a task, as frames on standard output; nothing else is read or written

The process lowers its own limits before the first task and has the right to raise none but its own
count of seconds. The parent (`guard`) kills it when it takes too long, and starts another.
"""

import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, TypeAlias

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from digest.draft.known import Known
from digest.draft.model import Article, Draft, Note
from digest.draft.source import PAGE_LIMIT, SourceError

FRAME_LIMIT = 2 * PAGE_LIMIT
"""Bytes of one message, whichever way."""
_HEAD = 4  # bytes that tell a frame's length


class Setup(Struct, frozen=True, tag=True):
    """What holds for all tasks of one process."""

    gazetteer: str | None = None
    """The path of a site's own gazetteer file."""
    known: Known = Known()
    """The names the site knows."""
    memory: int = 512 * 1024 * 1024
    """Bytes of address space, where the system counts them."""
    seconds: int = 2
    """Seconds of processor time for one task, where the system counts them."""


class Fetch(Struct, frozen=True, tag=True):
    """The task to fetch a page."""

    url: str


class Read(Struct, frozen=True, tag=True):
    """The task to draft an entry from a text or a page."""

    data: bytes
    """What was read."""
    html: bool
    """Whether it is a page."""
    url: str | None = None
    """Where it was found, if that is known."""
    published: str | None = None
    """When it was published, if that is known better than the page knows it."""
    charset: str | None = None
    """The encoding a server named."""


class Ready(Struct, frozen=True, tag=True):
    """The answer to `Setup`."""


class Fetched(Struct, frozen=True, tag=True):
    """The answer to `Fetch`."""

    data: bytes
    url: str
    charset: str | None
    html: bool


class Drafted(Struct, frozen=True, tag=True):
    """The answer to `Read`."""

    article: Article
    draft: Draft


class Refused(Struct, frozen=True, tag=True):
    """The answer to a task that could not be done: a problem's code and values."""

    code: str
    values: Mapping[str, str]


Task: TypeAlias = Setup | Fetch | Read
Answer: TypeAlias = Ready | Fetched | Drafted | Refused


def send(stream: IO[bytes], message: Task | Answer) -> None:
    """Write one frame."""
    data = msgspec.msgpack.encode(message)
    stream.write(len(data).to_bytes(_HEAD, "big") + data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one frame; None at the end of the stream, or where a frame is cut or absurd."""
    head = stream.read(_HEAD)
    size = int.from_bytes(head, "big")
    if len(head) < _HEAD or size > FRAME_LIMIT:
        return None
    data = stream.read(size)
    return data if len(data) == size else None


def main(*, pages: bool) -> None:
    """Load what texts, or pages too, take to read; then answer tasks until the stream ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when this ends
    tasks, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # No library's chatter may get between the frames.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _prepare(pages=pages)
    data = receive(tasks)
    if data is None:  # the parent ended before it wanted anything
        return
    setup = msgspec.msgpack.decode(data, type=Setup)
    _limit(setup.memory)
    send(answers, Ready())
    for task in _tasks(tasks):
        _allow(setup.seconds)
        send(answers, _answer(task, setup))


def _tasks(stream: IO[bytes]) -> Iterator[Fetch | Read]:
    while data := receive(stream):
        yield msgspec.msgpack.decode(data, type=Fetch | Read)


def _answer(task: Fetch | Read, setup: Setup) -> Answer:
    try:
        return _fetched(task) if isinstance(task, Fetch) else _drafted(task, setup)
    except SourceError as error:
        return Refused(error.code, dict(error.values))
    except MemoryError:
        return Refused("source-too-costly", {})
    except Exception as error:  # noqa: BLE001 - a hostile page may bring out anything
        return Refused("source-unreadable", {"reason": type(error).__name__})


def _fetched(task: Fetch) -> Fetched:
    from digest.draft.fetch import fetch  # noqa: PLC0415 - 30 ms, for addresses only

    page = fetch(task.url)
    return Fetched(page.data, page.url, page.charset, page.html)


def _drafted(task: Read, setup: Setup) -> Drafted:
    article = _article(task)
    from digest import regency  # noqa: PLC0415 - loaded once, see _prepare
    from digest.draft.extract import extract  # noqa: PLC0415 - likewise
    from digest.draft.publisher import publisher  # noqa: PLC0415 - likewise

    gazetteer = regency.load(Path(setup.gazetteer) if setup.gazetteer else None)
    today = time.strftime("%Y-%m-%d")
    article = replace(article, published=task.published or article.published, read=today)
    outlet = publisher(article.url or "", gazetteer, article.publisher)
    if outlet:
        article = replace(article, publisher=outlet.name)
    draft = extract(article, gazetteer, setup.known)
    if outlet and not outlet.sure:
        field = "sources[0].publisher"
        doubt = Note(field, "publisher-guessed")
        draft = replace(draft, unsure=(*draft.unsure, field), notes=(*draft.notes, doubt))
    return Drafted(article, draft)


def _article(task: Read) -> Article:
    if task.html:
        from digest.draft import html  # noqa: PLC0415 - 200 ms, for pages only

        return html.article(task.data, task.url, task.charset)
    from digest.draft import source  # noqa: PLC0415 - beside its twin

    return source.article(task.data, task.url)


def _prepare(*, pages: bool) -> None:
    """Load what tasks need before any clock runs and any limit holds."""
    from digest import regency  # noqa: PLC0415 - all this overlaps with the parent's own start
    from digest.draft import extract  # noqa: PLC0415, F401 - loaded for its effect

    regency.load()
    if pages:
        import trafilatura  # noqa: PLC0415, F401 - loaded for its effect

        from digest.draft import html  # noqa: PLC0415, F401 - likewise


def _limit(memory: int) -> None:
    """Give up what a reader of articles does not need; systems differ in what they can hold to."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    for kind, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        try:
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):
            continue  # macOS refuses some; the parent's clock still holds


def _allow(seconds: int) -> None:
    """Let the next task use `seconds` of the processor; the system kills what goes on."""
    try:
        import resource  # noqa: PLC0415 - likewise
    except ImportError:
        return
    used = int(time.process_time()) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, hard))
