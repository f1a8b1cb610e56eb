"""Work for processes of a pool, and a program that stops it: ``python -m tests.support.long_work MOMENT PIPE``."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any

from ltsched.solve.many.side_by_side import side_by_side
from tests.support.pressing import press, press_when_told, tell

module: Any = sys.modules[side_by_side.__module__]
"""Where the processes are waited for, to put something else there."""

HANGS_SECONDS = 300.0
"""How long the long kind of work takes that nobody stops: no test waits for its end."""

AT_ONCE, LONG, FAILS = "at once", "long", "fails"
WHOLE, STOPPED = "whole", "stopped"
PROCESSES = 2


def work(task: str) -> str:
    """Do what is asked for: Ctrl-C ends the long kind early, which tells when it has begun."""
    kind, _, pipe = task.partition(" ")
    if task == FAILS:
        raise LookupError(task)
    if kind == LONG:
        try:
            tell(Path(pipe))
            threading.Event().wait(HANGS_SECONDS)
        except KeyboardInterrupt:
            return STOPPED
    return WHOLE


def in_the_middle(pipe: Path) -> Iterator[tuple[int, Any]]:
    """Press when every process is at a long task, and none is left for the others."""
    press_when_told(pipe, PROCESSES)
    yield from side_by_side(work, tasks(pipe), PROCESSES)


def heard_late(pipe: Path) -> Iterator[tuple[int, Any]]:
    """Press as in the middle; this process, as if it had to wait for a processor, hears of it after all is done."""
    resource_tracker.ensure_running()  # it ends the holding back of signals when it begins
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    done = in_the_middle(pipe)
    known = [next(done) for _ in tasks(pipe)]
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    yield from (*known, *done)


def at_the_start(pipe: Path) -> Iterator[tuple[int, Any]]:
    """Press when the processes are there and know nothing yet of what they are for."""
    waiting = module.wait

    def wait(*given: Any, **more: Any) -> Any:
        module.wait = waiting
        press()
        return waiting(*given, **more)

    module.wait = wait
    yield from side_by_side(work, tasks(pipe), PROCESSES)


class Parcel(str):
    """A task that presses when a process unpacks it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return unpack, (str(self),)


def unpack(task: str) -> str:
    """Press, and return the task."""
    press()
    return task


def at_unpacking(pipe: Path) -> Iterator[tuple[int, Any]]:
    """Press in each process while it is being told what it is for."""
    first, *rest = tasks(pipe)
    yield from side_by_side(work, [Parcel(first), *rest], PROCESSES)


def never(pipe: Path) -> Iterator[tuple[int, Any]]:
    """Press nothing."""
    yield from side_by_side(work, tasks(pipe), PROCESSES)


def tasks(pipe: Path) -> list[str]:
    """Return a short task and four long ones."""
    return [AT_ONCE, *[f"{LONG} {pipe}"] * 4]


MOMENTS = {
    "middle": in_the_middle,
    "late": heard_late,
    "start": at_the_start,
    "unpacking": at_unpacking,
    "never": never,
}


def main() -> None:
    """Write what becomes of each task, as soon as it is known."""
    for number, done in MOMENTS[sys.argv[1]](Path(sys.argv[2])):
        sys.stdout.write(f"{number} {done}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
