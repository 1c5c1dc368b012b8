"""Measure the processor's time that a build takes, stage by stage and kind by kind.

In: the number of invented entries (default 2,000). Out: µs an entry of each stage, for a clean
build, the same again, and builds after one edit, each a new process and in one process only, so
that other work on the machine does not count; then µs a file of each kind, made once.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

START = time.process_time()

from invent import write  # type: ignore[import-not-found]  # noqa: E402 -- beside this file
from msgspec.structs import replace  # noqa: E402

from digest import build, index  # noqa: E402
from digest.cache import Cache  # noqa: E402
from digest.load import load, read_frame  # noqa: E402
from digest.output import File  # noqa: E402
from digest.publish import publish  # noqa: E402

RUNS = ("clean", "again", "edit", "edit 2", "edit 3")
FEEDS = ("feed.xml", "atom.xml", "feed.json", "pekanan.xml", "kalender.ics")


class Clock(build.Watch):
    """Stages in processor's time."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time one stage."""
        start = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start


def kind(path: str) -> str:
    """Return a short name for files that are made alike."""
    parts = path.split("/")
    if parts[-1] in FEEDS:
        return f"{'archived ' if 'arsip' in parts else ''}{parts[-1]}"
    if parts[-1] == "index.html":
        below = "archives" if "arsip" in parts else "letters" if "indeks" in parts else "weeks"
        return " ".join([parts[0], *([below] if parts[3:] else ["pages"] if parts[2:] else [])])
    return parts[0] if parts[0] != "aset" else "/".join(parts[:2])


def measure(root: Path) -> dict[str, dict[str, float]]:
    """Build a site in this process; return seconds by stage and kind, and counts by kind."""
    clock = Clock()
    clock.seconds["start"] = time.process_time()
    spent: Counter[str] = Counter()
    made: Counter[str] = Counter()

    def timed(file: File) -> File:
        name = kind(file.path)
        return replace(file, make=lambda: _timed(file.make, name, spent, made))

    with build.uncollected():
        with clock.stage("read"):
            frame, _ = read_frame(root)
        if frame is None:
            raise SystemExit(1)
        with Cache.open(root, frame.decoding) as cache:
            with clock.stage("parse"):
                loaded = load(root, frame, cache)
            desk, files, _ = build.planned(root, loaded, clock, drafts=False, cache=cache)
            with clock.stage("search"):
                files += index.files(desk.site, root)
            with clock.stage("publish"):
                known = cache.published(root / "build")
                outcome = publish(root, root / "build", list(map(timed, files)), known)
                cache.remember(root / "build", known, outcome.known)
    clock.seconds["publish"] -= sum(spent.values())
    clock.seconds["make"] = sum(spent.values())
    return {"stages": clock.seconds, "spent": dict(spent), "made": dict(made)}


def _timed(make: Callable[[], bytes], name: str, spent: Counter[str], made: Counter[str]) -> bytes:
    start = time.process_time()
    data = make()
    spent[name] += time.process_time() - start  # type: ignore[assignment]  # it adds seconds
    made[name] += 1
    return data


def _edit(root: Path, number: int) -> None:
    """Change the title of the newest entry."""
    last = max(root.glob("content/*/*/*.md"), key=lambda path: path.name)
    lines = last.read_text("utf-8").splitlines(keepends=True)
    lines[2] = f"title: Judul rekaan yang berubah {number} kali\n"
    last.write_text("".join(lines), "utf-8")


def main(count: int) -> None:
    """Print both tables."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, count)
        for number, run in enumerate(RUNS):
            if run.startswith("edit"):
                _edit(root, number)
            told = subprocess.run(
                [sys.executable, __file__, "--measure", folder], check=True, capture_output=True
            )
            found[run] = json.loads(told.stdout)
    print(f"{count} entries, processor's time, ms (and µs an entry)")
    print("".join([f"{'':10}", *(f"{run:>18}" for run in RUNS)]))
    stages = list(found["clean"]["stages"])
    for stage in [*stages, "all"]:
        cells = [_cell(found[run]["stages"], stage, count) for run in RUNS]
        print(f"{stage:10}{''.join(cells)}")
    print(f"\n{'made once':32}{'files':>8}{'µs a file':>12}{'s':>8}")
    clean = found["clean"]
    for name, seconds in sorted(clean["spent"].items(), key=lambda pair: -pair[1]):
        made = clean["made"][name]
        print(f"{name:32}{made:8}{seconds / made * 1e6:12.0f}{seconds:8.2f}")


def _cell(seconds: dict[str, float], stage: str, count: int) -> str:
    spent = sum(seconds.values()) if stage == "all" else seconds[stage]
    return f"{spent * 1e3:9.0f} {f'({spent / count * 1e6:.0f})':>8}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(Path(sys.argv[2]))))
    else:
        main(int((sys.argv[1:] or ["2000"])[0]))
