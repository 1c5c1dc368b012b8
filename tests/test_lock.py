"""One build at a time."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from digest import lock as module
from digest.lock import lock

HOLDER = """
import sys, pathlib
from digest.lock import lock
with lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(root: Path) -> "subprocess.Popen[str]":
    """Start a process that holds the lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_lock_is_free_again(tmp_path: Path) -> None:
    """Two builds one after the other do not wait for each other."""
    told: list[bool] = []
    for _ in range(2):
        with lock(tmp_path, lambda: told.append(True)):
            pass
    assert told == []


def test_second_waits_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build tells once that it waits, and goes on when the first has ended."""
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    told: list[float] = []
    with holder(tmp_path) as first:
        assert first.stdin is not None

        def waiting() -> None:
            told.append(time.monotonic())
            assert first.poll() is None
            assert first.stdin is not None
            first.stdin.close()

        with lock(tmp_path, waiting):
            first.wait(10)
    assert len(told) == 1


def test_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    """After a killed build the next one starts at once; no lock is ever stale."""
    with holder(tmp_path) as first:
        first.kill()
        first.wait(10)
        told: list[bool] = []
        with lock(tmp_path, lambda: told.append(True)):
            assert told == []


def test_folder_without_permission_needs_none(tmp_path: Path) -> None:
    """A site that cannot be written to can still be checked."""
    (tmp_path / ".cache").write_text("in the way", encoding="utf-8")
    with lock(tmp_path):
        pass
