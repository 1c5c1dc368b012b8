"""Publishing: files come in, and an output folder goes out that is replaced as a whole.

The last stage. A new tree is made ready beside the old one and takes its place in one step, so that
a reader, a full disk or a kill at any moment finds the old site or the new one. The tree to be made
ready is the one before last, brought up to date: an edit writes what it changes and no more.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final

from msgspec import Struct

from digest import disk, guard, pool, tree
from digest.output import File, Known, Outcome, Published, Seal

SPARE: Final = 2
"""Old trees that stay beside the live one, for readers still in them."""


class Tree(Struct, frozen=True):
    """A whole tree that an earlier build left."""

    folder: Path
    """Where it is."""
    seal: Seal
    """What tells that it is whole."""
    shas: Mapping[str, str]
    """Its manifest."""


class Job(Struct, frozen=True):
    """One file to be put into the new tree."""

    file: File
    """What it is and how it is made."""
    there: str
    """SHA-256 of the file that is at its path already; empty if none is."""
    source: Published | None = None
    """The equal file of the live tree, to be linked instead, if there is one."""


def ready_made(prefix: str, folder: Path) -> Iterator[File]:
    """Give the files of a folder that another program has filled, to be copied as they are."""
    for above, _, names in os.walk(folder):
        for name in names:
            place = Path(above, name)
            found = place.stat()
            below = place.relative_to(folder).as_posix()
            stamp = f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
            yield File(prefix + below, f"{place} {stamp}", place.read_bytes)


def publish(
    root: Path, out: Path, files: Sequence[File], known: Known, workers: int = 1
) -> Outcome:
    """Make `out` hold exactly `files`, a manifest, and the user's `.gitignore`.

    The caller holds the site's lock. `workers` processes make and write the files. Raises
    PublishError, or whatever a file's `make` raises; the old tree then is as it was.
    """
    guard.refuse(root, out)
    guard.admit([file.path for file in files], known.files)
    out = Path(os.path.abspath(out))  # noqa: PTH100 it is no link
    wanted = {file.path: file for file in sorted(files, key=lambda file: file.path)}
    try:
        with disk.common_modes():
            out.parent.mkdir(parents=True, exist_ok=True)
            recover(out)
            return _publish(out, wanted, known, workers)
    except OSError as error:
        raise guard.failed(error) from error


def recover(out: Path) -> None:
    """Finish, or undo, an exchange in two steps that was cut off between them."""
    ready = _beside(out, "ready")
    if not os.path.lexists(ready):
        return
    if os.path.lexists(out):
        disk.remove_all(ready)
    else:
        disk.rename(ready, out)


def _publish(out: Path, wanted: Mapping[str, File], known: Known, workers: int) -> Outcome:
    """Replace the live tree if it is not what is wanted; say what that changed."""
    spares = _sweep(out, known)
    live = _tree(out, known)
    if live is not None and _same(live, wanted, known):
        return Outcome(0, len(wanted), 0, live.shas, known)
    before = live.shas if live else tree.manifest(out) or {}
    folder = spares.pop(0) if len(spares) >= SPARE else _free(out)
    olds = [old for old in (live, *(_tree(spare, known) for spare in spares)) if old]
    files, seals = _replace(out, folder, olds, wanted, known, workers)
    if not before:
        disk.remove_all(folder)
    shas = {path: file.sha256 for path, file in files.items()}
    written = sum(before.get(path) != sha for path, sha in shas.items())
    gone = len(before.keys() - shas.keys())
    return Outcome(written, len(shas) - written, gone, shas, Known(files, seals))


def _replace(  # noqa: PLR0913, PLR0917 what two trees and the wish for a third are made of
    out: Path,
    folder: Path,
    olds: Sequence[Tree],
    wanted: Mapping[str, File],
    known: Known,
    workers: int,
) -> tuple[dict[str, Published], dict[int, Seal]]:
    """Bring the tree in `folder` up to date and let it change places with `out`."""
    live = next((old for old in olds if old.folder == out), None)
    numbers = {tree.inode(old.folder): old for old in olds}
    try:
        base = _mend(_tree(folder, known), folder, wanted)
        jobs, settled = _plan(wanted, known, base, live)
        if base is None:
            numbers = {ino: old for ino, old in numbers.items() if _sound(old)}
        jobs = _verified(jobs, live) if live else jobs
        settled |= _done(folder, out, jobs, workers)
        files = {path: settled[path] for path in wanted}
        seal = _finish(folder, out, files)
        disk.sync(folder)
        _swap(folder, out)
    except BaseException:
        recover(out)
        disk.remove_all(folder)
        raise
    # Linking most files has changed the inodes of all trees, just looked through: stamp them anew.
    stamps = {ino: seal.stamp if base is None else old.seal.stamp for ino, old in numbers.items()}
    seals = {
        ino: Seal(stamps[ino], old.seal.manifest, old.seal.boot) for ino, old in numbers.items()
    }
    return files, {**seals, tree.inode(out): seal}


def _beside(out: Path, mark: str) -> Path:
    return out.with_name(f".digest-{out.name}-{mark}")


def _free(out: Path) -> Path:
    """Give a name for a tree beside `out` that none has."""
    places = (_beside(out, str(number)) for number in count(1))
    return next(place for place in places if not os.path.lexists(place))


def _sweep(out: Path, known: Known) -> list[Path]:
    """Give the old trees beside `out`, the oldest first, and remove what else a build left."""
    start = _beside(out, "").name
    spares = []
    for place in sorted(out.parent.iterdir()):
        mark = place.name.removeprefix(start)
        if mark != place.name and mark.isdecimal():
            if tree.inode(place) in known.seals:
                spares.append(place)
            else:
                disk.remove_all(place)
    spares.sort(key=lambda place: known.seals[tree.inode(place)].stamp)
    while len(spares) > SPARE:
        disk.remove_all(spares.pop(0))
    return spares


def _tree(folder: Path, known: Known) -> Tree | None:
    """Give the tree in a folder if a build before has sealed it and its manifest is that one."""
    seal = known.seals.get(tree.inode(folder))
    shas = tree.manifest(folder, seal) if seal else None
    return Tree(folder, seal, shas) if seal and shas is not None else None


def _same(live: Tree, wanted: Mapping[str, File], known: Known) -> bool:
    """Tell whether the live tree is what is wanted, with nothing in it touched."""
    files, shas = known.files, live.shas
    if shas.keys() != wanted.keys() or files.keys() != wanted.keys():
        return False
    for path, file in wanted.items():
        if files[path].key != file.key or files[path].sha256 != shas[path]:
            return False
    return _sound(live)


def _mend(base: Tree | None, folder: Path, wanted: Mapping[str, File]) -> Tree | None:
    """Take out of an old tree what is not wanted; without one, start with an empty folder."""
    faults = tree.check(folder, base.shas, base.seal) if base else tree.Faults(broken=True)
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
    return jobs, settled


def _sound(old: Tree) -> bool:
    return tree.check(old.folder, old.shas, old.seal) == tree.Faults()


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


def _swap(folder: Path, out: Path) -> None:
    """Let the new tree take the place of the old one, in one step where the system can."""
    if not os.path.lexists(out):
        disk.rename(folder, out)
    elif not disk.exchange(folder, out):
        # In two steps the names are the journal: whoever finds "ready" and no output goes on.
        ready = _beside(out, "ready")
        disk.rename(folder, ready)
        disk.rename(out, folder)
        disk.rename(ready, out)
