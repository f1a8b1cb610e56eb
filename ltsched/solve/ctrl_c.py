"""Ctrl-C while a review is planned: a wish to end soon with the best so far, whatever is being done at that moment."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

from ltsched.solve.run import Runner

__all__ = ["ctrl_c_ends"]

PATIENCE = 3
"""At the third Ctrl-C nothing is waited for any more."""


@contextlib.contextmanager
def ctrl_c_ends(runner: Runner) -> Iterator[None]:
    """Let Ctrl-C end the runs of `runner`, between two of them as well as during one.

    A KeyboardInterrupt would lose the best timetable found so far if it arose while a model is built or a timetable is
    checked. The third Ctrl-C does raise it. Off the main thread, and where the program that uses ltsched has a handler
    of its own, nothing is changed.
    """
    presses = 0

    def pressed(number: int, frame: FrameType | None) -> None:
        nonlocal presses
        presses += 1
        runner.interrupted = True
        if presses >= PATIENCE:
            raise KeyboardInterrupt

    if (
        threading.current_thread() is not threading.main_thread()
        or signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    ):
        yield
        return
    signal.signal(signal.SIGINT, pressed)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
