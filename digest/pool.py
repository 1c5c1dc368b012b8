"""Several processes for one task: jobs and a function come in, all results go out.

Processes are forked, so that the function and the jobs need not be sent; only results travel. Where
forking is not possible or not safe, the work is done right here.
"""

import gc
import os
import pickle
import signal
import struct
import sys
import threading
import traceback
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Final, NoReturn, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")
Work = Callable[[Sequence[Job]], list[Result]]

_CHUNK: Final = 64  # jobs taken at a time: neighbours stay together, no process ends much later
_MOST: Final = 8000  # chunks whose numbers fit into a pipe
_NUMBER: Final = struct.Struct("=I")


class WorkerLostError(RuntimeError):
    """A process was killed from outside before it could answer."""


def run(work: Work[Job, Result], jobs: Sequence[Job], workers: int) -> list[Result]:
    """Apply `work` to `jobs` in pieces, in `workers` processes, this one among them.

    Results come in no particular order. What `work` raises in any process is raised here.
    """
    size = max(_CHUNK, -(-len(jobs) // _MOST))
    starts = range(0, len(jobs), size)
    if min(workers, len(starts)) < 2 or not _forks():  # noqa: PLR2004 two make several
        return work(jobs)
    queue = _queue(len(starts))
    children: dict[int, int] = {}
    try:
        for _ in range(min(workers, len(starts)) - 1):
            _child(children, work, jobs, queue, size)
        results = [result for piece in _pieces(queue, jobs, size) for result in work(piece)]
        for pid, pipe in children.items():
            results += _answer(pid, pipe)
    finally:
        os.close(queue)
        _end(children)
    return results


@contextmanager
def later(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Start `work` in another process and go on; calling what the context gives waits for it.

    Where there is no other process, the call does the work.
    """
    if not _forks():
        yield work
        return

    def once(_: Sequence[None]) -> list[Result]:
        return [work()]

    queue = _queue(1)
    children: dict[int, int] = {}
    try:
        _child(children, once, [None], queue, 1)
        yield lambda: _answer(*next(iter(children.items())))[0]
    finally:
        os.close(queue)
        _end(children)


def _forks() -> bool:
    """Tell whether a copy may run: one of a process with threads may stand still for ever."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def _queue(count: int) -> int:
    """Give a pipe filled with numbers; each is read by one process only."""
    queue, filling = os.pipe()
    os.write(filling, b"".join(map(_NUMBER.pack, range(count))))
    os.close(filling)
    return queue


def _pieces(queue: int, jobs: Sequence[Job], size: int) -> Iterator[Sequence[Job]]:
    while number := os.read(queue, _NUMBER.size):
        start = _NUMBER.unpack(number)[0] * size
        yield jobs[start : start + size]


def _child(
    children: dict[int, int], work: Work[Job, Result], jobs: Sequence[Job], queue: int, size: int
) -> None:
    """Fork a process that works on the queue; note its number and the pipe it answers on.

    Interrupts are held back meanwhile. One that came while Python forks would be lost; one that
    came before the child is noted would leave it working for nobody; and in the child it would run
    the parent's clean-up.
    """
    reading, writing = os.pipe()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            _serve(partial(_worked, work, jobs, queue, size), writing, before)
        children[pid] = reading
        os.close(writing)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _worked(work: Work[Job, Result], jobs: Sequence[Job], queue: int, size: int) -> bytes:
    """Work until the queue is empty; give what is to be answered."""
    try:
        results = [result for piece in _pieces(queue, jobs, size) for result in work(piece)]
        return pickle.dumps((results, None), pickle.HIGHEST_PROTOCOL)
    except BaseException as error:  # noqa: BLE001 it is raised again by the parent
        while os.read(queue, 65536):
            pass  # nobody needs the rest any more
        return pickle.dumps(([], _portable(error)))


def _serve(answer: Callable[[], bytes], writing: int, mask: Collection[int]) -> NoReturn:
    """Be the forked process: work, answer, end, without a trace in what the parent had open."""
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        gc.disable()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer())
    finally:
        os._exit(0)


def _portable(error: BaseException) -> BaseException:
    """Give the error itself if it can travel, or its story."""
    try:
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301 our own, a moment ago
    except Exception:  # noqa: BLE001 whatever hinders it
        return RuntimeError("".join(traceback.format_exception(error)))
    return error if isinstance(copy, type(error)) else RuntimeError(repr(error))


def _answer(pid: int, pipe: int) -> list[Result]:
    """Wait for a process and give its results, or raise what it raised.

    Its end is left to `_end`: if the wait is interrupted, it must not go on writing files.
    """
    with os.fdopen(pipe, "rb", closefd=False) as reading:
        answer = reading.read()
    if not answer:
        raise WorkerLostError(f"process {pid} ended without an answer")
    results: list[Result]
    results, error = pickle.loads(answer)  # noqa: S301 from our own process, over our own pipe
    if error is not None:
        raise error
    return results


def _end(children: dict[int, int]) -> None:
    """End processes that have answered, or that nobody waits for any more."""
    for pid, pipe in children.items():
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(pipe)
