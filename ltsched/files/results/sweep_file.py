"""sweep.jsonl: what a sweep has settled so far, a line each, so that one that was stopped can be gone on with."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from ltsched.domain.sweep import Point
from ltsched.domain.timetable import Status

__all__ = ["SWEEP_FILE", "SweepFile"]

SWEEP_FILE = "sweep.jsonl"
_POINT = ("label", "option", "status", "final_report", "days_late", "elapsed_weeks", "missed", "staff_hours", "why")


class SweepFile:
    """The points of a sweep that are settled.

    Parameters
    ----------
    path
        The file. What it has of another review, of other settings, or of another version does not count.
    inputs
        The fingerprint of what the sweep depends on.
    """

    def __init__(self, path: Path, inputs: str) -> None:
        self._path = path
        self._inputs = inputs

    def points(self) -> tuple[Point, ...]:
        """Return the points in the order in which they were settled; half a line of a dying run does not count."""
        with suppress(OSError, UnicodeDecodeError):
            head, *lines = self._path.read_text(encoding="utf-8").splitlines() or [""]
            if head == self._head():
                return tuple(_points(lines))
        return ()

    def start(self, points: Sequence[Point]) -> None:
        """Begin the file with `points`, in place of what is there."""
        from ltsched.files.disk.atomic import replace_file

        lines = [self._head(), *(_line(point) for point in points)]
        replace_file(self._path, "".join(f"{line}\n" for line in lines).encode())

    def add(self, point: Point) -> None:
        """Add a point; it is on the disk when this returns."""
        with self._path.open("ab") as file:
            file.write(f"{_line(point)}\n".encode())
            file.flush()
            os.fsync(file.fileno())

    def _head(self) -> str:
        return json.dumps({"format": 1, "inputs": self._inputs})


def _line(point: Point) -> str:
    values = {name: getattr(point, name) for name in _POINT}
    return json.dumps({**values, "final_report": point.final_report and point.final_report.isoformat()})


def _points(lines: Sequence[str]) -> Iterator[Point]:
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):
            found = json.loads(line)
            day = found["final_report"]
            rest = {name: found[name] for name in _POINT[4:]}
            yield Point(
                found["label"], found["option"], Status(found["status"]), day and date.fromisoformat(day), **rest
            )
