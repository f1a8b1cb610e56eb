"""Work done side by side in several processes, which Ctrl-C ends in good order and which outlive nobody."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from types import FrameType
from typing import Any, Protocol, TypeVar

__all__ = ["side_by_side"]

log = logging.getLogger(__name__)

Task = TypeVar("Task")
Done = TypeVar("Done")
PATIENCE = 3
"""At the third Ctrl-C nothing is waited for any more."""


class Flag(Protocol):
    """A number that processes share: 0 until they are asked to stop.

    It has no lock: whoever handles a signal would wait for it for ever if it interrupted somebody who held it.
    """

    value: int


def side_by_side(
    work: Callable[[Task], Done], tasks: Sequence[Task], processes: int
) -> Iterator[tuple[int, Done | None]]:
    """Yield the number of each task with what `work` makes of it, in the order in which they end.

    Ctrl-C reaches the work that is being done, as it would in this process; what has not begun is given up, and yields
    None. An exception of the work is raised here. The processes end with this one, however it ends.

    Parameters
    ----------
    work
        A function of a module, since each process imports it.
    tasks
        Values that can be pickled. They are handed over once to each process: what they share is sent once.
    processes
        How many.
    """
    # Fresh processes: a forked one would have the threads of this one's display in whatever state they are.
    context = get_context("spawn")
    stop: Flag = context.RawValue("b", 0)
    with (
        ProcessPoolExecutor(
            processes, mp_context=context, initializer=_begin, initargs=(_Job(work, tasks, stop),)
        ) as pool,
        _ctrl_c_raises(stop),
    ):
        with _ctrl_c_held_back():
            futures: dict[Future[Any], int] = {pool.submit(_do, number): number for number in range(len(tasks))}
        waiting = set(futures)
        while waiting:
            done, waiting = wait(waiting, return_when="FIRST_COMPLETED")
            for future in done:
                yield futures[future], _result(future, stop)


def _result(future: Future[Any], stop: Flag) -> Any:
    """Return what a task came to; None where it was given up."""
    try:
        return future.result()
    except BrokenProcessPool:
        if stop.value:
            return None
        raise


@contextlib.contextmanager
def _ctrl_c_held_back() -> Iterator[None]:
    """Hold Ctrl-C back for the moment, here and in the processes that begin: it would kill them as they are.

    Windows cannot do that.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def _ctrl_c_raises(stop: Flag) -> Iterator[None]:
    """Let Ctrl-C raise the flag: nothing new is begun then, and what runs hears of it by itself."""
    presses = 0

    def pressed(number: int, frame: FrameType | None) -> None:
        nonlocal presses
        presses += 1
        log.info("interrupted: waiting for what runs, giving up what has not begun")
        stop.value = 1
        if presses >= PATIENCE:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():  # where no handler can be set
        yield
        return
    before = signal.signal(signal.SIGINT, pressed)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass(frozen=True, slots=True)
class _Job:
    """What a process of the pool is given to do."""

    work: Callable[[Any], Any]
    tasks: Sequence[Any]
    stop: Flag


_jobs: list[_Job] = []
"""In a process of the pool, its job: the pool has no other way to hand something over once."""


def _begin(job: _Job) -> None:
    _jobs.append(job)
    signal.signal(signal.SIGINT, _give_up)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(number: int) -> Any:
    (job,) = _jobs
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        return None if job.stop.value else job.work(job.tasks[number])
    except KeyboardInterrupt:  # before the work could hear of it, or after it would wait no more
        job.stop.value = 1
        return None
    finally:
        signal.signal(signal.SIGINT, _give_up)


def _give_up(number: int, frame: FrameType | None) -> None:
    """Hear of Ctrl-C where nothing is being done: nothing is begun any more."""
    for job in _jobs:
        job.stop.value = 1
