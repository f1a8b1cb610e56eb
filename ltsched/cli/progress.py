"""The live display: what the planning does now, on a terminal and nowhere else."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock

from rich.console import Group
from rich.live import Live
from rich.padding import Padding
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from ltsched.cli.screen import Screen
from ltsched.domain.timetable import StageResult
from ltsched.domain.words.wording import harmless
from ltsched.report.screen.layout import cell, plain_table
from ltsched.solve.progress import SILENT, Listener

__all__ = ["Display", "following"]

FRAMES_PER_SECOND = 8


@contextlib.contextmanager
def following(screen: Screen) -> Iterator[Listener]:
    """Give a listener that shows the planning while it runs; a silent one where stderr is no terminal."""
    console = screen.err
    if screen.quiet or not console.is_terminal or console.is_dumb_terminal:
        yield SILENT
        return
    display = Display()
    # Transient: what it showed is gone when the result is there, which says the same in full.
    with Live(display, console=console, refresh_per_second=FRAMES_PER_SECOND, transient=True, redirect_stdout=False):
        yield display


@dataclass
class Display:
    """A listener that can be drawn: what is done at the moment, and of its stages those done and the one at work.

    The planning calls it on threads of its own while the screen draws it: each takes the lock.
    """

    started: float = field(default_factory=time.monotonic)
    doing: str = "planning"
    stage: str = ""
    number: int = 0
    of: int = 0
    value: int | None = None
    bound: int | None = None
    done: list[StageResult] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock, repr=False)
    _spinner: Spinner = field(default_factory=lambda: Spinner("dots"), repr=False)

    def phase(self, text: str) -> None:
        """Show what begins."""
        with self._lock:
            self.doing, self.stage, self.value, self.bound = text, "", None, None
            self.done.clear()

    def stage_started(self, name: str, number: int, of: int) -> None:
        """Show the stage at work."""
        with self._lock:
            self.stage, self.number, self.of, self.value, self.bound = name, number, of, None, None

    def improved(self, name: str, value: int | None, bound: int | None, seconds: float) -> None:
        """Show the best so far and its bound; what is None stays as it was shown."""
        with self._lock:
            self.value = self.value if value is None else value
            self.bound = self.bound if bound is None else bound

    def stage_ended(self, result: StageResult) -> None:
        """Put the stage with those that are done."""
        with self._lock:
            self.done.append(result)
            self.value = self.bound = None

    def now(self) -> str:
        """Return in one line which stage is at work and how far it is; empty between stages."""
        if not self.stage:
            return ""
        best = "" if self.value is None else f", best so far {self.value}"
        bound = "" if self.bound is None else f", bound {self.bound}"
        return f"stage {self.number} of {self.of}: {harmless(self.stage)}{best}{bound}"

    def __rich__(self) -> Group:
        with self._lock:
            doing, now, done = self.doing, self.now(), _done_table(self.done)
        line = Table.grid(padding=(0, 1))
        line.add_row(self._spinner, Text(harmless(doing)), Text(self._clock(), style="dim"))
        indented = [Padding(part, (0, 0, 0, 2), expand=False) for part in (done, Text(now))]
        return Group(line, *indented)

    def _clock(self) -> str:
        minutes, seconds = divmod(int(time.monotonic() - self.started), 60)
        return f"{minutes} min {seconds:02} s" if minutes else f"{seconds} s"


def _done_table(done: list[StageResult]) -> Table:
    table = plain_table("", "", "", "")
    for stage in done:
        proof = cell("proven", "green") if stage.proven else cell(f"bound {stage.bound}", "yellow")
        table.add_row(cell(stage.name), Text(str(stage.value), justify="right"), cell(stage.unit), proof)
    return table
