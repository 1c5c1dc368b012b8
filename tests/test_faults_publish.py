"""Publishing when things go wrong: full disks, kills, signals, two at once, readers meanwhile.

Rows 28 to 32 and 44 of the promises, on invented trees.
"""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from digest import disk
from digest.output import Known, PublishError
from digest.publish import looking
from trees import beside, build, contents, expected, on_disk

HERE = Path(__file__).parent
ERRORS = (errno.ENOSPC, errno.EIO, errno.EMFILE, errno.EACCES)
OPERATIONS = ("write", "link", "folder", "remove", "remove_folder", "rename", "sync", "exchange")
COUNT = 8

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and renameat2 of POSIX")


class Faulty:
    """Lets the n-th thing done to the disk fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
        """Start counting; `number` 0 lets all succeed."""
        self.number = number
        self.done: list[str] = []
        for name in OPERATIONS:
            monkeypatch.setattr(disk, name, self.counted(name, getattr(disk, name)))

    def counted(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        """Give an operation that fails when its turn comes."""

        def operation(*arguments: object) -> object:
            self.done.append(name)
            if len(self.done) == self.number:
                number = ERRORS[self.number % len(ERRORS)]
                raise OSError(number, os.strerror(number), str(arguments[0]))
            return real(*arguments)

        return operation


@posix
@pytest.mark.parametrize("builds", [0, 1, 3, 5])
def test_every_single_write_may_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, builds: int
) -> None:
    """Whichever write fails, the old site stays, nothing is left over, and it is said why."""
    for version in range(builds):
        build(tmp_path, contents(version, COUNT))
    before = on_disk(tmp_path)
    trees = beside(tmp_path)
    number = 0
    while True:
        number += 1
        with monkeypatch.context() as patch:
            faulty = Faulty(patch, number)
            try:
                build(tmp_path, contents(99, COUNT))
            except PublishError as error:
                assert error.code in ("disk-full", "disk-error", "output-not-writable")  # noqa: PT017 it need not fail
            else:
                break
        after = on_disk(tmp_path)
        assert {path: after[path] for path in after if path.startswith("build/")} == {
            path: before[path] for path in before if path.startswith("build/")
        }, faulty.done
        assert set(beside(tmp_path)) <= set(trees)
    assert len(faulty.done) == number - 1 > COUNT
    assert on_disk(tmp_path / "build") == expected(contents(99, COUNT))


@posix
def test_partly_written_file_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up in the middle of a file leaves no half of it."""
    real = os.write
    calls: list[int] = []

    def full(descriptor: int, data: bytes) -> int:
        calls.append(len(data))
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, data[:10])

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        disk.write(str(tmp_path / "a"), b"x" * 100)
    monkeypatch.undo()
    assert on_disk(tmp_path) == {}


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that takes a file in pieces gets all of them."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:7]))
    disk.write(str(tmp_path / "a"), bytes(range(100)))
    monkeypatch.undo()
    assert (tmp_path / "a").read_bytes() == bytes(range(100))


@posix
@pytest.mark.parametrize("seed", range(4))
def test_kill_at_any_moment(tmp_path: Path, seed: int) -> None:
    """Two hundred builds are killed at random moments; none leaves a mixed site."""
    run = subprocess.run(
        [sys.executable, HERE / "killing.py", tmp_path, "50", str(seed)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) >= 10


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("pause", [0.3, 0.6])
def test_stopped_build_leaves_no_trace(tmp_path: Path, number: int, pause: float) -> None:
    """A build that is stopped ends soon, with the site as it was and nothing beside it."""
    build(tmp_path, contents(1, 300))
    process = subprocess.Popen(
        [sys.executable, HERE / "trees.py", tmp_path, "2", "0.05"], stderr=subprocess.PIPE
    )
    until(lambda: bool(beside(tmp_path)))
    time.sleep(pause)
    process.send_signal(number)
    _, talk = process.communicate(timeout=10)
    assert process.returncode == 128 + number, talk
    assert b"Traceback" not in talk
    assert on_disk(tmp_path / "build") == expected(contents(1, 300))
    assert beside(tmp_path) == []
    build(tmp_path, contents(3, 300), workers=2)
    assert on_disk(tmp_path / "build") == expected(contents(3, 300))


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


@posix
def test_two_builds_at_once(tmp_path: Path) -> None:
    """Builds started together end one after the other, and the site is that of one of them."""
    build(tmp_path, contents(0, 300))
    for version in range(1, 9, 4):
        processes = [
            subprocess.Popen([sys.executable, HERE / "trees.py", tmp_path, str(version + n)])
            for n in range(4)
        ]
        assert [process.wait(60) for process in processes] == [0] * 4
        found = on_disk(tmp_path / "build")
        assert found in [expected(contents(version + n, 300)) for n in range(4)]
        assert len(beside(tmp_path)) == 2
    build(tmp_path, contents(9, 300))
    assert on_disk(tmp_path / "build") == expected(contents(9, 300))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges folders in one step")
def test_readers_see_one_site(tmp_path: Path) -> None:
    """Readers that never stop meet no missing, mixed or cut page while sites are published."""
    build(tmp_path, contents(0))
    readers = [
        subprocess.Popen(
            [sys.executable, HERE / "reading.py", tmp_path / "build", "3"], stdout=subprocess.PIPE
        )
        for _ in range(2)
    ]
    version = 0
    while any(reader.poll() is None for reader in readers):
        version += 1
        build(tmp_path, contents(version))
        time.sleep(LAZY)
    passes = [int(reader.communicate()[0] or 0) for reader in readers]
    assert [reader.returncode for reader in readers] == [0, 0]
    assert min(passes) > 20
    assert version > 10


LAZY = 0.03  # seconds between two builds, longer than a reader's pass


@posix
def test_without_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot exchange folders, every build still equals a clean one."""
    monkeypatch.setattr(disk, "exchange", lambda *_: False)
    for version in range(6):
        build(tmp_path, contents(version))
        assert on_disk(tmp_path / "build") == expected(contents(version))
        assert len(beside(tmp_path)) == min(version, 2)


CUT = """
import os, sys
from pathlib import Path
from digest import disk
from trees import build, contents
rename = disk.rename
left = int(sys.argv[2])
def cut(source, target):
    global left
    if not left:
        os._exit(9)
    left -= 1
    rename(source, target)
disk.exchange = lambda *_: False
disk.rename = cut
build(Path(sys.argv[1]), contents(5))
"""


@posix
@pytest.mark.parametrize("builds", [1, 3])
@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_cut_between_two_steps(tmp_path: Path, steps: int, builds: int) -> None:
    """Killed between two renames, the site is whole again as soon as the next command starts."""
    for version in range(builds):
        build(tmp_path, contents(version))
    run = subprocess.run(
        [sys.executable, "-c", CUT, tmp_path, str(steps)],
        env={**os.environ, "PYTHONPATH": f"{HERE}{os.pathsep}{HERE.parent}"},
        check=False,
        timeout=60,
    )
    assert run.returncode == (9 if steps < 3 else 0)
    with looking(tmp_path / "build", Known()):
        pass
    live = builds - 1 if steps < 2 else 5
    assert on_disk(tmp_path / "build") == expected(contents(live))
    for version in range(6, 10):
        build(tmp_path, contents(version))
        assert on_disk(tmp_path / "build") == expected(contents(version))
        assert len(beside(tmp_path)) <= 2


def test_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk without hard links files are copied."""

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    for version in range(5):
        build(tmp_path, contents(version))
        assert on_disk(tmp_path / "build") == expected(contents(version))


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 of Linux")
def test_exchange_in_one_step(tmp_path: Path) -> None:
    """Two folders change places, and a system that cannot do it says no rather than fail."""
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert disk.exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a/b").exists()
    with pytest.raises(FileNotFoundError):
        disk.exchange(tmp_path / "a", tmp_path / "gone")
