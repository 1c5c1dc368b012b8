"""The site as the preview sees it: everything in memory, each page made when it is asked for.

It is handed to `serve`, which does not know how to build. Of what changed, only the files are read
again and only the groups are revised; a page costs nothing until someone asks for it.
"""

import html
import mimetypes
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from digest import (
    channel,
    data,
    files,
    index,
    layout,
    link,
    plan,
    reference,
    report,
    site,
    source,
    tally,
)
from digest.build import TAKEN, desk_of
from digest.entry import Entry
from digest.files import Desk
from digest.load import (
    Decoded,
    Frame,
    Loaded,
    decoded_of,
    doubted,
    illustrated,
    read_frame,
    readable,
    referring,
)
from digest.output import File, PublishError
from digest.problem import Problem
from digest.source import Source, Stat
from digest.template import BrokenTemplateError

TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".xml": "application/xml",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".opml": "text/x-opml",
    ".txt": "text/plain; charset=utf-8",
    ".db": "application/vnd.sqlite3",
    ".pagefind": "application/wasm",
    ".webmanifest": "application/manifest+json",
}
"""What a host says of files; the system's own list differs from machine to machine."""


QUIET: Final = 1.5
"""Seconds without a change before the search index follows, or goes on: whoever types waits for the
page, not for the index."""


class Preview:
    """A site that follows its folder."""

    def __init__(self, root: Path, base_url: str, *, drafts: bool) -> None:
        """Read the whole folder once; `base_url` is where the preview is."""
        self._root = root
        self._base_url = base_url
        self._drafts = drafts
        self._frame: Frame | None = None
        self._stats: dict[str, Stat] = {}
        self._files: MappingProxyType[str, Decoded] = MappingProxyType({})
        self._desk: Desk | None = None
        self._made: dict[str, tuple[int, Mapping[str, File]]] = {}
        self._frame_problems: tuple[Problem, ...] = ()
        self._scan_problems: tuple[Problem, ...] = ()
        self._faulty: dict[str, tuple[Problem, ...]] = {}
        self._between: tuple[Problem, ...] | None = None
        self._former: tuple[str, ...] | None = None
        self._doubtful: set[str] = set()
        self._pending: set[str] = set()
        self._shown: Mapping[str, Decoded] = MappingProxyType({})
        self._lock = threading.RLock()
        self._edited = time.monotonic()
        self._search = _Search(root, self._calm)
        self.generation = 0
        self.problems: tuple[Problem, ...] = ()
        self.refresh(None)

    def refresh(self, paths: Collection[str] | None) -> bool:
        """Read again what may have changed; tell whether anything did.

        `paths` are relative to the root; None, or a path that is no entry, means everything.
        """
        with self._edit():
            before = self.problems
            if paths is None or self._scan_problems or not all(map(_content, paths)):
                changed = self._reframed() | self._rescanned()
            else:
                changed = self._reread(paths)
            if changed:
                self._rejudged()
                self.generation += 1
            return changed or self.problems != before

    def get(self, path: str) -> tuple[bytes, str] | None:
        """Return the bytes and the media type of a path below the root, such as `/entri/x/`."""
        with self._lock:
            desk = self._desk
            if desk is None:
                return None
            found = self._found(desk, tally.file(path))
            if found is None:
                return None
            try:
                return found.make(), media(found.path)
            except BrokenTemplateError as error:
                self.problems = (*self.problems, error.problem)
                return None
            except OSError:
                return None

    def overlay(self) -> str:
        """Return the report of the problems that keep the site from being built, for HTML."""
        if not any(problem.severity == "error" for problem in self.problems):
            return ""
        language = self._frame.config.language if self._frame else "id"
        return html.escape(report.text(self.problems, language))

    def missing(self) -> bytes:
        """Return the page for what is not there."""
        found = self.get("/404.html")
        return found[0] if found else b""

    @contextmanager
    def _edit(self) -> Iterator[None]:
        with self._lock:
            self._edited = time.monotonic()
            try:
                yield
            finally:
                self._edited = time.monotonic()

    def _calm(self) -> None:
        """Wait while a page is made, or a file was saved a moment ago: these go first."""
        while True:
            with self._lock:
                left = self._edited + QUIET - time.monotonic()
            if left <= 0:
                return
            time.sleep(left)

    def _reframed(self) -> bool:
        frame, problems = read_frame(self._root, self._base_url)
        changed = problems != self._frame_problems
        self._frame_problems = problems
        if frame is None or (self._frame is not None and frame.key == self._frame.key):
            return changed
        if self._frame is None or frame.decoding != self._frame.decoding:
            self._stats, self._files, self._faulty = {}, MappingProxyType({}), {}
            self._between = None
        self._frame, self._desk = frame, None
        return True

    def _rescanned(self) -> bool:
        stats, problems = source.scan(self._root)
        told = problems != self._scan_problems
        self._scan_problems = problems
        there = {stat.path: stat for stat in stats}
        changed = {path for path, stat in there.items() if self._stats.get(path) != stat}
        return self._read(changed | (self._stats.keys() - there.keys()), there) or told

    def _reread(self, paths: Collection[str]) -> bool:
        there = self._stats.copy()  # many times as quick as `dict`
        for path in paths:
            found = source.find(self._root, path)
            there.pop(path, None)
            if isinstance(found, Stat):
                there[path] = found
        return self._read(set(paths), there)

    def _read(self, paths: Collection[str], there: dict[str, Stat]) -> bool:
        """Decode the files at `paths` again; tell whether any of them says something else."""
        fresh = self._files.copy()
        if self._frame is None:
            return False
        for path in paths:
            fresh.pop(path, None)
            read = source.read(self._root, there[path]) if path in there else None
            if isinstance(read, Source):
                fresh[path] = decoded_of(self._frame, read)
            elif isinstance(read, Problem):
                fresh[path] = Decoded((), (read,))
        changed = {path for path in paths if fresh.get(path) != self._files.get(path)}
        for path in changed:
            self._faulty.pop(path, None)
            if path in fresh and fresh[path].problems:
                self._faulty[path] = fresh[path].problems
            if referring(fresh.get(path)) != referring(self._files.get(path)):
                self._between = None
        self._pending |= changed
        self._stats, self._files = there, MappingProxyType(fresh)
        return bool(changed)

    def _rejudged(self) -> None:
        """Bring the site up to date, unless something is wrong: then the last good one stays."""
        frame = self._frame
        if frame is None:
            self.problems = self._frame_problems
            return
        if self._between is None or self._between:
            entries = [one for path in sorted(self._files) for one in self._files[path].entries]
            self._between = reference.problems(entries)
        own = tuple(problem for found in self._faulty.values() for problem in found)
        unread = any(problem.severity == "error" for problem in own)
        between = doubted(self._between) if unread else self._between
        found = (*self._frame_problems, *self._scan_problems, *own, *between)
        self.problems = illustrated(self._root, found)
        if any(problem.severity == "error" for problem in found):
            return
        try:
            if self._desk:
                self._desk, changed = self._revised(self._desk)
            else:
                self._desk = desk_of(Loaded(frame, self._files, ()), drafts=self._drafts)
                self._former = None
                changed = self._desk.site.entries.keys()
        except BrokenTemplateError as error:
            self.problems = (*self.problems, error.problem)
            return
        self._shown, self._pending = self._files, set()
        late = (*self._lost(self._desk, changed), *self._crowded(self._desk))
        self.problems = (*self.problems, *illustrated(self._root, late))
        self._search.follow(self._desk)

    def _revised(self, desk: Desk) -> tuple[Desk, Collection[str]]:
        """Return the site with what changed since it was last good, and the ids of that."""
        before = self._readable(self._shown)
        after = self._readable(self._files)
        removed = [key for key, one in before.items() if after.get(key) is not one]
        added = [one for key, one in after.items() if before.get(key) is not one]
        if before.keys() != after.keys() or any(map(_moved, (*before.values(), *after.values()))):
            self._former = None
        revised = site.revise(desk.site, removed, added)
        return replace(desk, site=revised), [one.id for one in added]

    def _readable(self, known: Mapping[str, Decoded]) -> dict[str, Entry]:
        entries = (one for path in self._pending if path in known for one in known[path].entries)
        return {one.id: one for one in readable(entries, drafts=self._drafts)}

    def _lost(self, desk: Desk, changed: Collection[str]) -> tuple[Problem, ...]:
        """Return the links that lead nowhere, of entries that changed or had such links before."""
        known = desk.site.entries
        asked = [known[key] for key in sorted({*changed, *self._doubtful}) if key in known]
        lost = tuple(link.problems(asked, lambda path: self._found(desk, path) is not None))
        places = {problem.span.path for problem in lost}
        self._doubtful = {one.id for one in asked if one.path in places}
        return lost

    def _crowded(self, desk: Desk) -> tuple[Problem, ...]:
        """Return the paths that two files want: of such only former ones can be."""
        if self._former is None:
            self._former = tuple(path for path, _ in layout.former(desk.site))
        if not self._former:
            return ()
        found = (self._own(desk, path) for path in files.beside(desk.site, self._former))
        own = {file.path for file in found if file}
        return files.collisions((*sorted(own), *self._former), desk.site, TAKEN)

    def _found(self, desk: Desk, path: str) -> File | None:
        page = plan.page(desk.site, path)
        return files.page_file(desk, page) if page else self._other(desk, path)

    def _own(self, desk: Desk, path: str) -> File | None:
        """Return a file that is no redirect."""
        page = plan.own(desk.site, path)
        return files.page_file(desk, page) if page else self._other(desk, path)

    def _other(self, desk: Desk, path: str) -> File | None:
        """Return a file that is no page."""
        feed = channel.feed(desk.site, path)
        if feed:
            return files.feed_file(desk, feed)
        for name, (prefixes, make) in _KINDS.items():
            if path.startswith(prefixes):
                found = self._once(name, desk, make).get(path)
                if found:
                    return found
        return self._search.files.get(path)

    def _once(
        self, name: str, desk: Desk, make: Callable[[Desk], Iterator[File]]
    ) -> Mapping[str, File]:
        """Return files that are listed together, listing them once a generation."""
        if self._made.get(name, (-1, {}))[0] != self.generation:
            self._made[name] = (self.generation, {file.path: file for file in make(desk)})
        return self._made[name][1]


class _Search:
    """The search index, which follows the site in the background."""

    def __init__(self, root: Path, calm: Callable[[], None]) -> None:
        self._root = root
        self._calm = calm
        self._wanted: Desk | None = None
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self.files: Mapping[str, File] = {}

    def follow(self, desk: Desk) -> None:
        """Index a site when the one before it is done; only the newest asked for counts."""
        with self._wake:
            self._wanted = desk
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while True:
            time.sleep(QUIET)
            self._calm()
            with self._wake:
                desk, self._wanted = self._wanted, None
                if desk is None:
                    self._thread = None
                    return
            try:
                made = index.files(desk.site, self._root, self._calm)
            except (PublishError, OSError, StopIteration):
                continue  # the next build says so; the preview goes on with the index it has
            self.files = {file.path: file for file in made}


def media(path: str) -> str:
    """Return the media type of a file by its name."""
    suffix = PurePosixPath(path).suffix
    guessed = TYPES.get(suffix) or mimetypes.guess_type(path)[0]
    return guessed or "application/octet-stream"


def _moved(one: Entry) -> bool:
    """Tell whether there may be a redirect because of an entry."""
    return bool(one.aliases) or one.status == "merged"


def _content(path: str) -> bool:
    inside = path.startswith(f"{source.CONTENT}/") and not path.startswith(source.REGISTRY)
    return inside and path.endswith(source.SUFFIXES)


def _lists(desk: Desk) -> Iterator[File]:
    return files.lists(desk, (*plan.unnamed(desk.site), *plan.named(desk.site)))


def _downloads(desk: Desk) -> Iterator[File]:
    for path, content in data.files(desk.site).items():
        yield files.ready(path, content)


_KINDS: Final[Mapping[str, tuple[tuple[str, ...], Callable[[Desk], Iterator[File]]]]] = {
    "pictures": (("aset/bagikan/",), files.pictures),
    "lists": (("sitemap", "feeds.opml"), _lists),
    "downloads": (("data/",), _downloads),
    "assets": (("",), files.assets),
}
"""What is not a page or a feed: the paths it may have, and what lists it."""
