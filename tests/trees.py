"""Invented output trees for the tests of publishing: files to make, and what is on disk.

Run as a program it is a build of such a tree, to be stopped or hindered from outside:
`python trees.py ROOT VERSION [SECONDS a file]`.
"""

import hashlib
import json
import os
import signal
import stat
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from digest.cache import Cache
from digest.lock import lock
from digest.output import File, Known, Outcome
from digest.publish import looking, publish

Contents = Mapping[str, bytes]


def contents(version: int, count: int = 40) -> Contents:
    """Give the files of an invented site: most stay, some change, come and go with the version."""
    files = {f"entri/e{n}/index.html": f"entry {n}" for n in range(count)}
    files |= {f"wilayah/w{n % 3}/f{n}.xml": f"feed {n} {version}" for n in range(count // 4)}
    files |= {f"pekan/{version}/index.html": f"week {version}", "index.html": f"home {version}"}
    return {path: (text * 20).encode() for path, text in files.items()}


def files(wanted: Contents, made: Callable[[str], object] = lambda _: None) -> list[File]:
    """Give the same as files to be made; `made` hears which really are."""

    def make(path: str, data: bytes) -> bytes:
        made(path)
        return data

    return [
        File(path, hashlib.md5(data, usedforsecurity=False).hexdigest(), partial(make, path, data))
        for path, data in wanted.items()
    ]


def known(root: Path) -> Known:
    """Give what the cache knows of the site's output."""
    with Cache.open(root, "trees") as cache:
        return cache.published(root / "build")


def build(
    root: Path,
    wanted: Contents,
    workers: int = 1,
    made: Callable[[str], object] = lambda _: None,
) -> Outcome:
    """Publish files into `build/`, as the program does it."""
    out = root / "build"
    with lock(root), Cache.open(root, "trees") as cache:
        before = cache.published(out)
        with looking(out, before) as look:
            outcome = publish(root, out, files(wanted, made), before, workers, look)
        cache.remember(out, before, outcome.known)
    return outcome


def on_disk(folder: Path) -> dict[str, tuple[str, bytes]]:
    """Give mode and bytes of everything below a folder."""
    found: dict[str, tuple[str, bytes]] = {}
    for above, folders, names in os.walk(folder):
        for name in folders + names:
            place = Path(above, name)
            mode = stat.filemode(place.lstat().st_mode)
            data = place.read_bytes() if mode.startswith("-") else b""
            found[place.relative_to(folder).as_posix()] = (mode, data)
    return found


def expected(wanted: Contents, kept: bytes | None = None) -> dict[str, tuple[str, bytes]]:
    """Give what should be on disk, worked out without the program."""
    found = {path: ("-rw-r--r--", data) for path, data in wanted.items()}
    for path in wanted:
        for above in Path(path).parents[:-1]:
            found[above.as_posix()] = ("drwxr-xr-x", b"")
    shas = {path: hashlib.sha256(data).hexdigest() for path, data in sorted(wanted.items())}
    rows = ",\n".join(f"{json.dumps(path)}:{json.dumps(sha)}" for path, sha in shas.items())
    found["manifest.json"] = ("-rw-r--r--", f'{{"version":1,"files":{{{rows}}}}}\n'.encode())
    if kept is not None:
        found[".gitignore"] = ("-rw-r--r--", kept)
    return found


def beside(root: Path) -> list[str]:
    """Name what publishing has left beside the output."""
    return sorted(place.name for place in root.glob(".digest-*"))


def _stopped(number: int, _: object) -> None:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stopped)
    signal.signal(signal.SIGINT, _stopped)
    pause = float(sys.argv[3]) if len(sys.argv) > 3 else 0
    build(Path(sys.argv[1]), contents(int(sys.argv[2]), 300), 2, lambda _: time.sleep(pause))
