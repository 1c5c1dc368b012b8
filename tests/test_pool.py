"""Several processes for one task."""

import os
import signal
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from digest import pool
from digest.pool import WorkerLostError, later, run

forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pool fork although other tests may run threads; no work here takes a lock."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def doubled(jobs: Sequence[int]) -> list[tuple[int, int]]:
    return [(job * 2, os.getpid()) for job in jobs]


@pytest.mark.parametrize("workers", [0, 1, 2, 3, 100])
@pytest.mark.parametrize("count", [0, 1, 64, 65, 1000])
def test_every_job_is_done_once(count: int, workers: int) -> None:
    """However the work is shared out, each piece is done, and none twice."""
    results = run(doubled, range(count), workers)
    assert sorted(number for number, _ in results) == list(range(0, 2 * count, 2))


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@forking
def test_work_is_shared() -> None:
    """Two processes work at the same time when there is enough to do."""

    def slow(jobs: Sequence[int]) -> list[int]:
        threading.Event().wait(0.01)
        return [os.getpid() for _ in jobs]

    assert len(set(run(slow, range(1000), 2))) == 2


class AwkwardError(Exception):
    """An error that cannot travel between processes."""

    def __init__(self, one: int, two: int) -> None:
        """Take two things, which is one too many for a journey."""
        super().__init__(f"{one} and {two}")


@pytest.mark.parametrize("error", [ValueError("because"), SystemExit(143), KeyboardInterrupt()])
def test_errors_come_back(error: BaseException) -> None:
    """What fails in another process is raised in the first as it is."""
    parent = os.getpid()

    def failing(jobs: Sequence[int]) -> list[int]:
        if os.getpid() == parent:
            threading.Event().wait(0.01)
            return list(jobs)
        raise error

    with pytest.raises(type(error)) as caught:
        run(failing, range(1000), 2)
    assert caught.value.args == error.args


def test_awkward_errors_tell_their_story() -> None:
    """An error that cannot travel is told with its place."""
    parent = os.getpid()

    def failing(jobs: Sequence[int]) -> list[int]:
        if os.getpid() == parent:
            threading.Event().wait(0.01)
            return list(jobs)
        raise AwkwardError(1, 2)

    with pytest.raises(RuntimeError, match="1 and 2"):
        run(failing, range(1000), 2)


def test_killed_worker_is_noticed() -> None:
    """A process killed for want of memory is an error, not a smaller site."""
    parent = os.getpid()

    def dying(jobs: Sequence[int]) -> list[int]:
        if os.getpid() == parent:
            threading.Event().wait(0.01)
            return list(jobs)
        os.kill(os.getpid(), signal.SIGKILL)
        return []

    with pytest.raises(WorkerLostError):
        run(dying, range(1000), 2)


def test_own_failure_ends_the_others() -> None:
    """When the first process fails, none is left behind."""
    parent = os.getpid()

    def failing(jobs: Sequence[int]) -> list[int]:
        if os.getpid() == parent:
            raise ValueError("mine")
        threading.Event().wait(30)
        return list(jobs)

    with pytest.raises(ValueError, match="mine"):
        run(failing, range(1000), 3)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_threads_forbid_forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program with threads, such as the preview, does the work itself."""
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert {pid for _, pid in run(doubled, range(1000), 4)} == {os.getpid()}
    with later(os.getpid) as result:
        assert result() == os.getpid()


@forking
def test_later_goes_on_meanwhile() -> None:
    """Work started early is done elsewhere, and its result is there when asked for."""
    with later(lambda: (os.getpid(), "x" * 100_000)) as result:
        pid, text = result()
    assert pid != os.getpid()
    assert len(text) == 100_000


def test_later_raises_when_asked() -> None:
    """An error in work started early shows where its result is needed."""

    def failing() -> NoReturn:
        raise ValueError("early")

    with later(failing) as result, pytest.raises(ValueError, match="early"):
        result()


def test_later_may_be_dropped() -> None:
    """Work that nobody asks for any more leaves no process behind."""
    with later(lambda: threading.Event().wait(30)):
        pass
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_numbers_fit_into_a_pipe() -> None:
    """A million jobs are shared out like ten."""
    assert len(run(lambda jobs: [len(jobs)], range(1_000_000), 2)) <= pool._MOST  # noqa: SLF001


@forking
def test_interrupt_while_waiting_ends_the_others(tmp_path: Path) -> None:
    """Whoever stops a build does not leave a process behind that goes on writing."""
    own, begun = os.getpid(), tmp_path / "begun"

    def work(_: Sequence[int]) -> list[int]:
        if os.getpid() == own:
            while not begun.exists():
                time.sleep(0.01)
            return []
        (tmp_path / "number").write_text(str(os.getpid()), "utf-8")
        begun.touch()
        time.sleep(0.2)  # until the other one waits for the answer
        os.kill(own, signal.SIGINT)
        time.sleep(60)
        return []

    with pytest.raises(KeyboardInterrupt):
        run(work, range(128), 2)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "number").read_text("utf-8")), 0)
