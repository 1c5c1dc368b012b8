"""Measure publishing alone: python bench/publish.py [FILES].

In: a number of invented files of 6 KB, two thirds of them in folders of their own. Out: seconds for
a first build and for edits of thirty files after it, with what each leaves unwritten.
"""

import os
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from digest.cache import Cache
from digest.output import File
from digest.publish import looking, publish

EDITS = 8
CHANGED = 30
FILLING = os.urandom(3000) * 2


def paths(count: int) -> list[str]:
    """Give the paths of an invented site."""
    return [
        f"entri/e{number:06d}/index.html"
        if number % 3
        else f"wilayah/w{number % 514}/f{number}.xml"
        for number in range(count)
    ]


def files(versions: Mapping[str, int]) -> list[File]:
    """Give the files at their versions."""

    def make(path: str) -> bytes:
        return f"{path} {versions[path]}".encode() + FILLING

    return [
        File(path, f"{version:032d}", lambda path=path: make(path))  # type: ignore[misc]
        for path, version in versions.items()
    ]


def main(root: Path, count: int) -> None:
    """Build once, then edit."""
    out = root / "build"
    versions = dict.fromkeys(paths(count), 0)
    names = list(versions)
    for edit in range(EDITS + 1):
        for number in range(CHANGED if edit else 0):
            versions[names[(number * 997 + edit) % count]] = edit
        wanted = files(versions)
        start = time.perf_counter()
        with Cache.open(root, "bench") as cache:
            known = cache.published(out)
            with looking(out, known) as look:
                time.sleep(0.15)  # in which a build reads and plans
                began = time.perf_counter()
                outcome = publish(root, out, wanted, known, os.cpu_count() or 1, look)
                spent = time.perf_counter() - began
            cache.remember(out, known, outcome.known)
        whole = time.perf_counter() - start - 0.15
        counts = f"{outcome.written:6} written {outcome.unchanged:6} unchanged"
        print(f"{'edit ' + str(edit) if edit else 'first':8} {counts} {spent:.3f} s", end="")
        print(f", with the cache {whole:.3f} s")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 30_000)
