"""Watching: a site's folder comes in, and a note goes out whenever something in it has changed.

The system's notes are hints only: they say where to look, never what has happened. What could be
deaf is looked after: a watch that died, a folder that was replaced, a limit that was reached. Where
the system gives no notes, the folder is listed every second instead.
"""

import os
import stat
import sys
import threading
import time
import warnings
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final, TypeAlias

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from digest import source

Change: TypeAlias = "frozenset[str] | None"
"""Paths of files that may have changed, relative to the root; None: anything may have."""

_QUIET: Final = 0.008  # seconds without a note that end a burst, such as one save
_LONGEST: Final = 0.25  # seconds after which we look although the notes go on
_TICK: Final = 0.5  # seconds between two looks at the watch itself
_AGAIN: Final = 0.3  # seconds after which we look again at a tree whose folders changed
_POLL: Final = 1.0  # seconds between two listings where there are no notes
_MANY: Final = 200  # files in one burst from which on a listing is the quicker way
_SETTINGS: Final = (".yaml", ".yml", ".json")  # of files at the top that a site may consist of
_TREES: Final = (source.CONTENT, source.TEMPLATES)
_TWICE: Final = r"Callback with id .* already exists"
_EVENTS: Final[list[type[FileSystemEvent]]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""Not those of opening and closing, which reading brings about: they would never end."""


def changes(
    root: Path, stop: threading.Event, say: Callable[[str], None] = lambda _: None
) -> Iterator[Change]:
    """Yield what may have changed, at once when it does, until `stop` is set.

    The first one is None and comes when the watch has begun: what happened before it is not known.
    From then on none gets lost, however long the caller takes. `say` is called with a key of the
    catalogue when notes can no longer be had.
    """
    root = root.resolve()
    try:
        yield from _noted(root, stop)
    except _UnwatchableError:
        say("serve.polling")
        yield from _polled(root, stop)


def _noted(root: Path, stop: threading.Event) -> Iterator[Change]:
    """Yield changes as the system notes them."""
    watch = _Watch(root)
    again = False
    try:
        watch.renew()
        watch.complete()
        yield None
        while not stop.is_set():
            burst = watch.burst(_AGAIN if again else _TICK)
            renewed = watch.renew()
            settled = again and not burst and not renewed
            change = None if renewed or settled else watch.change(burst)
            # A folder that is new may have been filled before it was watched.
            again = change is None and not settled
            if settled:
                watch.complete()
            if change is None or change:
                yield change
    finally:
        watch.end()


def _polled(root: Path, stop: threading.Event) -> Iterator[Change]:
    """Yield once for every second in which something changed."""
    before = _listed(root)
    yield None
    while not stop.wait(_POLL):
        now = _listed(root)
        if now != before:
            yield None
        before = now


def _listed(root: Path) -> tuple[object, ...]:
    return (
        source.scan(root),
        source.registry_files(root),
        source.templates(root),
        source.site_file(root),
    )


class _UnwatchableError(Exception):
    """The system will not tell of changes, or not of all: a limit of it is reached."""


class _Notes(FileSystemEventHandler):
    """Takes down the paths of events; does nothing that could fail, for that ends a watch."""

    def __init__(self) -> None:
        self.queue: SimpleQueue[tuple[str, bool]] = SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note where something happened, and whether to a folder."""
        for path in (event.src_path, event.dest_path):
            if path:
                self.queue.put((os.fsdecode(path), event.is_directory))


class _Watch:
    """The system's notes about one site's folder, for as long as they come."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._notes = _Notes()
        self._observer: BaseObserver | None = None
        self._places: tuple[object, ...] = ()

    def burst(self, patience: float) -> list[tuple[str, bool]]:
        """Wait for a note and those close behind it; give none after `patience` seconds."""
        notes = []
        wait, end = patience, None
        with suppress(Empty):
            while wait > 0:
                notes.append(self._notes.queue.get(timeout=wait))
                end = end or time.monotonic() + _LONGEST
                wait = min(_QUIET, end - time.monotonic())
        return notes

    def renew(self) -> bool:
        """Start anew if a watch has died or its folder is another one; tell whether."""
        places = _identity(self._root)
        alive = self._observer is not None and _alive(self._observer)
        if places == self._places and (alive or places[0] is None):
            return False
        self.end()
        self._places = places
        if places[0] is None:
            return True  # the root is gone; it may come back
        try:
            self._start(places)
        except (FileNotFoundError, NotADirectoryError):
            self._places = ()  # gone while we looked: look again
        except OSError as error:
            raise _UnwatchableError from error
        return True

    def _start(self, places: tuple[object, ...]) -> None:
        # A folder made while its parent is listed is met twice; the second time changes nothing.
        warnings.filterwarnings("ignore", _TWICE, RuntimeWarning)
        self._notes = _Notes()
        observer = Observer()
        self._observer = observer
        observer.schedule(self._notes, str(self._root), event_filter=_EVENTS)
        for name, place in zip(_TREES, places[1:], strict=True):
            if place is not None:
                top = str(self._root / name)
                observer.schedule(self._notes, top, recursive=True, event_filter=_EVENTS)
        observer.start()

    def change(self, burst: Collection[tuple[str, bool]]) -> Change:
        """Say what the notes mean: nothing (an empty set), some files, or anything."""
        paths = set()
        start = f"{self._root}{os.sep}"
        for note, folder in burst:
            path = note.removeprefix(start).replace(os.sep, "/")
            if note == path or not _ours(path, folder=folder):
                continue
            if folder or _strange(note):
                return None
            if path.endswith(source.SUFFIXES) or os.path.lexists(note):
                paths.add(path)
        return None if len(paths) > _MANY else frozenset(paths)

    def complete(self) -> None:
        """Raise an error unless every folder is watched; the observer passes over a limit."""
        if self._observer is not None and (count := _watched()) is not None:
            needed = 1 + sum(1 for name in _TREES for _ in os.walk(self._root / name))
            if count < needed:
                raise _UnwatchableError

    def end(self) -> None:
        """Stop watching."""
        observer, self._observer = self._observer, None
        if observer is not None:
            with suppress(RuntimeError):  # it never started
                observer.stop()
                observer.join(1)


def _identity(root: Path) -> tuple[object, ...]:
    """Tell which folders stand at the watched places; None where there is none."""
    found: list[object] = []
    for place in (root, *(root / name for name in _TREES)):
        try:
            status = place.lstat()
        except OSError:
            found.append(None)
        else:
            found.append((status.st_dev, status.st_ino))
    return tuple(found)


def _alive(observer: BaseObserver) -> bool:
    return observer.is_alive() and all(emitter.is_alive() for emitter in observer.emitters)


def _watched() -> int | None:
    """Count the folders that this process is told of; None where the system does not say."""
    if sys.platform != "linux":
        return None
    count = 0
    try:
        for place in Path("/proc/self/fdinfo").iterdir():
            with suppress(OSError):
                count += place.read_text("ascii").count("inotify wd:")
    except OSError:
        return None
    return count


def _strange(place: str) -> bool:
    """Tell whether there is something at a place that is no plain file."""
    try:
        return not stat.S_ISREG(os.lstat(place).st_mode)
    except OSError:
        return False


def _ours(path: str, *, folder: bool) -> bool:
    """Tell whether a site may consist of what is at a path."""
    first, *rest = path.split("/")
    if any(source.noise(part) for part in (first, *rest)):
        return False
    if rest:
        return first in _TREES
    return not folder and path.endswith(_SETTINGS)
