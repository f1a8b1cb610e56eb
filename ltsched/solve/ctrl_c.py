"""Ctrl-C while something is planned: a wish to end soon with the best so far, whatever is being done at that moment."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a process of a pool learns what it is for before it loads the solver
    from ltsched.solve.run import Runner

__all__ = ["ctrl_c_ends", "on_ctrl_c"]

PATIENCE = 3
"""At the third Ctrl-C nothing is waited for any more."""


@contextlib.contextmanager
def on_ctrl_c(hear: Callable[[], None]) -> Iterator[None]:
    """Call `hear` at each Ctrl-C instead of raising; the third does raise. Off the main thread nothing is changed."""
    presses = 0

    def pressed(number: int, frame: FrameType | None) -> None:
        nonlocal presses
        presses += 1
        hear()
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


@contextlib.contextmanager
def ctrl_c_ends(runner: Runner) -> Iterator[None]:
    """Let Ctrl-C end the runs of `runner`, between two of them as well as during one.

    A KeyboardInterrupt would lose the best timetable found so far if it arose while a model is built or a timetable is
    checked. Where the program that uses ltsched has a handler of its own, nothing is changed.
    """

    def interrupt() -> None:
        runner.interrupted = True

    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    with on_ctrl_c(interrupt):
        yield
