"""Run Timefold on a problem: the solver that comes with the PyPI package, driven by the Java sources beside this file.

The package also lets rules be written in Python; it translates them for the Java machine, and what comes out is slower
than Java. The sources are Java so that the comparison is with Timefold at its best.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ltsched.domain.stages.table import stages_of
from ltsched.model.decode import Placed

from .problem import Problem

__all__ = ["SEARCHES", "Mark", "Timefold", "Unavailable", "why_unavailable"]

SOURCES = Path(__file__).parent / "java"
SEARCHES = ("tabu", "late-acceptance")
"""The best of those tried on most reviews, and what Timefold takes if nothing is said, which is best on some."""

SPARE_SECONDS = 120.0
"""By the clock on the wall, on top of twenty times what is asked for: a machine may have other work."""


class Unavailable(RuntimeError):
    """Timefold cannot be run here; the text says what is missing and how to get it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The best that was found after some seconds of the processor.

    Parameters
    ----------
    limit_seconds, seconds
        What it had; when it found this.
    broken
        How much that breaks, by its own reckoning.
    values
        Of the stages in order, by its own reckoning.
    placed
        None if it had no whole plan by then.
    """

    limit_seconds: float
    seconds: float | None = None
    broken: int | None = None
    values: tuple[int, ...] = ()
    placed: tuple[Placed, ...] | None = None


def why_unavailable() -> str | None:
    """Return what is missing to run Timefold; None if nothing is."""
    if _jars() is None:
        return "the package timefold is not installed: pip install 'timefold>=1.24.0b0'"
    for command in ("java", "javac"):
        if shutil.which(command) is None:
            return f"there is no command {command}: Timefold needs a Java development kit, 17 or later"
    return None


def _jars() -> list[Path] | None:
    """Return the jars of the package, without the one that logs; None if it is not installed."""
    if importlib.util.find_spec("timefold") is None:
        return None
    found = importlib.util.find_spec("timefold.solver.jars")
    if found is None or found.origin is None:
        return None
    return sorted(jar for jar in Path(found.origin).parent.glob("*.jar") if not jar.name.startswith("logback"))


class Timefold:
    """Timefold, compiled once; use it in a ``with``.

    Raises
    ------
    Unavailable
        The package or Java is missing, or the sources do not compile with them.
    """

    def __init__(self) -> None:
        if why := why_unavailable():
            raise Unavailable(why)
        self._folder = tempfile.TemporaryDirectory(prefix="ltsched-timefold-")
        self._path = ":".join([self._folder.name, *map(str, _jars() or [])])
        command = ["javac", "-proc:none", "-cp", self._path, "-d", self._folder.name]
        made = subprocess.run([*command, *map(str, sorted(SOURCES.glob("*.java")))], capture_output=True, text=True)
        if made.returncode:
            self._folder.cleanup()
            raise Unavailable(f"the sources in {SOURCES} do not compile:\n{made.stderr.strip()}")

    def __enter__(self) -> Timefold:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def run(
        self, problem: Problem, limits_seconds: Sequence[float], *, search: str = "tabu", seed: int = 0
    ) -> list[Mark]:
        """Return the best found after each of `limits_seconds`, in order: processor time of the thread that solves.

        `search` is one of `SEARCHES`. One run serves all of them. Starting Java, reading, and the threads that compile
        and collect are not counted.

        Raises
        ------
        Unavailable
            Java ended with an error.
        """
        command = ["java", "-XX:+UseSerialGC", "-Xmx2g", "-cp", self._path, "Rival", str(seed), search]
        patience = 20 * limits_seconds[-1] + SPARE_SECONDS
        try:
            done = subprocess.run(
                [*command, *map(str, limits_seconds)],
                input=problem.text(),
                capture_output=True,
                text=True,
                timeout=patience,
            )
        except subprocess.TimeoutExpired as late:
            raise Unavailable(f"Timefold has not ended after {patience:.0f} seconds") from late
        if done.returncode:
            raise Unavailable(f"Timefold ended with {done.returncode}:\n{done.stderr.strip()}")
        return list(_marks(problem, done.stdout))


def _marks(problem: Problem, text: str) -> Iterator[Mark]:
    """Read what ``Rival.java`` prints."""
    stages = len(stages_of(problem.agenda))
    activities = [own.activity for own in problem.candidates.values()]
    rooms = [room.id for room in problem.agenda.review.rooms]
    limit: float | None = None
    head: tuple[float, int, tuple[int, ...]] | None = None
    placed: list[Placed] = []
    for line in text.splitlines():
        word, *rest = line.split()
        if word in ("mark", "end"):
            if limit is not None:
                yield Mark(limit) if head is None else Mark(limit, *head, placed=tuple(placed))
            limit, head, placed = (float(rest[0]) if word == "mark" else None), None, []
        elif word == "best":
            head = float(rest[0]), int(rest[1]), tuple(map(int, rest[2 : 2 + stages]))
        elif word == "part":
            id, slot, panel, room = map(int, rest)
            activity = activities[id]
            there = rooms[room] if rooms and problem.candidates[activity.id].rooms else None
            placed.append(Placed(activity, slot, problem.panels[panel], frozenset(), there))
