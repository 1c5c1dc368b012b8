"""Publishing: files come in, and an output folder goes out that is replaced as a whole.

The last stage. A new tree is made ready beside the old one and takes its place in one step, so that
a reader, a full disk or a kill at any moment finds the old site or the new one. The tree to be made
ready is the one before last, brought up to date: an edit writes what it changes and no more.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from digest import disk, guard, pool, rotation, tree
from digest.output import File, Known, Outcome, Published, Seal
from digest.rotation import SPARE, Tree

Look: TypeAlias = "Callable[[], tuple[Path, tree.Faults] | None]"
"""Gives the tree that was looked at and what is wrong with it, when that is known."""


class Job(Struct, frozen=True):
    """One file to be put into the new tree."""

    file: File
    """What it is and how it is made."""
    there: str
    """SHA-256 of the file that is at its path already; empty if none is."""
    source: Published | None = None
    """The equal file of the live tree, to be linked instead, if there is one."""


def looking(out: Path, known: Known) -> AbstractContextManager[Look]:
    """Look at the tree that the next build will reuse, in another process.

    What the context gives is for `publish`; a build has the look done while it reads and plans. It
    begins with this, so that an exchange cut off by a crash is finished whatever the content is.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100 as in `publish`
    with suppress(OSError):
        rotation.recover(out)

    def look() -> tuple[Path, tree.Faults] | None:
        spares, _ = rotation.spares(out, known) if out.parent.is_dir() else ([], [])
        if len(spares) < SPARE:
            return None
        return spares[0], rotation.faults(spares[0], known)

    return pool.later(look)


def publish(  # noqa: PLR0913, PLR0917 the last two change speed only
    root: Path,
    out: Path,
    files: Sequence[File],
    known: Known,
    workers: int = 1,
    look: Look = lambda: None,
) -> Outcome:
    """Make `out` hold exactly `files`, a manifest, and the user's `.gitignore`.

    The caller holds the site's lock. `workers` processes make and write the files, neighbours
    mostly in the same one. `look` comes from `looking` with the same output and knowledge. Raises
    PublishError, or whatever a file's `make` raises; the old tree then is as it was.
    """
    guard.refuse(root, out)
    guard.admit([file.path for file in files], known.files)
    out = Path(os.path.abspath(out))  # noqa: PTH100 it is no link
    wanted = {file.path: file for file in files}
    try:
        with disk.common_modes():
            out.parent.mkdir(parents=True, exist_ok=True)
            rotation.recover(out)
            return _publish(out, wanted, known, workers, look)
    except OSError as error:
        raise guard.failed(error) from error


def _publish(
    out: Path, wanted: Mapping[str, File], known: Known, workers: int, look: Look
) -> Outcome:
    """Replace the live tree if it is not what is wanted; say what that changed."""
    spares, litter = rotation.spares(out, known)
    for place in litter:
        disk.remove_all(place)
    live = rotation.sealed(out, known)
    if live and _same(live, wanted, known):
        return Outcome(0, len(wanted), 0, live.shas, known)
    before = live.shas if live else tree.manifest(out) or {}
    folder = spares.pop(0) if len(spares) >= SPARE else rotation.free(out)
    try:
        base = _mended(folder, known, wanted, look)
        seals = rotation.standing([out, *spares], known, whole=base is None)
        jobs, files = _plan(wanted, known, base, live)
        files |= _done(folder, out, jobs, workers)
        seal = _finish(folder, out, files)
        disk.sync(folder)
        rotation.swap(folder, out)
        if not before:
            disk.remove_all(folder)
    except BaseException:
        rotation.recover(out)
        disk.remove_all(folder)
        raise
    if base is None:
        seals = rotation.stamped(seals, seal.stamp)
    return _outcome(before, files, {**seals, tree.inode(out): seal})


def _outcome(
    before: Mapping[str, str], files: Mapping[str, Published], seals: Mapping[int, Seal]
) -> Outcome:
    shas = {path: file.sha256 for path, file in files.items()}
    written = sum(before.get(path) != sha for path, sha in shas.items())
    gone = len(before.keys() - shas.keys())
    return Outcome(written, len(shas) - written, gone, shas, Known(files, seals))


def _same(live: Tree, wanted: Mapping[str, File], known: Known) -> bool:
    """Tell whether the live tree is what is wanted, with nothing in it touched."""
    files, shas = known.files, live.shas
    if shas.keys() != wanted.keys() or files.keys() != wanted.keys():
        return False
    for path, file in wanted.items():
        if files[path].key != file.key or files[path].sha256 != shas[path]:
            return False
    return tree.check(live.folder, shas, live.seal) == tree.Faults()


def _mended(folder: Path, known: Known, wanted: Mapping[str, File], look: Look) -> Tree | None:
    """Take out of an old tree what is not wanted; without one, start with an empty folder."""
    base = rotation.sealed(folder, known)
    seen = look() if base else None
    faults = seen[1] if seen and seen[0] == folder else rotation.faults(folder, known)
    if base is None or faults.broken:
        disk.remove_all(folder)
        disk.folder(str(folder))
        return None
    for path in (*faults.aliens, *faults.altered):
        disk.remove_all(folder / path)
    stay = {path: sha for path, sha in base.shas.items() if path not in faults.altered}
    for path in stay.keys() - wanted.keys():
        disk.remove(f"{folder}{os.sep}{path}")
        del stay[path]
    for path in sorted(tree.folders(base.shas) - tree.folders(wanted), reverse=True):
        disk.remove_folder(f"{folder}{os.sep}{path}")
    return Tree(folder, base.seal, stay)


def _plan(
    wanted: Mapping[str, File], known: Known, base: Tree | None, live: Tree | None
) -> tuple[list[Job], dict[str, Published]]:
    """Tell the files that are in place already from those to be linked or made."""
    here = base.shas if base else {}
    there = live.shas if live else {}
    jobs, settled = [], {}
    for path, file in wanted.items():
        old = known.files.get(path)
        if old is None or old.key != file.key:
            jobs.append(Job(file, here.get(path, "")))
        elif here.get(path) == old.sha256:
            settled[path] = old
        else:
            source = old if there.get(path) == old.sha256 else None
            jobs.append(Job(file, here.get(path, ""), source))
    return _verified(jobs, live) if live else jobs, settled


def _verified(jobs: list[Job], live: Tree) -> list[Job]:
    """Link only from files that nobody touched."""
    sources = {job.file.path: job.source.sha256 for job in jobs if job.source}
    bad = tree.altered(live.folder, sources, live.seal)
    return [Job(job.file, job.there) if job.file.path in bad else job for job in jobs]


def _done(folder: Path, out: Path, jobs: Sequence[Job], workers: int) -> dict[str, Published]:
    """Put the files into the tree, in several processes if there are many."""
    source, target = f"{out}{os.sep}", f"{folder}{os.sep}"

    def work(piece: Sequence[Job]) -> list[tuple[str, str, int]]:
        return [_put(job, source, target) for job in piece]

    keys = {job.file.path: job.file.key for job in jobs}
    return {
        path: Published(keys[path], sha, size) for path, sha, size in pool.run(work, jobs, workers)
    }


def _put(job: Job, source: str, target: str) -> tuple[str, str, int]:
    """Put one file in its place; never into a file that is there, for it has other names."""
    path = target + job.file.path
    if job.source:
        if job.there:
            disk.remove(path)
        _into(path, lambda: disk.link(source + job.file.path, path))
        return job.file.path, job.source.sha256, job.source.size
    data = job.file.make()
    sha = sha256(data).hexdigest()
    if sha != job.there:
        if job.there:
            disk.remove(path)
        _into(path, lambda: disk.write(path, data))
    return job.file.path, sha, len(data)


def _into(path: str, put: Callable[[], None]) -> None:
    """Put a file into a folder, which is made when it turns out to be missing."""
    try:
        put()
    except FileNotFoundError:
        disk.folder(path.rpartition("/")[0])
        put()


def _finish(folder: Path, out: Path, files: Mapping[str, Published]) -> Seal:
    """Add the manifest and the user's own file; seal the tree."""
    kept = _kept(out)
    if _kept(folder) != kept:
        disk.remove_all(folder / tree.KEPT)
        if kept is not None:
            disk.write(str(folder / tree.KEPT), kept)
    data = tree.manifest_bytes({path: file.sha256 for path, file in files.items()})
    place = folder / tree.MANIFEST
    disk.remove_all(place)
    disk.write(str(place), data)
    return Seal(place.lstat().st_ctime_ns, sha256(data).hexdigest(), disk.boot())


def _kept(folder: Path) -> bytes | None:
    """Read the file in an output folder that is the user's, if it is a file."""
    place = folder / tree.KEPT
    if place.is_symlink() or not place.is_file():
        return None
    return place.read_bytes()
