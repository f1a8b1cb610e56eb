"""Work for processes of a pool, and a program that stops it with Ctrl-C: run as ``python -m tests.solve.long_work``."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

from ltsched.solve.side_by_side import side_by_side

SECONDS = 4.0
LATE_SECONDS = 1.0
AT_ONCE, LONG, FAILS = "at once", "long", "fails"
WHOLE, STOPPED = "whole", "stopped"


def work(task: str) -> str:
    """Do what is asked for: Ctrl-C ends the long kind early."""
    if task == FAILS:
        raise LookupError(task)
    if task == LONG:
        try:
            threading.Event().wait(SECONDS)
        except KeyboardInterrupt:
            return STOPPED
    return WHOLE


def press() -> None:
    """Press Ctrl-C: it reaches every process of the group."""
    os.killpg(0, signal.SIGINT)


def press_and_hear_late() -> None:
    """Press Ctrl-C, and be as late to hear of it as a process that has to wait for a processor."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    press()
    time.sleep(LATE_SECONDS)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def main() -> None:
    """Write what becomes of a short task and four long ones; Ctrl-C comes a little after the first, or at the start."""
    pressed = press_and_hear_late if sys.argv[1] == "late" else press
    signal.signal(signal.SIGALRM, lambda number, frame: pressed())
    if sys.argv[1] == "start":
        # The processes are there when the waiting begins, and know nothing yet of what they are for.
        signal.setitimer(signal.ITIMER_REAL, 0.2)
    for number, done in side_by_side(work, [AT_ONCE, LONG, LONG, LONG, LONG], 2):
        if number == 0 and sys.argv[1] in ("middle", "late"):
            signal.setitimer(signal.ITIMER_REAL, 1.0)
        sys.stdout.write(f"{number} {done}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
