"""Work done side by side in several processes, which Ctrl-C ends in good order and which outlive nobody."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from types import FrameType
from typing import Any, Protocol, TypeVar

from ltsched.solve.ctrl_c import on_ctrl_c

__all__ = ["side_by_side"]

log = logging.getLogger(__name__)

Task = TypeVar("Task")
Done = TypeVar("Done")


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

    def begin_no_more() -> None:
        log.info("interrupted: waiting for what runs, giving up what has not begun")
        stop.value = 1

    with (
        on_ctrl_c(begin_no_more),  # until the last process has ended: one may still be beginning when all is done
        ProcessPoolExecutor(
            processes, mp_context=context, initializer=_begin, initargs=(_Job(work, tasks, stop),)
        ) as pool,
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


@dataclass(frozen=True, slots=True)
class _Job:
    """What a process of the pool is given to do."""

    work: Callable[[Any], Any]
    tasks: Sequence[Any]
    stop: Flag


@dataclass(frozen=True, slots=True)
class _Post:
    """A process of the pool at its job.

    A socket pair that signal.set_wakeup_fd writes into and only this process reads: every Ctrl-C
    leaves a byte in `ear`, whoever handles it. What the work makes of one, it keeps to itself.
    """

    job: _Job
    ear: socket.socket
    mouth: socket.socket

    def told_to_stop(self) -> bool:
        """Return whether somebody has heard of Ctrl-C, here or in another process; all the others hear of it then."""
        with contextlib.suppress(BlockingIOError):
            if signal.SIGINT in self.ear.recv(4096):
                self.job.stop.value = 1
        return bool(self.job.stop.value)


_posts: list[_Post] = []
"""In a process of the pool, its post: the pool has no other way to hand something over once."""


def _begin(job: _Job) -> None:
    ear, mouth = socket.socketpair()
    ear.setblocking(False)
    mouth.setblocking(False)
    _posts.append(_Post(job, ear, mouth))
    signal.set_wakeup_fd(mouth.fileno(), warn_on_full_buffer=False)
    signal.signal(signal.SIGINT, _only_hear)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(number: int) -> Any:
    (post,) = _posts
    done = None
    # Ctrl-C may come before the work can hear of it, and after it does no more: what it has done is kept.
    with contextlib.suppress(KeyboardInterrupt):
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if not post.told_to_stop():
            done = post.job.work(post.job.tasks[number])
        signal.signal(signal.SIGINT, _only_hear)
    signal.signal(signal.SIGINT, _only_hear)
    return done


def _only_hear(number: int, frame: FrameType | None) -> None:
    """Let Ctrl-C end nothing where nothing is being done."""
