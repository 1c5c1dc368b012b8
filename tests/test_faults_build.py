"""The real `digest build` when things go wrong: rows 22, 23, 28, 30 and 44 of the promises."""

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import small
from digest.lock import lock
from program import INTERRUPTS, Running, command, run, site, until
from trees import beside, on_disk

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and signals of POSIX")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return site(tmp_path / "site")


def in_short_path(place: Path, make: Callable[[str], object]) -> None:
    """Make something whose path the system wants short."""
    before = Path.cwd()
    os.chdir(place.parent)
    try:
        make(place.name)
    finally:
        os.chdir(before)


def bound(name: str) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(name)


ALIENS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "link outwards": ("content/x.md", lambda place: place.symlink_to("/etc/hostname")),
    "link to nowhere": ("content/x.md", lambda place: place.symlink_to("nowhere")),
    "loop": ("content/x", lambda place: place.symlink_to(place.parent)),
    "pipe": ("content/x.md", os.mkfifo),
    "socket": ("content/x.md", lambda place: in_short_path(place, bound)),
    "too large": ("content/x.md", lambda place: place.write_bytes(b"x" * 300_000)),
    "not UTF-8": ("content/x.md", lambda place: place.write_bytes(b"\xff")),
    "wrong suffix": ("content/x.MD", lambda place: place.write_bytes(b"x")),
}


@posix
@pytest.mark.parametrize("case", ALIENS)
def test_strange_things_in_content(root: Path, case: str) -> None:
    """What is no readable entry is named with its path, and the old site stays."""
    assert run(root, "build").returncode == 0
    before = on_disk(root / "build")
    path, make = ALIENS[case]
    small.write(root, 9)
    make(root / path)
    result = run(root, "build")
    assert result.returncode == 1
    assert f"{path}:" in result.stderr
    assert "hint:" in result.stderr
    assert "Traceback" not in result.stderr
    assert on_disk(root / "build") == before


@posix
@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root reads all")
def test_unreadable_folder(root: Path) -> None:
    """A folder without permission is named."""
    (root / "content/closed").mkdir(mode=0)
    result = run(root, "build")
    assert result.returncode == 1
    assert "content/closed" in result.stderr


@pytest.mark.parametrize("out", [".", "..", "/", "content", "templates/x", ".git"])
def test_dangerous_output(root: Path, out: str) -> None:
    """A slip of `--out` is refused in one sentence, and nothing is touched."""
    (root / "templates").mkdir()
    before = on_disk(root)
    result = run(root, "build", "--out", str(root / out))
    after = {path: found for path, found in on_disk(root).items() if ".cache" not in path}
    assert result.returncode == 1
    assert "output-holds-input" in result.stderr
    assert after == before


def test_dangerous_output_is_refused_before_any_work(root: Path) -> None:
    """Whoever slips waits for nothing: not even the entries have been read, bad ones among them."""
    small.write(root, 1, date="besok")
    (root / ".cache/digest.db").unlink(missing_ok=True)
    result = run(root, "build", "--out", str(root / "content"))
    assert result.returncode == 1
    assert "output-holds-input" in result.stderr
    assert "bad-date" not in result.stderr
    assert not (root / ".cache/digest.db").exists()


def test_output_of_somebody_else(root: Path) -> None:
    """A folder with files that we did not make is refused, and a link too."""
    (root / "build").mkdir()
    (root / "build/notes.txt").write_text("mine", "utf-8")
    result = run(root, "build")
    assert result.returncode == 1
    assert "output-not-ours" in result.stderr
    assert (root / "build/notes.txt").read_text("utf-8") == "mine"


def clean(root: Path, place: Path) -> dict[str, tuple[str, bytes]]:
    """Build a copy of a site's sources from nothing."""
    shutil.copytree(root, place, ignore=shutil.ignore_patterns("build", ".cache", ".digest-*"))
    assert run(place, "build").returncode == 0
    return on_disk(place / "build")


@posix
def test_killed_builds(root: Path, tmp_path: Path) -> None:
    """Builds killed at random moments leave the old site or the new one, and the next is clean."""
    chance = random.Random(7)  # noqa: S311 no secret
    start = time.monotonic()
    assert run(root, "build").returncode == 0
    longest = time.monotonic() - start
    sites = [on_disk(root / "build")]
    for number in range(6):
        small.write(root, number, title=f"Judul ke-{number}")
        sites.append(clean(root, tmp_path / f"clean-{number}"))
        with Running(root, "build") as building:
            time.sleep(chance.uniform(longest / 3, longest))
            building.process.send_signal(signal.SIGKILL)
            building.process.wait(20)
        assert on_disk(root / "build") in sites
    assert run(root, "build").returncode == 0
    assert on_disk(root / "build") == sites[-1]
    assert len(beside(root)) <= 2


@posix
@pytest.mark.parametrize("number", INTERRUPTS)
def test_stopped_build(root: Path, number: int) -> None:
    """A build that is stopped says nothing of Python, and leaves the site as it was."""
    assert run(root, "build").returncode == 0
    before = on_disk(root / "build")
    for entry in range(300):
        small.write(root, entry, title=f"Judul {entry}")
    with Running(root, "build") as building:
        until(lambda: bool(beside(root)) or building.process.poll() is not None)
        status = building.ends(number)
    assert status == 128 + number
    assert not any("Traceback" in words for words in building.said)
    assert on_disk(root / "build") == before
    assert beside(root) == []


@posix
def test_second_build_waits(root: Path) -> None:
    """A build that has to wait for another says so, and then builds."""
    with Running(root, "check") as warm:
        warm.process.wait(60)
    with lock(root):
        building = subprocess.Popen(command(root, "build"), stderr=subprocess.PIPE, text=True)
        assert building.stderr is not None
        assert "Waiting" in building.stderr.readline()
        assert not (root / "build").exists()
    assert building.wait(60) == 0
    building.stderr.close()
    assert (root / "build/index.html").exists()
