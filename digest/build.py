"""The pipeline on one screen: a site's folder becomes a published site, or a list of problems.

In: the folder and options. Out: `Report`. Nothing is published when there is a problem.
"""

import gc
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from digest import files as files_
from digest import guard, index, link, plan, render, site, template, theme
from digest.cache import Cache
from digest.files import Desk
from digest.load import Frame, Loaded, illustrated, load, read_frame, readable
from digest.lock import lock
from digest.output import File, Known, PublishError
from digest.problem import Problem, Span
from digest.publish import Look, looking, publish
from digest.theme import View
from digest.tree import KEPT, MANIFEST

TAKEN: Final = (MANIFEST, KEPT, index.PREFIX.rstrip("/"))
"""Paths of what stands in every published site besides its files."""
_REPEATED: Final = ("repeated-id", "repeated-path")
"""Problems because of which paths collide that would not otherwise."""


class Options(Struct, frozen=True):
    """What the editor asked for."""

    root: Path
    """The site's folder."""
    out: Path
    """The folder to be published."""
    base_url: str | None = None
    """In place of the one in `site.yaml`."""
    drafts: bool = False
    """Whether drafts are shown."""
    workers: int = os.cpu_count() or 1
    """Processes."""
    waiting: Callable[[], None] = lambda: None
    """Called when another build has to end first."""


class Report(Struct, frozen=True):
    """What a build did."""

    entries: int = 0
    pages: int = 0
    feeds: int = 0
    written: int = 0
    unchanged: int = 0
    removed: int = 0
    problems: tuple[Problem, ...] = ()
    """Warnings too; with an error among them nothing was published."""
    seconds: Mapping[str, float] = {}
    """By stage."""

    @property
    def failed(self) -> bool:
        """Whether nothing was published."""
        return any(problem.severity == "error" for problem in self.problems)


class Watch:
    """How long each stage took."""

    def __init__(self) -> None:
        """Start with no stage."""
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time one stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            spent = self.seconds.get(name, 0.0) + time.perf_counter() - start
            self.seconds[name] = round(spent, 4)


def build(options: Options) -> Report:
    """Build and publish a site."""
    watch = Watch()
    with lock(options.root, options.waiting), uncollected():
        try:
            guard.refuse(options.root, options.out)
        except PublishError as error:
            return Report(problems=(_unpublished(options, error),))
        with watch.stage("read"):
            frame, problems = read_frame(options.root, options.base_url)
        if frame is None:
            return Report(problems=problems, seconds=watch.seconds)
        with Cache.open(options.root, frame.decoding) as cache:
            known = cache.published(options.out)
            with looking(options.out, known) as look:
                report = _built(options, frame, cache, Before(known, look), watch)
    return replace(report, problems=(*problems, *report.problems), seconds=watch.seconds)


@contextmanager
def uncollected() -> Iterator[None]:
    """Do not look for cycles: a build makes millions of values that form none, and ends soon."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


class Before(Struct, frozen=True):
    """What earlier builds have left in the output folder."""

    known: Known
    """What is known of it."""
    look: Look
    """Gives the tree to be reused, which another process is looking at."""


def _built(options: Options, frame: Frame, cache: Cache, before: Before, watch: Watch) -> Report:
    with watch.stage("parse"):
        loaded = load(options.root, frame, cache, options.workers)
    try:
        desk, files, problems = planned(
            options.root, loaded, watch, drafts=options.drafts, cache=cache
        )
        report = Report(problems=problems)
        if report.failed:
            return report
        return replace(_published(options, desk, files, cache, before, watch), problems=problems)
    except template.BrokenTemplateError as error:
        return Report(problems=(error.problem,))
    except PublishError as error:
        return Report(problems=(_unpublished(options, error),))


def _unpublished(options: Options, error: PublishError) -> Problem:
    return Problem(Span(options.out.name or str(options.out), 0), error.code, error.values)


def examine(root: Path) -> tuple[Problem, ...]:
    """Return every problem of a site without publishing anything."""
    frame, problems = read_frame(root)
    if frame is None:
        return problems
    with Cache.open(root, frame.decoding) as cache:
        loaded = load(root, frame, cache, os.cpu_count() or 1)
    try:
        desk, _, found = planned(root, loaded, Watch(), drafts=True)
        # a mistake may show on one page only; two entries of one id are one page, and whose?
        if frame.templates and not _repeated(loaded):
            for page in plan.pages(desk.site):
                render.page(page, desk.view)
    except template.BrokenTemplateError as error:
        return (*problems, *illustrated(root, loaded.problems), error.problem)
    return (*problems, *found)


def planned(
    root: Path, loaded: Loaded, watch: Watch, *, drafts: bool, cache: Cache | None = None
) -> tuple[Desk, list[File], tuple[Problem, ...]]:
    """Return the site, its files, and every problem of its entries and between them."""
    with watch.stage("assemble"):
        desk = desk_of(loaded, drafts=drafts, cache=cache)
    with watch.stage("plan"):
        files = list(files_.files(desk))
    with watch.stage("check"):
        paths = {file.path for file in files}
        lost = link.problems(desk.site.entries.values(), paths.__contains__, paths, loaded.unread)
        every = (file.path for file in files)
        crowded = () if _repeated(loaded) else files_.collisions(every, desk.site, TAKEN)
        problems = (*loaded.problems, *lost, *crowded)
    return desk, files, illustrated(root, problems)


def _repeated(loaded: Loaded) -> bool:
    """Tell whether two entries claim to be one."""
    return any(problem.code in _REPEATED for problem in loaded.problems)


def _published(  # noqa: PLR0913, PLR0917 -- what a publication is made of
    options: Options, desk: Desk, files: list[File], cache: Cache, before: Before, watch: Watch
) -> Report:
    with watch.stage("search"):
        files += index.files(desk.site, options.root)
    with watch.stage("publish"):
        outcome = publish(
            options.root, options.out, files, before.known, options.workers, before.look
        )
    cache.remember(options.out, before.known, outcome.known)
    return Report(
        entries=len(desk.site.entries),
        pages=sum(1 for file in files if file.path.endswith(".html")),
        feeds=sum(1 for file in files if is_feed(file.path)),
        written=outcome.written,
        unchanged=outcome.unchanged,
        removed=outcome.removed,
    )


def is_feed(path: str) -> bool:
    """Tell whether a path is that of a feed or calendar."""
    return path.endswith((".ics", "feed.xml", "atom.xml", "feed.json", "pekanan.xml"))


def view_of(frame: Frame, cache: Cache | None = None) -> View:
    """Return what a site's pages are rendered with, its templates compiled if there is a cache."""
    names = (frame.gazetteer, frame.registry)
    given = (frame.config, *names, frame.templates, frame.outlines)
    if cache is None:
        return theme.view(*given)
    key = f"templates {theme.key(*given)}"
    compiled = template.Compiled(cache.blob(key) or b"")
    view = theme.view(*given, compiled=compiled)
    template.compile_all(view.environment, frame.templates)
    if compiled.grown:
        cache.keep({key: compiled.packed()})
        cache.prune()
    return view


def desk_of(loaded: Loaded, *, drafts: bool, cache: Cache | None = None) -> Desk:
    """Return the site, and what it is written with."""
    frame = loaded.frame
    entries = readable(loaded.entries, drafts=drafts)
    assembled = site.assemble(frame.config, frame.gazetteer, frame.registry, entries)
    view = view_of(frame, cache)
    return Desk(assembled, view, f"{frame.key} {view.key}", {})
