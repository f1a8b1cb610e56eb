"""`ltsched compare` stopped in its middle: run as ``python -m tests.support.stop_in_the_middle REVIEW PIPE``.

Ctrl-C is pressed when one option is planned and each of the two processes is held in the middle of another one, which
goes on only when it has been asked to stop: one has a timetable that can be improved, one is at the meetings alone
and has none. The fourth option has not begun then.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ortools.sat.python.cp_model import CpSolver

import ltsched.cli.compare
import ltsched.solve.many.compare
from ltsched.cli.app import run
from ltsched.domain.comparison import Outcome
from ltsched.solve.plan import plan
from ltsched.solve.progress import Silent
from tests.support.pressing import press_when_told, tell

OPTIONS = ("intensive", "mid-range", "focused", "full")
HELD_IN = {"intensive": "improving what people would rather have", "focused": "planning the meetings alone"}


class Held(Silent):
    """Hold the search of one phase at its first timetable that is not proven the best, until it is asked to stop."""

    def __init__(self, phase: str) -> None:
        self.wanted = phase
        self.now = ""
        self.asked_to_stop, self.held = threading.Event(), False
        stop_search = CpSolver.stop_search

        def stop(solver: CpSolver) -> None:
            stop_search(solver)
            self.asked_to_stop.set()

        setattr(CpSolver, "stop_search", stop)  # noqa: B010  # to a type checker, a method is there for good

    def phase(self, text: str) -> None:
        """Note what is being done."""
        self.now = text

    def improved(self, name: str, value: int | None, bound: int | None, seconds: float) -> None:
        """Tell, and wait."""
        if self.now == self.wanted and not self.held and value is not None and bound is not None and bound < value:
            self.held = True
            tell(PIPE)
            self.asked_to_stop.wait()


def planned(task: compare.Task) -> Outcome:
    """Plan as the program does; hold what is to be held."""
    name = task.adapted.review.option.name
    if name not in HELD_IN:
        as_always: Outcome = plan_as_always(task)
        return as_always
    held = Held(HELD_IN[name])
    compare.plan = partial(plan, listener=held)
    try:
        outcome: Outcome = plan_as_always(task)
    finally:
        compare.plan = plan
    if not held.held:
        raise LookupError(f"{outcome.title} was not held: it was proven at once")
    return outcome


compare: Any = ltsched.solve.many.compare
cli: Any = ltsched.cli.compare
plan_as_always = compare.plan_task
PIPE = Path(sys.argv[2])


@contextlib.contextmanager
def telling(*given: Any) -> Iterator[Callable[[str], None]]:
    """Tell when the option that is not held is planned."""
    yield lambda last: tell(PIPE) if last == "Mid-range" else None


if __name__ == "__main__":
    cli.watching = telling
    compare.plan_task = planned
    press_when_told(PIPE, 1 + len(HELD_IN))
    words = [word for name in OPTIONS for word in ("--option", name)]
    flags = ("--processes", "2", "--time-limit", "3600", "--today", "2026-12-01")
    sys.exit(run(["compare", sys.argv[1], *words, *flags]))
